package nn.image.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nn.image.Plane;

/**
 * From a view to a digit in MNIST's convention, one step after the other: paper brightness taken out, surroundings removed, ink
 * threshold, the main digit, its strokes cut out at a fixed resolution, stroke width, fit into 20x20, center by mass.
 */
final class ViewReader {

    /** Where the digit is searched: large enough for a small digit, small enough to be quick. */
    private static final int SEARCH_SIDE = 320;
    /** The plain look is the likeliest, and takes its time; the others are many. */
    private static final int QUICK_SEARCH_SIDE = 224;

    /** Blank paper around the digit in the working cut-out, as a share of its size. */
    private static final double MARGIN = 0.15;
    /** A straight line is at least so long, as a share of the longer side of what is searched. */
    private static final double LINE = 0.3;

    private ViewReader() {}

    /** The digit of the view; empty when there is no ink in it. */
    static Optional<Candidate> read(View view, List<String> warnings) {
        Plane light = view.light();
        Plane coarse = Resampling.shrink(light, view.kind() == Candidate.Kind.PLAIN ? SEARCH_SIDE : QUICK_SEARCH_SIDE);
        Plane paper = Paper.under(coarse);
        Plane ink = Paper.ink(coarse, paper);
        Optional<boolean[]> erased = Optional.empty();
        if (view.withoutLines()) {
            InkLevel level = InkLevel.of(ink);
            Plane rest = StraightLines.removed(
                    ink, level.paper() + 0.7f * level.threshold(), (int) (LINE * ink.longerSide()), level.paper());
            erased = Optional.of(differences(ink, rest));
            ink = rest;
        }
        ink = Surroundings.removedFrom(ink);
        InkLevel level = InkLevel.of(ink).times((float) view.strictness());
        MainDigit digit = MainDigit.of(ink, level.paper() + level.threshold(), view.part(), view.joined());
        if (!digit.found()) {
            return Optional.empty();
        }
        float rim = (float) Math.min(0.75, 0.5 * view.strictness());
        CutOut cutOut = CutOut.of(light, coarse, paper, erased, level, digit, MARGIN, rim);
        if (cutOut.isBlank()) {
            return Optional.empty();
        }
        List<String> doubts = new ArrayList<>(warnings);
        if (digit.several()) {
            doubts.add(PreparedDigit.SEVERAL_DIGITS);
        }
        if (digit.touchesEdge()) {
            doubts.add(PreparedDigit.TOUCHES_EDGE);
        }
        return Optional.of(new Candidate(
                view.kind(),
                view.name(),
                PreparedDigit.of(MassCentering.center(cutOut.fitted()), true, doubts),
                (double) digit.box().longerSide() / coarse.longerSide(),
                digit.share(),
                digit.strength(),
                cutOut.pen()));
    }

    private static boolean[] differences(Plane before, Plane after) {
        boolean[] differences = new boolean[before.values().length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = after.values()[i] != before.values()[i];
        }
        return differences;
    }
}
