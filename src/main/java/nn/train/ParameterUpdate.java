package nn.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nn.model.FloatMatrix;
import nn.model.GradientRows;
import nn.model.Parameters;

/**
 * One worker's part of an optimizer step: for its rows of each layer it changes parameters, optimizer state and running average
 * in place, a cache-sized piece after the other. Every worker has its own.
 */
public final class ParameterUpdate {

    private static final int PIECE = 1024;

    private final Optimizer optimizer;
    private final Parameters parameters;
    private final List<Parameters> slots;
    private final Optional<Parameters> average;
    private final List<GradientRows> gradients;
    private final List<List<Segment>> segments = new ArrayList<>();
    private final float[] values = new float[PIECE];
    private final float[] slopes = new float[PIECE];
    private final float[] other = new float[PIECE];
    private final float[][] remembered;

    /** A run of the vector that is either weights or biases; {@code base} is where this worker's rows of the layer start in it. */
    private record Segment(int start, int end, int base, boolean weights) {
    }

    /**
     * For one of {@code workers} parts.
     *
     * @param average follows the parameters, where there is one
     * @param gradients this worker's rows of each layer's gradient
     */
    public ParameterUpdate(Optimizer optimizer, Parameters parameters, List<Parameters> slots, Optional<Parameters> average,
            List<GradientRows> gradients, int worker, int workers) {
        this.optimizer = optimizer;
        this.parameters = parameters;
        this.slots = List.copyOf(slots);
        this.average = average;
        this.gradients = List.copyOf(gradients);
        remembered = new float[slots.size()][PIECE];
        for (int layer = 0; layer < parameters.architecture().layers(); layer++) {
            int columns = parameters.layer(layer).columns();
            int start = parameters.start(layer) + parameters.firstRow(layer, worker, workers) * columns;
            int end = parameters.start(layer) + parameters.firstRow(layer, worker + 1, workers) * columns;
            int biases = parameters.start(layer) + parameters.weightCount(layer);
            segments.add(Stream.of(new Segment(start, Math.min(end, biases), start, true),
                    new Segment(Math.max(start, biases), end, start, false)).filter(s -> s.start < s.end).toList());
        }
    }

    /**
     * Makes this worker's part of a step in one layer.
     *
     * @param scale what the gradient is multiplied by, 1 without clipping
     * @param averageShare how much of the new parameters enters the average, in [0, 1]
     */
    public void apply(int layer, double scale, double rate, double weightDecay, double averageShare, long step) {
        for (Segment segment : segments.get(layer)) {
            double decay = segment.weights ? weightDecay : 0;
            for (int start = segment.start; start < segment.end; start += PIECE) {
                int length = Math.min(PIECE, segment.end - start);
                gradients.get(layer).read(start - segment.base, slopes, length);
                applyPiece(start, length, (float) scale, rate, decay, (float) averageShare, step);
            }
        }
    }

    private void applyPiece(int start, int length, float scale, double rate, double decay, float averageShare, long step) {
        if (scale != 1) {
            for (int i = 0; i < length; i++) {
                slopes[i] *= scale;
            }
        }
        FloatMatrix vector = vector(parameters);
        vector.read(0, start, values, length);
        for (int slot = 0; slot < remembered.length; slot++) {
            vector(slots.get(slot)).read(0, start, remembered[slot], length);
        }
        optimizer.update(values, slopes, remembered, length, rate, decay, step);
        vector.write(0, start, values, length);
        for (int slot = 0; slot < remembered.length; slot++) {
            vector(slots.get(slot)).write(0, start, remembered[slot], length);
        }
        if (average.isPresent()) {
            FloatMatrix averaged = vector(average.get());
            averaged.read(0, start, other, length);
            for (int i = 0; i < length; i++) {
                other[i] += averageShare * (values[i] - other[i]);
            }
            averaged.write(0, start, other, length);
        }
    }

    /** The sum of the squares of this worker's part of the gradient, for clipping. */
    public double squaredNorm() {
        double sum = 0;
        for (int layer = 0; layer < segments.size(); layer++) {
            for (Segment segment : segments.get(layer)) {
                for (int start = segment.start; start < segment.end; start += PIECE) {
                    int length = Math.min(PIECE, segment.end - start);
                    gradients.get(layer).read(start - segment.base, slopes, length);
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
