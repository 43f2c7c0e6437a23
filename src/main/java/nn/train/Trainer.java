package nn.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import nn.data.DataSet;
import nn.data.MiniBatchOrder;
import nn.eval.Classifier;
import nn.eval.Evaluation;
import nn.eval.Outcome;
import nn.eval.Scorer;
import nn.model.Architecture;
import nn.model.NativeBlas;
import nn.model.WorkerTeam;

/**
 * Trains a network on a data set: {@link #train} is the loop, over epochs and over the steps of each, {@link TrainingStep}.
 */
public final class Trainer implements AutoCloseable {

    /** So many mini-batches are known before their step. */
    private static final int AHEAD = 2;

    private final TrainingConfig config;
    private final DataSet train;
    private final Optional<DataSet> validation;
    private final TrainingState state;
    private final WorkerTeam team;
    private final TrainingStep step;
    private final Optional<Scorer> scorer;
    private final Classifier classifier;
    private final int steps;
    private final DoubleSupplier usedTime;
    /** The mini-batches of the next steps. What they were announced as they stay, even where the clock leaps ahead until then. */
    private final List<MiniBatch> ahead = new ArrayList<>();
    private long position;
    /** The first step is not kept waiting for the inputs of those after it. */
    private boolean begun;

    /**
     * For a state, which the training changes; the last examples of the data are the validation split.
     *
     * @throws IllegalArgumentException if the data are too few for the configuration, or the state is of another network or
     *     optimizer
     */
    public Trainer(TrainingConfig config, DataSet data, TrainingState state) {
        this(config, data, state, () -> 0);
    }

    /**
     * The same with a limit of time.
     *
     * @param usedTime the share of the time that is used, from 0 to 1, where the training ends. While it is larger than the share
     *     of the steps that are made, it decides about the learning rate and, for mini-batches two steps ahead, the strength of the
     *     deformations
     */
    public Trainer(TrainingConfig config, DataSet data, TrainingState state, DoubleSupplier usedTime) {
        this.usedTime = usedTime;
        NativeBlas.useCallingThreadOnly();
        this.config = config;
        this.state = state;
        requireFit(data);
        int used = config.usedExamples(data.size());
        int split = config.trainExamples(data.size());
        train = data.range(0, split);
        validation = split < used ? Optional.of(data.range(split, used)) : Optional.empty();
        team = new WorkerTeam(config.threads());
        steps = (train.size() + config.batchSize() - 1) / config.batchSize();
        boolean ready = false;
        try {
            step = new TrainingStep(config, train, state, team);
            classifier = config.classifier(List.of(state.model()), data);
            scorer = validation.map(present -> new Scorer(classifier, team));
            ready = true;
        } finally {
            // Nobody can close what was not made, such as for want of memory, and its threads would stay.
            if (!ready) {
                team.close();
            }
        }
    }

    private void requireFit(DataSet data) {
        Architecture needed = config.architecture(data);
        Architecture given = state.parameters().architecture();
        if (!given.equals(needed)) {
            throw new IllegalArgumentException("a state of %s %s cannot train %s %s on these data"
                    .formatted(given.name(), given.activations(), needed.name(), needed.activations()));
        }
        if (state.slots().size() != config.optimizerRule().slots() || state.average().isPresent() != config.averaging() > 0) {
            throw new IllegalArgumentException("a state of another optimizer than %s with averaging %s"
                    .formatted(config.optimizer(), config.averaging()));
        }
    }

    /**
     * Trains from where the state is to the end of the last epoch, or until the listener, the patience or the time ends it.
     *
     * @return whether it came to its end, rather than being stopped by the listener
     * @throws DivergedException if the loss becomes NaN or infinite, or the state is so at the end of an epoch or where the
     *     listener ends it
     */
    public boolean train(TrainingListener listener) {
        boolean goOn = true;
        while (goOn && !finished()) {
            int epoch = state.finishedEpochs + 1;
            int[] order = MiniBatchOrder.of(config.seed(), epoch, train.size());
            ahead.clear();
            for (int number = stepOfEpoch(); goOn && number < steps && !outOfTime(); number++) {
                long start = System.nanoTime();
                makeStep(order, number, epoch);
                state.epochSeconds += (System.nanoTime() - start) / 1e9;
                goOn = listener.afterStep(progress(epoch), state);
            }
            if (!state.isFinite()) {
                throw new DivergedException(epoch, stepOfEpoch());
            }
            if (stepOfEpoch() == steps || state.outOfTime && stepOfEpoch() > 0) {
                listener.afterEpoch(finishEpoch(epoch), state);
            }
        }
        return finished();
    }

    private boolean finished() {
        int unimproved = state.finishedEpochs - state.bestEpoch;
        return state.outOfTime || state.finishedEpochs >= config.epochs() || config.patience() > 0 && unimproved >= config.patience();
    }

    private long plannedSteps() {
        return (long) steps * config.epochs();
    }

    /** Looks at the clock: it says where the run is, unless the steps are further, and when it ends, but not before its first step. */
    private boolean outOfTime() {
        position = Math.max(Math.max(position, state.step), (long) (usedTime.getAsDouble() * plannedSteps()));
        state.outOfTime = state.step > 0 && state.step < plannedSteps() && position >= plannedSteps();
        return state.outOfTime;
    }

    private int stepOfEpoch() {
        return (int) (state.step - (long) state.finishedEpochs * steps);
    }

    /** The learning rate where so many steps are made, or where the clock was last. */
    private double learningRate(long step) {
        return config.schedule().learningRate(config.learningRate(), config.warmup(),
                Math.min(Math.max(step, position), plannedSteps() - 1), plannedSteps());
    }

    private TrainingListener.Progress progress(int epoch) {
        int done = stepOfEpoch();
        int seen = Math.min(train.size(), done * config.batchSize());
        return new TrainingListener.Progress(epoch, config.epochs(), done, steps, state.epochSeconds, state.lossSum / seen);
    }

    private void makeStep(int[] order, int number, int epoch) {
        while (ahead.size() <= AHEAD && number + ahead.size() < steps) {
            ahead.add(miniBatch(order, number + ahead.size(), epoch, Math.min(position + ahead.size(), plannedSteps())));
        }
        MiniBatch batch = ahead.remove(0);
        MiniBatch next = announced(0);
        double loss = step.forward(batch, next, announced(1));
        if (!Double.isFinite(loss)) {
            throw new DivergedException(epoch, number + 1);
        }
        state.lossSum += loss * batch.size();
        step.descend(batch.size(), learningRate(state.step), next);
        begun = true;
    }

    /** One of those after this step's, or null where there is none, or it is not to be thought of yet. */
    private MiniBatch announced(int index) {
        return begun && index < ahead.size() ? ahead.get(index) : null;
    }

    private MiniBatch miniBatch(int[] order, int number, int epoch, long at) {
        int start = number * config.batchSize();
        double strength = config.course().augmentStrength((double) at / plannedSteps());
        return new MiniBatch(order, start, Math.min(config.batchSize(), train.size() - start), epoch, strength);
    }

    private EpochResult finishEpoch(int epoch) {
        Outcome outcome = validation.map(data -> Outcome.of(Evaluation.of(classifier,
                scorer.orElseThrow().score(classifier, data), data))).orElse(Outcome.NONE);
        if (!Double.isFinite(outcome.loss())) {
            throw new DivergedException(epoch, steps);
        }
        boolean best = !outcome.measured() || isBetter(outcome);
        if (best) {
            state.best().copyFrom(state.model());
            state.bestEpoch = epoch;
            state.bestErrors = outcome.errors();
            state.bestLoss = outcome.loss();
        }
        int seen = Math.min(train.size(), stepOfEpoch() * config.batchSize());
        EpochResult result = new EpochResult(epoch, state.lossSum / seen, outcome, learningRate(state.step - 1),
                state.epochSeconds, seen, best);
        state.finishedEpochs = epoch;
        state.lossSum = 0;
        state.epochSeconds = 0;
        return result;
    }

    private boolean isBetter(Outcome outcome) {
        return outcome.errors() < state.bestErrors
                || outcome.errors() == state.bestErrors && outcome.loss() < state.bestLoss;
    }

    /** The share of the planned steps after which the time ended the training; 1 if it did not. */
    public double stepShare() {
        return state.outOfTime ? (double) state.step / plannedSteps() : 1;
    }

    /**
     * The seconds that all workers together spent so far in each part of the steps, in their order, and last waiting for each
     * other.
     */
    public Map<String, Double> phaseSeconds() {
        return step.phaseSeconds();
    }

    @Override
    public void close() {
        team.close();
    }
}
