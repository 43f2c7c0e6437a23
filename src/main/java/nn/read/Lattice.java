package nn.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nn.image.prepare.Box;

/**
 * All ways to read a line: its pieces from left to right, and what each few of them are together. The best path through them is the
 * reading (Casey and Lecolinet 1996, "A Survey of Methods and Strategies in Character Segmentation").
 */
final class Lattice {

    /** At most so many pieces are one digit. */
    private static final int MOST_PIECES = 7;
    /** A digit is not wider than so many heights of the line. */
    private static final double WIDEST = 1.7;
    /** Pieces farther from each other than this share of the height are not one digit. */
    private static final double FARTHEST = 0.4;

    /** A digit shares ink with so many pieces on each side at most. */
    private static final int SHARING = 3;

    /** Two digits that touch are rarely narrower than so many heights. */
    private static final double HARDLY_TWO = 0.85;

    /**
     * A piece of the line.
     *
     * @param part     its ink
     * @param cut      whether it was cut from the piece before it
     * @param crossed  the ink that this cut crosses, in widths of the stroke
     * @param small    whether it is too small to be a digit by itself
     * @param ofNarrow whether it is one of several pieces of a part that is hardly wide enough for two digits
     * @param sure     whether it is surely a digit by itself
     */
    record Piece(Part part, boolean cut, double crossed, boolean small, boolean ofNarrow, boolean sure) {}

    /**
     * Some pieces that may be a digit.
     *
     * @param from the first piece
     * @param to   the piece behind the last one
     * @param part their ink, without the ends of the neighbors' strokes
     */
    record Segment(int from, int to, Part part) {}

    /**
     * A way to read the line.
     *
     * @param digits  the digits from left to right
     * @param answers what the network says of each; that a cut one is a digit is as probable as all paths say
     * @param alone   how surely each is a digit by itself, whatever is beside it
     * @param cut     whether each was cut off and looks like the stem of a letter: a 1, narrow, or of a narrow part
     * @param others  what is no digit
     */
    record Path(
            List<Segment> digits,
            List<Recognizer.Answer> answers,
            List<Double> alone,
            List<Boolean> cut,
            List<Part> others) {}

    private final List<Piece> pieces = new ArrayList<>();
    private final List<Segment> segments = new ArrayList<>();
    private final double height;
    private final double stroke;

    /**
     * @param cuts   the large parts of the line, cut or not
     * @param sure   for each of them, whether it is surely a digit
     * @param small  its small parts
     * @param height of its digits
     */
    Lattice(List<Cuts> cuts, List<Boolean> sure, List<Part> small, double height) {
        this.height = height;
        for (int part = 0; part < cuts.size(); part++) {
            Cuts each = cuts.get(part);
            boolean narrow = each.pieces().size() > 1 && each.width() < HARDLY_TWO * height;
            for (int i = 0; i < each.pieces().size(); i++) {
                pieces.add(new Piece(each.pieces().get(i), i > 0, each.costs().get(i), false, narrow, sure.get(part)));
            }
        }
        small.forEach(part -> pieces.add(new Piece(part, false, 0, true, false, false)));
        pieces.sort(Comparator.comparingDouble(piece -> piece.part().centerX()));
        stroke = cuts.stream()
                .mapToDouble(each -> Part.union(each.pieces()).stroke())
                .average()
                .orElse(1);
        for (int from = 0; from < pieces.size(); from++) {
            addSegments(from);
        }
        for (Cuts each : cuts) {
            addWhole(each);
        }
    }

    private void addSegments(int from) {
        List<Part> parts = new ArrayList<>();
        Box box = pieces.get(from).part.box();
        int sure = 0;
        for (int to = from + 1; to <= Math.min(pieces.size(), from + MOST_PIECES); to++) {
            Piece last = pieces.get(to - 1);
            if (to > from + 1 && !last.cut && distance(box, last.part.box()) > FARTHEST * height) {
                return;
            }
            sure += last.sure ? 1 : 0;
            if (sure > 1) {
                return;
            }
            parts.add(last.part);
            box = box.union(last.part.box());
            if (to > from + 1 && box.width() > WIDEST * height) {
                return;
            }
            if (box.height() >= 0.4 * height) {
                add(from, to, Part.union(parts));
            }
        }
    }

    private void add(int from, int to, Part part) {
        if (!isCut(from) && !isCut(to)) {
            segments.add(new Segment(from, to, part));
            return;
        }
        segments.add(new Segment(from, to, withoutBits(part)));
        Part shared = withShared(part, from, to);
        if (shared.area() > part.area()) {
            segments.add(new Segment(from, to, withoutBits(shared)));
        }
    }

    /** With the neighbors' ink next to its cuts: where strokes lie one on the other, it belongs to both digits. */
    private Part withShared(Part part, int from, int to) {
        List<Part> both = new ArrayList<>(List.of(part));
        int reach = (int) Math.max(1, Math.round(stroke));
        for (int i = from - 1; i >= Math.max(0, from - SHARING) && isCut(i + 1); i--) {
            pieces.get(i).part.near(part, reach).ifPresent(both::add);
        }
        for (int i = to; i < Math.min(pieces.size(), to + SHARING) && isCut(i); i++) {
            pieces.get(i).part.near(part, reach).ifPresent(both::add);
        }
        return Part.union(both);
    }

    /** A part of many pieces may be one digit, too. */
    private void addWhole(Cuts cuts) {
        if (cuts.pieces().size() <= MOST_PIECES) {
            return;
        }
        int from = indexOf(cuts.pieces().get(0));
        int to = indexOf(cuts.pieces().get(cuts.pieces().size() - 1)) + 1;
        Part whole = Part.union(cuts.pieces());
        if (to - from == cuts.pieces().size() && whole.width() <= WIDEST * height) {
            segments.add(new Segment(from, to, whole));
        }
    }

    private int indexOf(Part part) {
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).part == part) {
                return i;
            }
        }
        throw new IllegalArgumentException("no piece of this line");
    }

    /** Whether a piece was cut from the one before it. */
    boolean isCut(int at) {
        return at < pieces.size() && pieces.get(at).cut;
    }

    /** Whether a segment begins or ends at a cut. */
    boolean isCut(Segment segment) {
        return isCut(segment.from) || isCut(segment.to);
    }

    /** Without the ends of the neighbors' strokes that a cut leaves. */
    private static Part withoutBits(Part part) {
        List<Part> connected = part.connected();
        List<Part> large = connected.stream()
                .filter(each -> each.area() >= 0.07 * part.area())
                .toList();
        return large.size() == connected.size() || large.isEmpty() ? part : Part.union(large);
    }

    /** Between two boxes, in pixels. */
    static double distance(Box a, Box b) {
        double across = Math.max(0, Math.max(b.left() - a.right(), a.left() - b.right()));
        double down = Math.max(0, Math.max(b.top() - a.bottom(), a.top() - b.bottom()));
        return Math.hypot(across, down);
    }

    /** What the network is asked about. */
    List<Segment> segments() {
        return segments;
    }

    List<Piece> pieces() {
        return pieces;
    }

    /** Of the line's digits, in pixels. */
    double height() {
        return height;
    }

    /** The usual width of its strokes, in pixels. */
    double stroke() {
        return stroke;
    }
}
