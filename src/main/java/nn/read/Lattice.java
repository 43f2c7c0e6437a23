package nn.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import nn.image.prepare.Box;

/**
 * All ways to read a line: its pieces from left to right, what each few of them are together, and the best path through them
 * (dynamic programming; Casey and Lecolinet 1996, "A Survey of Methods and Strategies in Character Segmentation").
 */
final class Lattice {

    /** At most so many pieces are one digit. */
    private static final int MOST_PIECES = 7;
    /** A digit is not wider than so many heights of the line. */
    private static final double WIDEST = 1.7;
    /** Pieces farther from each other than this share of the height are not one digit. */
    private static final double FARTHEST = 0.4;

    /** Two digits that touch are rarely narrower than so many heights. */
    private static final double HARDLY_TWO = 0.85;

    /** Pieces all but touch when they are nearer than so many widths of the stroke. */
    private static final double NEAR = 1.2;

    /** A piece of a letter is narrower, as a share of its height, than most digits. */
    private static final double CUT_LETTER = 0.55;

    private static final double IMPOSSIBLE = -1e9;

    /**
     * A piece of the line.
     *
     * @param part  its ink
     * @param cut   whether it was cut from the piece before it
     * @param cost  the ink that the cut crosses, in widths of the stroke
     * @param small whether it is too small to be a digit by itself
     * @param ofNarrow whether it is one of several pieces of a part that is hardly wide enough for two digits
     * @param sure  whether it is surely a digit by itself
     */
    private record Piece(Part part, boolean cut, double cost, boolean small, boolean ofNarrow, boolean sure) {}

    /** Some pieces that may be a digit: from the first, included, to the last, excluded. */
    record Segment(int from, int to, Part part) {}

    /**
     * A way to read the line.
     *
     * @param digits  the digits from left to right
     * @param answers what the network says of each
     * @param cut     whether it was cut from a part that is hardly wide enough for two digits, for each
     * @param others  what is no digit
     */
    record Path(List<Segment> digits, List<Recognizer.Answer> answers, List<Boolean> cut, List<Part> others) {}

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
                Part union = Part.union(parts);
                segments.add(new Segment(from, to, isCut(from) || isCut(to) ? withoutBits(union) : union));
            }
        }
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

    private boolean isCut(int at) {
        return at < pieces.size() && pieces.get(at).cut;
    }

    /** Without the ends of the neighbors' strokes that a cut leaves. */
    private static Part withoutBits(Part part) {
        List<Part> connected = part.connected();
        List<Part> large = connected.stream()
                .filter(each -> each.area() >= 0.07 * part.area())
                .toList();
        return large.size() == connected.size() || large.isEmpty() ? part : Part.union(large);
    }

    private static double distance(Box a, Box b) {
        double across = Math.max(0, Math.max(b.left() - a.right(), a.left() - b.right()));
        double down = Math.max(0, Math.max(b.top() - a.bottom(), a.top() - b.bottom()));
        return Math.hypot(across, down);
    }

    /** What the network is asked about. */
    List<Segment> segments() {
        return segments;
    }

    /**
     * The best path.
     *
     * @param answers what the network says of each of {@link #segments}
     * @param count   how many digits the line has, if that is known
     */
    Path best(List<Recognizer.Answer> answers, OptionalInt count) {
        return best(answers, count, SegmentWeights.FITTED);
    }

    /** The same with other weights. */
    Path best(List<Recognizer.Answer> answers, OptionalInt count, SegmentWeights weights) {
        int most = count.orElse(0);
        double[][] best = new double[pieces.size() + 1][most + 1];
        int[][] via = new int[pieces.size() + 1][most + 1];
        for (double[] row : best) {
            Arrays.fill(row, IMPOSSIBLE);
        }
        best[0][0] = 0;
        for (int at = 0; at < pieces.size(); at++) {
            for (int digits = 0; digits <= most; digits++) {
                offer(best, via, at + 1, digits, best[at][digits] + weights.score(skipTraits(at)), -1);
            }
            for (int i = 0; i < segments.size(); i++) {
                Segment segment = segments.get(i);
                if (segment.from == at) {
                    double score = weights.score(traits(segment, answers.get(i)));
                    for (int digits = 0; digits <= most; digits++) {
                        int next = count.isPresent() ? digits + 1 : digits;
                        if (next <= most) {
                            offer(best, via, segment.to, next, best[at][digits] + score, i);
                        }
                    }
                }
            }
        }
        int digits = most;
        while (digits > 0 && best[pieces.size()][digits] <= IMPOSSIBLE / 2) {
            digits--;
        }
        return path(via, digits, count.isPresent(), answers);
    }

    /** Many letters have upright stems, which look like a 1 or another narrow digit when they are cut off. */
    private boolean isLikeCutLetter(Segment segment, Recognizer.Answer answer) {
        boolean isOne = answer.prediction().digit() == 1;
        return (isCut(segment.from) || isCut(segment.to))
                && (isOne
                        || pieces.get(segment.from).ofNarrow
                        || segment.part.width() < CUT_LETTER * segment.part.height());
    }

    private static void offer(double[][] best, int[][] via, int at, int digits, double score, int by) {
        if (score > best[at][digits]) {
            best[at][digits] = score;
            via[at][digits] = by;
        }
    }

    private Path path(int[][] via, int count, boolean counted, List<Recognizer.Answer> answers) {
        List<Segment> digits = new ArrayList<>();
        List<Recognizer.Answer> chosen = new ArrayList<>();
        List<Boolean> cut = new ArrayList<>();
        List<Part> others = new ArrayList<>();
        int left = count;
        for (int at = pieces.size(); at > 0; ) {
            int by = via[at][left];
            if (by < 0) {
                at--;
                others.add(0, pieces.get(at).part);
            } else {
                digits.add(0, segments.get(by));
                chosen.add(0, answers.get(by));
                cut.add(0, isLikeCutLetter(segments.get(by), answers.get(by)));
                at = segments.get(by).from;
                left -= counted ? 1 : 0;
            }
        }
        return new Path(digits, chosen, cut, others);
    }

    /** What speaks against a piece being no digit: for a large one it is not tempting. */
    private double[] skipTraits(int at) {
        Piece piece = pieces.get(at);
        double share = Math.min(1.5, piece.part.area() / (stroke * height));
        double[] traits = new double[SegmentWeights.COUNT];
        if (piece.small) {
            traits[SegmentWeights.SKIPPED_SMALL] = 1;
            traits[SegmentWeights.SKIPPED_SMALL_INK] = share;
            traits[SegmentWeights.SKIPPED_NEAR] = isNear(at, at - 1) || isNear(at, at + 1) ? 1 : 0;
        } else if (piece.cut || isCut(at + 1)) {
            traits[SegmentWeights.SKIPPED_CUT] = 1;
            traits[SegmentWeights.SKIPPED_CUT_INK] = share;
        } else {
            traits[SegmentWeights.SKIPPED] = 1;
        }
        return traits;
    }

    /** Whether a small piece all but touches another one, at whose top it lies: a dot or a dash does not. */
    private boolean isNear(int at, int other) {
        if (other < 0 || other >= pieces.size() || pieces.get(other).small) {
            return false;
        }
        Box small = pieces.get(at).part.box();
        Box large = pieces.get(other).part.box();
        return distance(small, large) <= NEAR * stroke && small.bottom() < large.top() + 0.4 * large.height();
    }

    /** What speaks for and against a segment being one digit: what the network says, and what its shape says. */
    private double[] traits(Segment segment, Recognizer.Answer answer) {
        Part part = segment.part;
        boolean cut = isCut(segment.from) || isCut(segment.to);
        double high = part.height() / height;
        double aspect = (double) part.width() / part.height();
        boolean one = answer.prediction().digit() == 1;
        double[] traits = new double[SegmentWeights.COUNT];
        traits[SegmentWeights.DIGIT] = 1;
        traits[SegmentWeights.LOG_PROBABILITY] =
                Math.log(Math.max(1e-4, answer.prediction().probability()));
        traits[SegmentWeights.LOG_DIGIT] =
                Math.log(Math.max(1e-4, answer.prediction().digitProbability()));
        traits[SegmentWeights.LOW] = Math.max(0, (cut ? 0.85 : 0.55) - high);
        traits[SegmentWeights.HIGH] = Math.max(0, high - (cut ? 1.15 : 1.5));
        traits[SegmentWeights.WIDE] = Math.max(0, aspect - 1);
        traits[SegmentWeights.WIDE_ONE] = one ? Math.max(0, aspect - 0.5) : 0;
        traits[SegmentWeights.NARROW] = one ? 0 : Math.max(0, 0.4 - aspect);
        traits[SegmentWeights.CUT_ONE] = cut && one ? 1 : 0;
        traits[SegmentWeights.CUT] = (isCut(segment.from) ? 1 : 0) + (isCut(segment.to) ? 1 : 0);
        traits[SegmentWeights.CROSSED] = crossed(segment.from) + crossed(segment.to);
        Box box = pieces.get(segment.from).part.box();
        for (int i = segment.from + 1; i < segment.to; i++) {
            Piece piece = pieces.get(i);
            if (!piece.cut) {
                traits[SegmentWeights.JOINED]++;
                traits[SegmentWeights.JOINED_GAP] += distance(box, piece.part.box()) / height;
            }
            box = box.union(piece.part.box());
        }
        return traits;
    }

    private double crossed(int at) {
        return isCut(at) ? Math.max(0, pieces.get(at).cost - 1) : 0;
    }
}
