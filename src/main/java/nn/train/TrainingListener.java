package nn.train;

/** Hears what happens in a training, on the training thread, to display it or to save checkpoints. */
public interface TrainingListener {

    /** Ignores everything. */
    TrainingListener NONE = new TrainingListener() {};

    /**
     * Called after each step.
     *
     * @param progress the position of the run
     * @param state only to be read
     * @return whether to go on; if not, the training returns at once, and can be resumed from the state
     */
    default boolean afterStep(Progress progress, TrainingState state) {
        return true;
    }

    /** Called after each epoch and its evaluation. */
    default void afterEpoch(EpochResult result, TrainingState state) {}

    /**
     * The position of a run.
     *
     * @param epoch the current epoch, from 1
     * @param epochs the epochs of the whole run
     * @param step the steps made in this epoch
     * @param steps the steps of an epoch
     * @param seconds the training time of this epoch so far
     * @param loss the mean loss of this epoch so far
     */
    record Progress(int epoch, int epochs, int step, int steps, double seconds, double loss) {}
}
