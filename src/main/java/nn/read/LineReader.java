package nn.read;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Reads lines of writing: cuts what may be several digits, and asks the network about all pieces of all lines at once. */
final class LineReader {

    /** A part that is so surely a digit, and not wide, is not cut. */
    private static final double SURE = 0.8;

    private static final double WIDE = 1.05;
    /** Or so surely, and wider. */
    private static final double VERY_SURE = 0.98;

    private static final double VERY_WIDE = 1.4;
    /** Narrower parts, relative to the height of the line, are not two digits. */
    private static final double NARROW = 0.3;

    private final Recognizer recognizer;
    private final OptionalInt digits;

    /** @param digits how many digits each line has, if that is known */
    LineReader(Recognizer recognizer, OptionalInt digits) {
        this.recognizer = recognizer;
        this.digits = digits;
    }

    /**
     * A line that was read.
     *
     * @param path   what it shows
     * @param height of its digits, in pixels
     * @param stroke the width of their strokes
     */
    record Reading(Lattice.Path path, double height, double stroke) {}

    /**
     * The readings of the lines, in their order.
     *
     * @param display whether the digits have seven bars
     */
    List<Reading> read(List<Lines.Line> lines, InkMap map, boolean display) {
        List<Lattice> lattices = lattices(lines, map, display);
        List<Part> asked = lattices.stream()
                .flatMap(lattice -> lattice.segments().stream())
                .map(Lattice.Segment::part)
                .toList();
        List<Recognizer.Answer> all = answers(asked, map, display);
        List<Reading> readings = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < lattices.size(); i++) {
            int to = from + lattices.get(i).segments().size();
            readings.add(new Reading(
                    lattices.get(i).best(all.subList(from, to), digits),
                    lines.get(i).height(),
                    lines.get(i).parts().get(0).stroke()));
            from = to;
        }
        return readings;
    }

    /** All ways to read each line: what is surely one digit is not cut. */
    List<Lattice> lattices(List<Lines.Line> lines, InkMap map, boolean display) {
        List<Part> whole = lines.stream().flatMap(line -> line.parts().stream()).toList();
        List<Recognizer.Answer> answers = answers(whole, map, display);
        List<Lattice> lattices = new ArrayList<>();
        int next = 0;
        for (Lines.Line line : lines) {
            List<Cuts> cuts = new ArrayList<>();
            List<Boolean> sure = new ArrayList<>();
            double height = line.height();
            for (Part part : line.parts()) {
                double probability = answers.get(next).probability();
                boolean digit = probability >= SURE && part.width() < WIDE * part.height()
                        || probability >= VERY_SURE && part.width() < VERY_WIDE * part.height();
                boolean one = display || part.width() < NARROW * height || digits.isEmpty() && digit;
                cuts.add(one ? Cuts.none(part) : Cuts.of(part, height));
                sure.add(one && digit);
                next++;
            }
            lattices.add(new Lattice(cuts, sure, line.small(), height));
        }
        return lattices;
    }

    private List<Recognizer.Answer> answers(List<Part> parts, InkMap map, boolean display) {
        List<Recognizer.Answer> answers = recognizer.answers(parts, map);
        return display
                ? IntStream.range(0, parts.size())
                        .mapToObj(i -> answers.get(i).withBars(parts.get(i)))
                        .toList()
                : answers;
    }
}
