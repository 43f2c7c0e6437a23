package nn.train;

import nn.model.Parameters;

/**
 * A running average of the parameters, which is often better than the last ones (Polyak and Juditsky 1992).
 *
 * @param average follows the parameters
 * @param decay how much of it stays in a step, in (0, 1)
 */
public record RunningAverage(Parameters average, double decay) {

    /**
     * The share that the new parameters get in a step. The decay grows from 0.1 to the configured one as (1 + step) / (10 + step), so
     * that the start is soon forgotten.
     *
     * @param step how many steps were made before this one
     */
    public static double share(double decay, long step) {
        return Math.max(1 - decay, 9.0 / (10 + step));
    }

    /** Moves towards the parameters after a step. */
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
