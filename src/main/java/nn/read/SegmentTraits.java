package nn.read;

import java.util.Optional;
import nn.eval.Prediction;
import nn.image.prepare.Box;

/** What speaks for and against a segment of a {@link Lattice} being one digit, and a piece being none. */
final class SegmentTraits {

    /** Pieces all but touch when they are nearer than so many widths of the stroke. */
    private static final double NEAR = 1.2;

    /** No probability counts as less. */
    private static final double LEAST = 1e-3;

    private final Lattice lattice;
    private final double height;
    private final double stroke;

    SegmentTraits(Lattice lattice) {
        this.lattice = lattice;
        height = lattice.height();
        stroke = lattice.stroke();
    }

    /** [{@link SegmentWeights#COUNT}] of a piece that is no digit: for a large one it is not tempting. */
    double[] skipped(int at) {
        Lattice.Piece piece = lattice.pieces().get(at);
        double share = Math.min(1.5, piece.part().area() / (stroke * height));
        double[] traits = new double[SegmentWeights.COUNT];
        if (piece.small()) {
            traits[SegmentWeights.SKIPPED_SMALL] = 1;
            traits[SegmentWeights.SKIPPED_SMALL_INK] = share;
            traits[SegmentWeights.SKIPPED_NEAR] = isNear(at, at - 1) || isNear(at, at + 1) ? 1 : 0;
        } else if (lattice.isCut(at) || lattice.isCut(at + 1)) {
            traits[SegmentWeights.SKIPPED_CUT] = 1;
            traits[SegmentWeights.SKIPPED_CUT_INK] = share;
        } else {
            traits[SegmentWeights.SKIPPED] = 1;
        }
        return traits;
    }

    /** Whether a small piece all but touches another one, at whose top it lies: a dot or a dash does not. */
    private boolean isNear(int at, int other) {
        if (other < 0
                || other >= lattice.pieces().size()
                || lattice.pieces().get(other).small()) {
            return false;
        }
        Box small = lattice.pieces().get(at).part().box();
        Box large = lattice.pieces().get(other).part().box();
        return Lattice.distance(small, large) <= NEAR * stroke && small.bottom() < large.top() + 0.4 * large.height();
    }

    /** [{@link SegmentWeights#COUNT}] of a segment that is one digit: what the network says, and what its shape says. */
    double[] of(Lattice.Segment segment, Recognizer.Answer answer, Optional<Prediction> whole) {
        Part part = segment.part();
        boolean cut = lattice.isCut(segment);
        boolean one = answer.prediction().digit() == 1;
        double[] traits = new double[SegmentWeights.COUNT];
        traits[SegmentWeights.DIGIT] = 1;
        double probability = answer.prediction().probability();
        double digit = answer.prediction().digitProbability();
        traits[SegmentWeights.LOG_PROBABILITY] = Math.log(Math.max(1e-4, probability));
        traits[SegmentWeights.LOG_DIGIT] = Math.log(Math.max(1e-4, digit));
        whole.ifPresent(
                prediction -> addWhole(traits, prediction, answer.prediction().digit()));
        addShape(traits, part, cut, one);
        traits[SegmentWeights.CUT_ONE] = cut && one ? 1 : 0;
        addCut(traits, segment.from());
        addCut(traits, segment.to());
        addJoins(traits, segment);
        return traits;
    }

    private static void addWhole(double[] traits, Prediction prediction, int digit) {
        double none = Recognizer.noWhole(prediction);
        traits[SegmentWeights.LOG_WHOLE] = log(1 - none);
        traits[SegmentWeights.LOG_NO_WHOLE] = log(none);
        traits[SegmentWeights.LOG_AGREES] = log(prediction.probabilities().get(digit) / Math.max(LEAST, 1 - none));
    }

    private static double log(double probability) {
        return Math.log(Math.max(LEAST, probability));
    }

    private void addShape(double[] traits, Part part, boolean cut, boolean one) {
        double high = part.height() / height;
        double aspect = (double) part.width() / part.height();
        traits[SegmentWeights.LOW] = Math.max(0, (cut ? 0.85 : 0.55) - high);
        traits[SegmentWeights.HIGH] = Math.max(0, high - (cut ? 1.15 : 1.5));
        traits[SegmentWeights.WIDE] = Math.max(0, aspect - 1);
        traits[SegmentWeights.WIDE_ONE] = one ? Math.max(0, aspect - 0.5) : 0;
        traits[SegmentWeights.NARROW] = one ? 0 : Math.max(0, 0.4 - aspect);
    }

    private void addCut(double[] traits, int at) {
        if (lattice.isCut(at)) {
            traits[SegmentWeights.CUT]++;
            traits[SegmentWeights.CROSSED] +=
                    Math.max(0, lattice.pieces().get(at).crossed() - 1);
        }
    }

    private void addJoins(double[] traits, Lattice.Segment segment) {
        Box box = lattice.pieces().get(segment.from()).part().box();
        for (int i = segment.from() + 1; i < segment.to(); i++) {
            Box next = lattice.pieces().get(i).part().box();
            if (!lattice.isCut(i)) {
                traits[SegmentWeights.JOINED]++;
                traits[SegmentWeights.JOINED_GAP] += Lattice.distance(box, next) / height;
            }
            box = box.union(next);
        }
    }
}
