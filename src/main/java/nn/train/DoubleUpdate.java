package nn.train;

import nn.model.DoubleMatrix;
import nn.model.Parameters;
import nn.model.Precision;

/**
 * An optimizer step in double precision on one thread: what the lessons' networks learn with, {@link ParameterUpdate} is for the
 * large ones. It works through the vector in cache-sized pieces, in memory allocated once, so that a step of a tiny network
 * costs next to nothing.
 */
public final class DoubleUpdate {

    private static final int PIECE = 1024;

    private final Optimizer optimizer;
    private final DoubleMatrix vector;
    private final double[] values;
    private final double[] gradientValues;
    private final double[][] remembered;
    private final double[][] slots;
    private long step;

    /** For these parameters, which {@link #apply} changes. */
    public DoubleUpdate(Optimizer optimizer, Parameters parameters) {
        if (parameters.vector().precision() != Precision.DOUBLE) {
            throw new IllegalArgumentException("a double update needs parameters in double precision");
        }
        this.optimizer = optimizer;
        vector = (DoubleMatrix) parameters.vector();
        values = new double[Math.min(PIECE, vector.columns())];
        gradientValues = new double[values.length];
        remembered = new double[optimizer.slots()][vector.columns()];
        slots = new double[optimizer.slots()][values.length];
    }

    /** Makes a step down the gradient, without weight decay. */
    public void apply(Parameters gradient, double rate) {
        DoubleMatrix gradientVector = (DoubleMatrix) gradient.vector();
        for (int start = 0; start < vector.columns(); start += values.length) {
            int length = Math.min(values.length, vector.columns() - start);
            vector.read(0, start, values, length);
            gradientVector.read(0, start, gradientValues, length);
            for (int slot = 0; slot < slots.length; slot++) {
                System.arraycopy(remembered[slot], start, slots[slot], 0, length);
            }
            optimizer.update(values, gradientValues, slots, 0, length, rate, 0, step);
            vector.write(0, start, values, length);
            for (int slot = 0; slot < slots.length; slot++) {
                System.arraycopy(slots[slot], 0, remembered[slot], start, length);
            }
        }
        step++;
    }
}
