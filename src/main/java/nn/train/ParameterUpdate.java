package nn.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nn.model.FloatMatrix;
import nn.model.Matrix;
import nn.model.Parameters;

/**
 * One worker's part of an optimizer step: for its range of the flat vector it sums the workers' gradients in their order, and
 * changes parameters, optimizer state and running average in place, a cache-sized piece after the other. Every worker has its own.
 */
public final class ParameterUpdate {

    private static final int PIECE = 1024;

    private final Optimizer optimizer;
    private final Parameters parameters;
    private final List<Parameters> slots;
    private final Optional<Parameters> average;
    private final List<Parameters> gradients;
    private final List<Segment> segments = new ArrayList<>();
    private final float[] values = new float[PIECE];
    private final float[] gradient = new float[PIECE];
    private final float[] other = new float[PIECE];
    private final float[][] remembered;

    /** A run of the vector that is either weights or biases. */
    private record Segment(int start, int end, boolean weights) {
    }

    /**
     * For one of {@code workers} equal ranges.
     *
     * @param average follows the parameters, where there is one
     * @param gradients each worker's share of the gradient
     */
    public ParameterUpdate(Optimizer optimizer, Parameters parameters, List<Parameters> slots, Optional<Parameters> average,
            List<Parameters> gradients, int worker, int workers) {
        this.optimizer = optimizer;
        this.parameters = parameters;
        this.slots = List.copyOf(slots);
        this.average = average;
        this.gradients = List.copyOf(gradients);
        remembered = new float[slots.size()][PIECE];
        long count = parameters.vector().columns();
        addSegments((int) (count * worker / workers), (int) (count * (worker + 1) / workers));
    }

    private void addSegments(int from, int to) {
        for (int layer = 0; layer < parameters.architecture().layers(); layer++) {
            Matrix matrix = parameters.layer(layer);
            int start = parameters.start(layer);
            int biases = start + parameters.weightCount(layer);
            int end = start + matrix.rows() * matrix.columns();
            addSegment(Math.max(from, start), Math.min(to, biases), true);
            addSegment(Math.max(from, biases), Math.min(to, end), false);
        }
    }

    private void addSegment(int start, int end, boolean weights) {
        if (start < end) {
            segments.add(new Segment(start, end, weights));
        }
    }

    /**
     * Makes this worker's part of a step.
     *
     * @param active how many of the gradients hold a share
     * @param scale what the summed gradient is multiplied by, 1 without clipping
     * @param averageShare how much of the new parameters enters the average, in [0, 1]
     */
    public void apply(int active, double scale, double rate, double weightDecay, double averageShare, long step) {
        for (Segment segment : segments) {
            double decay = segment.weights ? weightDecay : 0;
            for (int start = segment.start; start < segment.end; start += PIECE) {
                applyPiece(start, Math.min(PIECE, segment.end - start), active, (float) scale, rate, decay,
                        (float) averageShare, step);
            }
        }
    }

    private void applyPiece(int start, int length, int active, float scale, double rate, double decay, float averageShare,
            long step) {
        sumGradients(start, length, active, scale);
        FloatMatrix vector = vector(parameters);
        vector.read(0, start, values, length);
        for (int slot = 0; slot < remembered.length; slot++) {
            vector(slots.get(slot)).read(0, start, remembered[slot], length);
        }
        optimizer.update(values, gradient, remembered, length, rate, decay, step);
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

    private void sumGradients(int start, int length, int active, float scale) {
        vector(gradients.get(0)).read(0, start, gradient, length);
        for (int worker = 1; worker < active; worker++) {
            vector(gradients.get(worker)).read(0, start, other, length);
            for (int i = 0; i < length; i++) {
                gradient[i] += other[i];
            }
        }
        if (scale != 1) {
            for (int i = 0; i < length; i++) {
                gradient[i] *= scale;
            }
        }
    }

    /** The sum of the squares of this range of the summed gradient, for clipping. */
    public double squaredNorm(int active) {
        double sum = 0;
        for (Segment segment : segments) {
            for (int start = segment.start; start < segment.end; start += PIECE) {
                int length = Math.min(PIECE, segment.end - start);
                sumGradients(start, length, active, 1);
                for (int i = 0; i < length; i++) {
                    sum += (double) gradient[i] * gradient[i];
                }
            }
        }
        return sum;
    }

    private static FloatMatrix vector(Parameters parameters) {
        return (FloatMatrix) parameters.vector();
    }
}
