package nn.train;

/** The loss or a parameter became NaN or infinite. The state is useless then, but the best model so far is still good. */
public final class DivergedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int epoch;
    private final int step;

    DivergedException(int epoch, int step) {
        super("the loss or a weight became NaN or infinite at step %d of epoch %d".formatted(step, epoch));
        this.epoch = epoch;
        this.step = step;
    }

    /** The epoch, from 1. */
    int epoch() {
        return epoch;
    }

    /** The step of the epoch, from 1. */
    int step() {
        return step;
    }
}
