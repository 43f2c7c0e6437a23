package nn.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import nn.eval.Prediction;

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
     * @param stroke the width of its first part's strokes, in pixels
     */
    record Reading(Lattice.Path path, double height, double stroke) {}

    /**
     * What speaks for each way to read a line.
     *
     * @param answers what the segments of the lattice are
     * @param wholes  what the segment network says of them, if it was asked
     */
    record Evidence(Lattice lattice, List<Recognizer.Answer> answers, Optional<List<Prediction>> wholes) {

        Optional<Prediction> whole(int segment) {
            return wholes.map(all -> all.get(segment));
        }

        /** All steps of paths through the lattice, in the order of the pieces where they begin. */
        List<Step> steps() {
            SegmentTraits traits = new SegmentTraits(lattice);
            List<Step> steps = new ArrayList<>();
            for (int at = 0; at < lattice.pieces().size(); at++) {
                steps.add(new Step(at, at + 1, Posterior.NONE, traits.skipped(at)));
                for (int i = 0; i < lattice.segments().size(); i++) {
                    Lattice.Segment segment = lattice.segments().get(i);
                    if (segment.from() == at) {
                        steps.add(new Step(at, segment.to(), i, traits.of(segment, answers.get(i), whole(i))));
                    }
                }
            }
            return steps;
        }
    }

    /**
     * A step of a path: a digit, or a piece that is none.
     *
     * @param from    the piece where it begins
     * @param to      the piece behind it
     * @param segment the index of the segment that it reads; {@link Posterior#NONE} for none
     * @param traits  what speaks for it and against it, [{@link SegmentWeights#COUNT}]
     */
    record Step(int from, int to, int segment, double[] traits) {}

    /**
     * The readings of the lines, in their order.
     *
     * @param display whether the digits have seven bars
     */
    List<Reading> read(List<Lines.Line> lines, InkMap map, boolean display) {
        List<Evidence> evidence = evidence(lines, map, display);
        return IntStream.range(0, lines.size())
                .mapToObj(i -> new Reading(
                        new BestPath(evidence.get(i), digits).path(),
                        lines.get(i).height(),
                        lines.get(i).parts().get(0).stroke()))
                .toList();
    }

    /** The evidence for each line; the networks are asked about all lines together. */
    List<Evidence> evidence(List<Lines.Line> lines, InkMap map, boolean display) {
        List<Lattice> lattices = lattices(lines, map, display);
        List<Part> asked = lattices.stream()
                .flatMap(lattice -> lattice.segments().stream())
                .map(Lattice.Segment::part)
                .toList();
        List<Recognizer.Answer> answers = answers(asked, map, display);
        Optional<List<Prediction>> wholes = display ? Optional.empty() : recognizer.wholes(lattices, map);
        List<Evidence> evidence = new ArrayList<>();
        int from = 0;
        for (Lattice lattice : lattices) {
            int to = from + lattice.segments().size();
            int first = from;
            Optional<List<Prediction>> own = wholes.map(all -> all.subList(first, to));
            evidence.add(new Evidence(lattice, together(lattice, answers.subList(from, to), own), own));
            from = to;
        }
        return evidence;
    }

    /** The answers, those for cut digits together with what the segment network says, which saw their surroundings. */
    private static List<Recognizer.Answer> together(
            Lattice lattice, List<Recognizer.Answer> answers, Optional<List<Prediction>> wholes) {
        if (wholes.isEmpty()) {
            return answers;
        }
        return IntStream.range(0, answers.size())
                .mapToObj(i -> lattice.isCut(lattice.segments().get(i))
                        ? answers.get(i).with(wholes.get().get(i))
                        : answers.get(i))
                .toList();
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
