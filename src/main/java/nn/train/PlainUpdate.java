package nn.train;

import java.util.Optional;
import nn.model.Matrix;
import nn.model.Parameters;

/**
 * Changes parameters by their gradient, on one thread: clipping, then the optimizer with weight decay, then the running average. It works
 * on pieces of the vectors that fit into the first cache.
 */
public final class PlainUpdate {

    private static final int PIECE = 1024;

    private final Optimizer optimizer;
    private final Parameters parameters;
    private final double weightDecay;
    private final double clipNorm;
    private final Optional<RunningAverage> average;
    private final double[] parameterPiece;
    private final double[] gradientPiece;
    private final double[][] slotPieces;
    private final double[][] slots;
    private long step;

    /** Without weight decay, clipping and average. */
    public PlainUpdate(Optimizer optimizer, Parameters parameters) {
        this(optimizer, parameters, 0, 0, Optional.empty());
    }

    /**
     * For parameters that {@link #apply} changes.
     *
     * @param weightDecay of weights, not of biases
     * @param clipNorm the largest norm of the gradient; a longer gradient is scaled down to it; 0 is off
     */
    PlainUpdate(
            Optimizer optimizer,
            Parameters parameters,
            double weightDecay,
            double clipNorm,
            Optional<RunningAverage> average) {
        this.optimizer = optimizer;
        this.parameters = parameters;
        this.weightDecay = weightDecay;
        this.clipNorm = clipNorm;
        this.average = average;
        int count = parameters.vector().columns();
        parameterPiece = new double[Math.min(PIECE, count)];
        gradientPiece = new double[parameterPiece.length];
        slotPieces = new double[optimizer.slots()][parameterPiece.length];
        slots = new double[optimizer.slots()][count];
    }

    /** Makes a step down the gradient. */
    void apply(Parameters gradient, double learningRate) {
        double scale = clipNorm > 0 ? Math.min(1, clipNorm / norm(gradient)) : 1;
        for (int layer = 0; layer < parameters.architecture().layers(); layer++) {
            int start = parameters.start(layer);
            int biases = start + parameters.weightCount(layer);
            int end = start
                    + parameters.layer(layer).rows() * parameters.layer(layer).columns();
            apply(gradient.vector(), start, biases, scale, learningRate, weightDecay);
            apply(gradient.vector(), biases, end, scale, learningRate, 0);
        }
        average.ifPresent(present -> present.follow(parameters, step));
        step++;
    }

    private void apply(Matrix gradient, int from, int to, double scale, double learningRate, double decay) {
        Matrix vector = parameters.vector();
        for (int start = from; start < to; start += parameterPiece.length) {
            int length = Math.min(parameterPiece.length, to - start);
            vector.read(0, start, parameterPiece, length);
            gradient.read(0, start, gradientPiece, length);
            for (int i = 0; i < length; i++) {
                gradientPiece[i] *= scale;
            }
            for (int slot = 0; slot < slotPieces.length; slot++) {
                System.arraycopy(slots[slot], start, slotPieces[slot], 0, length);
            }
            optimizer.update(parameterPiece, gradientPiece, slotPieces, 0, length, learningRate, decay, step);
            vector.write(0, start, parameterPiece, length);
            for (int slot = 0; slot < slotPieces.length; slot++) {
                System.arraycopy(slotPieces[slot], 0, slots[slot], start, length);
            }
        }
    }

    private static double norm(Parameters gradient) {
        double sum = 0;
        for (double slope : gradient.vector().row(0)) {
            sum += slope * slope;
        }
        return Math.sqrt(sum);
    }
}
