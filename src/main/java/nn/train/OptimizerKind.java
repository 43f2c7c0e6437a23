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
     * The learning rate that takes the place of a preset's. Adam's steps have a length of their own; the others multiply the gradient, and
     * learn next to nothing at such a rate.
     *
     * @param ofAdam the preset's
     */
    public double learningRate(double ofAdam) {
        return switch (this) {
            case SGD -> 0.5;
            case MOMENTUM, NESTEROV -> 0.05;
            case ADAM, ADAMW -> ofAdam;
        };
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
