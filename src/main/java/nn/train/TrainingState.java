package nn.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nn.data.RandomStreams;
import nn.json.DefaultsTo;
import nn.model.Architecture;
import nn.model.Parameters;
import nn.model.Storage;

/**
 * Everything that changes while a network learns, and so all that a resumed run needs. The same state, configuration and data give the
 * same next step, bit for bit. Only {@link Trainer} and its step change a state.
 */
public final class TrainingState {

    private final Parameters parameters;
    private final List<PieceVector> slots = new ArrayList<>();
    private final Optional<Parameters> average;
    private final Parameters best;

    long step;
    int finishedEpochs;
    double lossSum;
    double epochSeconds;
    int bestEpoch;
    int bestErrors = Integer.MAX_VALUE;
    double bestLoss = Double.MAX_VALUE;
    boolean outOfTime;

    private TrainingState(Architecture architecture, TrainingConfig config) {
        parameters = Parameters.initialized(
                architecture,
                Storage.NATIVE_FLOAT,
                config.network().init().initializer(),
                RandomStreams.of(config.data().seed(), RandomStreams.Purpose.INITIALIZATION));
        for (int slot = 0; slot < config.learning().rule().slots(); slot++) {
            slots.add(PieceVector.zeros(architecture.parameterCount()));
        }
        average = config.regularization().averaging() > 0 ? Optional.of(parameters.copy()) : Optional.empty();
        best = parameters.copy();
    }

    /** The state before the first step. */
    public static TrainingState initial(Architecture architecture, TrainingConfig config) {
        return new TrainingState(architecture, config);
    }

    /**
     * A state at a position. The caller fills in parameters, slots, average and best model.
     *
     * @param position the position that was saved
     */
    public static TrainingState restored(Architecture architecture, TrainingConfig config, Position position) {
        TrainingState state = new TrainingState(architecture, config);
        state.step = position.step;
        state.finishedEpochs = position.finishedEpochs;
        state.lossSum = position.lossSum;
        state.epochSeconds = position.epochSeconds;
        state.bestEpoch = position.bestEpoch;
        state.bestErrors = position.bestErrors;
        state.bestLoss = position.bestLoss;
        state.outOfTime = position.outOfTime;
        return state;
    }

    /**
     * All numbers of a state except its vectors.
     *
     * @param step the number of steps made
     * @param finishedEpochs the number of epochs that were trained and evaluated
     * @param lossSum the sum of the loss over the examples of the current epoch so far
     * @param epochSeconds the training time of the current epoch so far
     * @param bestEpoch the epoch of the best model; 0 before the first
     * @param bestErrors the best model's errors on the validation split
     * @param bestLoss the best model's loss there; the largest double before the first
     * @param outOfTime whether the time ended the training
     */
    public record Position(
            long step,
            int finishedEpochs,
            double lossSum,
            double epochSeconds,
            int bestEpoch,
            int bestErrors,
            double bestLoss,
            @DefaultsTo("false") boolean outOfTime) {}

    /** The current position. */
    public Position position() {
        return new Position(step, finishedEpochs, lossSum, epochSeconds, bestEpoch, bestErrors, bestLoss, outOfTime);
    }

    /** The parameters that the optimizer changes. */
    public Parameters parameters() {
        return parameters;
    }

    /** The vectors that the optimizer remembers: the velocity, or the first and second moment. */
    public List<PieceVector> slots() {
        return List.copyOf(slots);
    }

    /** The running average of the parameters, if the configuration asks for one. */
    public Optional<Parameters> average() {
        return average;
    }

    /** The parameters that are evaluated and saved as the model: the average if there is one. */
    public Parameters model() {
        return average.orElse(parameters);
    }

    /** The model of the best epoch so far; before the first, the initial parameters. */
    public Parameters best() {
        return best;
    }

    /** The epoch of {@link #best}, from 1; 0 before the first. */
    public int bestEpoch() {
        return bestEpoch;
    }

    /** Whether the time ended the training; the last epoch is then not complete. */
    public boolean outOfTime() {
        return outOfTime;
    }

    /** The number of epochs that were trained and evaluated. */
    public int finishedEpochs() {
        return finishedEpochs;
    }

    /** Whether no number that the next steps need is NaN or infinite. Only a finite state can be saved. */
    public boolean isFinite() {
        return parameters.isFinite()
                && slots.stream().allMatch(PieceVector::isFinite)
                && average.map(Parameters::isFinite).orElse(true);
    }

    /** The number of steps made. */
    public long step() {
        return step;
    }
}
