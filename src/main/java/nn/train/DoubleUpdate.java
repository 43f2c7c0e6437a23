package nn.train;

import nn.model.DoubleMatrix;
import nn.model.Parameters;
import nn.model.Precision;

/**
 * An optimizer step in double precision on one thread: what the lessons' networks learn with, {@link ParameterUpdate} is for the
 * large ones. Its memory is allocated once, so that a step of a tiny network costs next to nothing.
 */
public final class DoubleUpdate {

    private final Optimizer optimizer;
    private final DoubleMatrix vector;
    private final double[] values;
    private final double[] gradientValues;
    private final double[][] slots;
    private long step;

    /** For these parameters, which {@link #apply} changes. */
    public DoubleUpdate(Optimizer optimizer, Parameters parameters) {
        if (parameters.vector().precision() != Precision.DOUBLE) {
            throw new IllegalArgumentException("a double update needs parameters in double precision");
        }
        this.optimizer = optimizer;
        vector = (DoubleMatrix) parameters.vector();
        values = new double[vector.columns()];
        gradientValues = new double[values.length];
        slots = new double[optimizer.slots()][values.length];
    }

    /** Makes a step down the gradient, without weight decay. */
    public void apply(Parameters gradient, double rate) {
        vector.readRow(0, values);
        gradient.vector().readRow(0, gradientValues);
        optimizer.update(values, gradientValues, slots, values.length, rate, 0, step++);
        vector.writeRow(0, values);
    }
}
