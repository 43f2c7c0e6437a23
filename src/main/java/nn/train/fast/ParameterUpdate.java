package nn.train.fast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nn.model.FloatMatrix;
import nn.model.Parameters;
import nn.train.Optimizer;
import nn.train.PieceVector;
import nn.train.TrainingState;
import nn.train.fast.Parts.Part;

/**
 * One part of an optimizer step. For its rows of each layer it changes parameters, optimizer state and running average in place, one
 * piece of a {@link PieceVector} after the other.
 */
final class ParameterUpdate {

    private static final int PIECE = PieceVector.PIECE;

    private final Optimizer optimizer;
    private final FloatMatrix parameters;
    private final List<PieceVector> slots;
    private final Optional<FloatMatrix> average;
    private final List<Segment> segments = new ArrayList<>();
    private final float[] parameterPiece = new float[PIECE];
    private final float[] gradientPiece = new float[PIECE];
    private final float[] averagePiece = new float[PIECE];
    private final float[][] slotPieces;

    /**
     * The vectors that a step changes.
     *
     * @param slots what the optimizer remembers, such as velocities
     * @param average follows the parameters, where there is one
     */
    record Vectors(Parameters parameters, List<PieceVector> slots, Optional<Parameters> average) {

        static Vectors of(TrainingState state) {
            return new Vectors(state.parameters(), state.slots(), state.average());
        }
    }

    /**
     * What all parts have in common in one step.
     *
     * @param gradientScale what the gradient is multiplied by, 1 without clipping
     * @param weightDecay of weights, not of biases
     * @param averageShare the share of the new parameters in the average, in [0, 1]
     * @param step how many steps were made before
     */
    record Change(float gradientScale, double learningRate, double weightDecay, float averageShare, long step) {}

    /**
     * Own weights, or own biases, of one layer.
     *
     * @param start the first of them in the parameter vector
     * @param end behind the last of them
     * @param gradient of the own rows of the layer
     * @param gradientStart where in the parameter vector these rows start
     */
    private record Segment(int start, int end, boolean areWeights, GradientRows gradient, int gradientStart) {}

    /** @param gradients the part's rows of each layer's gradient */
    ParameterUpdate(Optimizer optimizer, Vectors vectors, List<GradientRows> gradients, Part part) {
        this.optimizer = optimizer;
        parameters = (FloatMatrix) vectors.parameters.vector();
        slots = List.copyOf(vectors.slots);
        average = vectors.average.map(present -> (FloatMatrix) present.vector());
        slotPieces = new float[slots.size()][];
        for (int layer = 0; layer < gradients.size(); layer++) {
            addSegments(vectors.parameters, layer, gradients.get(layer), part);
        }
    }

    private void addSegments(Parameters all, int layer, GradientRows gradient, Part part) {
        int rows = all.layer(layer).rows();
        int columns = all.layer(layer).columns();
        int start = all.start(layer) + part.first(rows) * columns;
        int end = start + part.size(rows) * columns;
        int biases = all.start(layer) + all.weightCount(layer);
        if (start < Math.min(end, biases)) {
            segments.add(new Segment(start, Math.min(end, biases), true, gradient, start));
        }
        if (Math.max(start, biases) < end) {
            segments.add(new Segment(Math.max(start, biases), end, false, gradient, start));
        }
    }

    /** Makes this part of a step. */
    void apply(Change change) {
        for (Segment segment : segments) {
            for (int start = segment.start, end; start < segment.end; start = end) {
                end = Math.min(segment.end, (start / PIECE + 1) * PIECE);
                applyWithinPiece(segment, start, end - start, change);
            }
        }
    }

    /** Changes {@code length} parameters from number {@code start} on, all in the same piece. */
    private void applyWithinPiece(Segment segment, int start, int length, Change change) {
        int piece = start / PIECE;
        int from = start % PIECE;
        int to = from + length;
        segment.gradient.read(start - segment.gradientStart, gradientPiece, from, length);
        if (change.gradientScale != 1) {
            for (int i = from; i < to; i++) {
                gradientPiece[i] *= change.gradientScale;
            }
        }
        for (int slot = 0; slot < slotPieces.length; slot++) {
            slotPieces[slot] = slots.get(slot).piece(piece);
        }
        double decay = segment.areWeights ? change.weightDecay : 0;
        parameters.read(0, start, parameterPiece, from, length);
        optimizer.update(parameterPiece, gradientPiece, slotPieces, from, to, change.learningRate, decay, change.step);
        parameters.write(0, start, parameterPiece, from, length);
        if (average.isPresent()) {
            followParameters(average.get(), start, length, change.averageShare);
        }
    }

    private void followParameters(FloatMatrix averages, int start, int length, float share) {
        int from = start % PIECE;
        averages.read(0, start, averagePiece, from, length);
        for (int i = from; i < from + length; i++) {
            averagePiece[i] += share * (parameterPiece[i] - averagePiece[i]);
        }
        averages.write(0, start, averagePiece, from, length);
    }

    /** The sum of the squares of this part of the gradient, for clipping. */
    double squaredNorm() {
        double sum = 0;
        for (Segment segment : segments) {
            for (int start = segment.start; start < segment.end; start += PIECE) {
                int length = Math.min(PIECE, segment.end - start);
                segment.gradient.read(start - segment.gradientStart, gradientPiece, 0, length);
                for (int i = 0; i < length; i++) {
                    sum += (double) gradientPiece[i] * gradientPiece[i];
                }
            }
        }
        return sum;
    }
}
