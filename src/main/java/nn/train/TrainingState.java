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
 * Everything that changes while a network learns, and thus all that a resumed run must know: from the same state, configuration
 * and data the next step is the same, bit for bit. Only {@link Trainer} and its step change it.
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
     * A state whose numbers the caller fills in: those of the parameters, the slots, the average and the best model.
     *
     * @param position where the run was
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
     * Where a run is, beside its vectors.
     *
     * @param step steps made
     * @param finishedEpochs epochs trained and evaluated
     * @param lossSum the sum over the examples of the current epoch so far
     * @param epochSeconds training time of the current epoch so far
     * @param bestEpoch the epoch of the best model, 0 before the first
     * @param bestErrors its errors on the validation split
     * @param bestLoss its loss there; the largest double before the first
     * @param outOfTime whether the run ended because its time did
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

    /** Where the run is now. */
    public Position position() {
        return new Position(step, finishedEpochs, lossSum, epochSeconds, bestEpoch, bestErrors, bestLoss, outOfTime);
    }

    /** What the optimizer moves. */
    public Parameters parameters() {
        return parameters;
    }

    /** What the optimizer remembers: velocity, or first and second moment. */
    public List<PieceVector> slots() {
        return List.copyOf(slots);
    }

    /** The running average of the parameters, where the configuration wants one. */
    public Optional<Parameters> average() {
        return average;
    }

    /** What is evaluated and saved as the model: the average where there is one. */
    public Parameters model() {
        return average.orElse(parameters);
    }

    /** The model of the best epoch so far; before the first, the initial parameters. */
    public Parameters best() {
        return best;
    }

    /** The epoch that {@link #best} is from, from 1; 0 before the first. */
    public int bestEpoch() {
        return bestEpoch;
    }

    /** Whether the run ended because its time did; the last epoch is then a part of one. */
    public boolean outOfTime() {
        return outOfTime;
    }

    /** How many epochs were trained and evaluated. */
    public int finishedEpochs() {
        return finishedEpochs;
    }

    /** Whether no number that the next steps go on from is NaN or infinite; what is not finite cannot be saved. */
    public boolean isFinite() {
        return parameters.isFinite()
                && slots.stream().allMatch(PieceVector::isFinite)
                && average.map(Parameters::isFinite).orElse(true);
    }

    /** How many steps were made. */
    public long step() {
        return step;
    }
}
