package nn.train;

/** Is told what happens in a training, on the training thread; a display or a writer of checkpoints. */
public interface TrainingListener {

    /** Hears nothing and lets everything go on. */
    TrainingListener NONE = new TrainingListener() {};

    /**
     * After each step.
     *
     * @param progress where the run is
     * @param state to read, not to change
     * @return whether to go on; if not, the training returns at once and can be resumed from the state
     */
    default boolean afterStep(Progress progress, TrainingState state) {
        return true;
    }

    /** After each epoch and its evaluation. */
    default void afterEpoch(EpochResult result, TrainingState state) {}

    /**
     * Where a run is.
     *
     * @param epoch the current one, from 1
     * @param epochs of the whole run
     * @param step the steps made in this epoch
     * @param steps of an epoch
     * @param seconds of this epoch so far
     * @param loss the mean so far in this epoch
     */
    record Progress(int epoch, int epochs, int step, int steps, double seconds, double loss) {}
}
