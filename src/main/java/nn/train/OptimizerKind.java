package nn.train;

import java.util.Locale;

/** The optimizers that a configuration can name. */
public enum OptimizerKind {
    SGD,
    MOMENTUM,
    NESTEROV,
    ADAM,
    ADAMW;

    /** The name on the command line and in files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The optimizer of this name.
     *
     * @param momentum only for momentum and Nesterov, in [0, 1)
     */
    Optimizer rule(double momentum) {
        return switch (this) {
            case SGD -> new Optimizer.GradientDescent();
            case MOMENTUM -> new Optimizer.Momentum(momentum, false);
            case NESTEROV -> new Optimizer.Momentum(momentum, true);
            case ADAM, ADAMW -> Optimizer.Adam.standard();
        };
    }
}
