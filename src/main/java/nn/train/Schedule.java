package nn.train;

/** How the learning rate changes after the warm-up. */
public enum Schedule {
    /** Stays at the peak. */
    CONSTANT {
        @Override
        double factor(double progress) {
            return 1;
        }
    },
    /** Falls to a tenth of the peak after half of the steps behind the warm-up, and to a hundredth after three quarters. */
    STEP {
        @Override
        double factor(double progress) {
            return progress < 0.5 ? 1 : progress < 0.75 ? 0.1 : 0.01;
        }
    },
    /** Half a cosine down to 0: (1 + cos(pi progress)) / 2 (Loshchilov and Hutter 2017, arXiv 1608.03983, equation 5). */
    COSINE {
        @Override
        double factor(double progress) {
            return (1 + Math.cos(Math.PI * progress)) / 2;
        }
    };

    /** The share of the peak when the share {@code progress}, in [0, 1], of the steps behind the warm-up is done. */
    abstract double factor(double progress);

    /**
     * The learning rate of a step. It rises linearly to the peak over the warm-up, then follows the schedule.
     *
     * @param peak the largest learning rate
     * @param warmup the share of all steps that the rise takes, in [0, 1)
     * @param step from 0 to {@code steps - 1}
     */
    double learningRate(double peak, double warmup, long step, long steps) {
        long warmupSteps = Math.round(warmup * steps);
        if (step < warmupSteps) {
            return peak * (step + 1) / warmupSteps;
        }
        return peak * factor((double) (step - warmupSteps) / (steps - warmupSteps));
    }
}
