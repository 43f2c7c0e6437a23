package nn.train.fast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nn.model.FloatMatrix;
import nn.model.Parameters;
import nn.train.Optimizer;
import nn.train.PieceVector;

/**
 * One part of an optimizer step: for its rows of each layer it changes parameters, optimizer state and running average in place, a
 * {@link PieceVector}'s piece after the other.
 */
final class ParameterUpdate {

    private final Optimizer optimizer;
    private final Parameters parameters;
    private final List<PieceVector> slots;
    private final Optional<Parameters> average;
    private final List<GradientRows> gradients;
    private final List<List<Segment>> segments = new ArrayList<>();
    private final float[] values = new float[PieceVector.PIECE];
    private final float[] slopes = new float[PieceVector.PIECE];
    private final float[] other = new float[PieceVector.PIECE];
    private final float[][] remembered;

    /** A run of the vector that is either weights or biases; {@code base} is where the part's rows of the layer start in it. */
    private record Segment(int start, int end, int base, boolean weights) {}

    /**
     * For one part.
     *
     * @param average follows the parameters, where there is one
     * @param gradients the part's rows of each layer's gradient
     */
    ParameterUpdate(
            Optimizer optimizer,
            Parameters parameters,
            List<PieceVector> slots,
            Optional<Parameters> average,
            List<GradientRows> gradients,
            Parts parts,
            int part) {
        this.optimizer = optimizer;
        this.parameters = parameters;
        this.slots = List.copyOf(slots);
        this.average = average;
        this.gradients = gradients;
        remembered = new float[slots.size()][];
        for (int layer = 0; layer < parameters.architecture().layers(); layer++) {
            int columns = parameters.layer(layer).columns();
            int rows = parameters.layer(layer).rows();
            int start = parameters.start(layer) + parts.first(part, rows) * columns;
            int end = start + parts.size(part, rows) * columns;
            int biases = parameters.start(layer) + parameters.weightCount(layer);
            segments.add(Stream.of(
                            new Segment(start, Math.min(end, biases), start, true),
                            new Segment(Math.max(start, biases), end, start, false))
                    .filter(s -> s.start < s.end)
                    .toList());
        }
    }

    /**
     * Makes this part of a step in one layer.
     *
     * @param scale what the gradient is multiplied by, 1 without clipping
     * @param averageShare how much of the new parameters enters the average, in [0, 1]
     */
    void apply(int layer, double scale, double rate, double weightDecay, double averageShare, long step) {
        for (Segment segment : segments.get(layer)) {
            double decay = segment.weights ? weightDecay : 0;
            for (int start = segment.start, end; start < segment.end; start = end) {
                end = Math.min(segment.end, (start / PieceVector.PIECE + 1) * PieceVector.PIECE);
                int from = start % PieceVector.PIECE;
                gradients.get(layer).read(start - segment.base, slopes, from, end - start);
                applyPiece(
                        start / PieceVector.PIECE,
                        from,
                        from + end - start,
                        (float) scale,
                        rate,
                        decay,
                        (float) averageShare,
                        step);
            }
        }
    }

    /** A part of a piece, {@code from} to {@code to - 1} in it. */
    private void applyPiece(
            int piece, int from, int to, float scale, double rate, double decay, float averageShare, long step) {
        if (scale != 1) {
            for (int i = from; i < to; i++) {
                slopes[i] *= scale;
            }
        }
        int start = piece * PieceVector.PIECE + from;
        FloatMatrix vector = vector(parameters);
        vector.read(0, start, values, from, to - from);
        for (int slot = 0; slot < remembered.length; slot++) {
            remembered[slot] = slots.get(slot).piece(piece);
        }
        optimizer.update(values, slopes, remembered, from, to, rate, decay, step);
        vector.write(0, start, values, from, to - from);
        if (average.isPresent()) {
            FloatMatrix averaged = vector(average.get());
            averaged.read(0, start, other, from, to - from);
            for (int i = from; i < to; i++) {
                other[i] += averageShare * (values[i] - other[i]);
            }
            averaged.write(0, start, other, from, to - from);
        }
    }

    /** The sum of the squares of this part of the gradient, for clipping. */
    double squaredNorm() {
        double sum = 0;
        for (int layer = 0; layer < segments.size(); layer++) {
            for (Segment segment : segments.get(layer)) {
                for (int start = segment.start; start < segment.end; start += slopes.length) {
                    int length = Math.min(slopes.length, segment.end - start);
                    gradients.get(layer).read(start - segment.base, slopes, 0, length);
                    for (int i = 0; i < length; i++) {
                        sum += (double) slopes[i] * slopes[i];
                    }
                }
            }
        }
        return sum;
    }

    private static FloatMatrix vector(Parameters parameters) {
        return (FloatMatrix) parameters.vector();
    }
}
