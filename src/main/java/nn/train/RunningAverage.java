package nn.train;

import nn.model.Parameters;

/**
 * A running average of the parameters, which is often better than the last parameters (Polyak and Juditsky 1992).
 *
 * @param average the average, changed in place
 * @param decay the share of the old average in a step, in (0, 1)
 */
public record RunningAverage(Parameters average, double decay) {

    /**
     * The share of the new parameters in a step. The decay grows as (1 + step) / (10 + step), from 0.1 to the configured one, so the
     * average soon forgets the start.
     *
     * @param step the number of steps before this one
     */
    public static double share(double decay, long step) {
        return Math.max(1 - decay, 9.0 / (10 + step));
    }

    /** Moves the average towards the parameters after a step. */
    void follow(Parameters parameters, long step) {
        double share = share(decay, step);
        double[] values = parameters.vector().row(0);
        double[] averaged = average.vector().row(0);
        for (int i = 0; i < averaged.length; i++) {
            averaged[i] += share * (values[i] - averaged[i]);
        }
        average.vector().writeRow(0, averaged);
    }
}
