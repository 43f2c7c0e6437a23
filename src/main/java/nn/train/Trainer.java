package nn.train;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import nn.data.DataSet;
import nn.data.MiniBatchOrder;
import nn.eval.Classifier;
import nn.eval.Evaluation;
import nn.eval.Metrics;
import nn.eval.Scorer;
import nn.model.Architecture;
import nn.model.NativeBlas;
import nn.model.WorkerTeam;
import nn.train.fast.FastStep;
import nn.train.fast.Parts;

/**
 * Trains a network on a data set: {@link #train} is the loop over epochs and their mini-batches. A {@link TrainingStep} makes each step.
 */
public final class Trainer implements AutoCloseable {

    private final TrainingConfig config;
    private final Learning learning;
    private final DataSet train;
    private final Optional<DataSet> validation;
    private final TrainingState state;
    private final WorkerTeam team;
    private final FastStep step;
    private final Optional<Scorer> scorer;
    private final Classifier classifier;
    private final int steps;
    private final Pace pace;

    /**
     * For a state that the training changes. The last of the used examples are the validation split: see
     * {@link TrainingConfig#usedExamples(DataSet)}.
     *
     * @throws IllegalArgumentException if there are too few data for the configuration, or the state has another network or optimizer
     */
    public Trainer(TrainingConfig config, DataSet data, TrainingState state) {
        this(config, data, state, () -> 0);
    }

    /**
     * The same with a time limit.
     *
     * @param usedTime the used share of the time; the training ends when it is 1. While it is larger than the share of the steps made, it
     *     determines the learning rate, and the strength of the deformations two mini-batches ahead
     */
    public Trainer(TrainingConfig config, DataSet data, TrainingState state, DoubleSupplier usedTime) {
        this.config = config;
        learning = config.learning();
        this.state = state;
        requireFit(data);
        int used = config.usedExamples(data.size());
        int split = config.trainExamples(data.size());
        train = data.range(0, split);
        validation = split < used ? Optional.of(data.range(split, used)) : Optional.empty();
        team = NativeBlas.team(threads(config));
        steps = (train.size() + learning.batchSize() - 1) / learning.batchSize();
        pace = new Pace(plannedSteps(), usedTime);
        boolean ready = false;
        try {
            step = new FastStep(config, train, state, team);
            classifier = config.classifier(List.of(state.model()), data);
            scorer = validation.map(present -> new Scorer(classifier, team));
            ready = true;
        } finally {
            // If there is too little memory, nobody gets a trainer to close, and the threads would stay.
            if (!ready) {
                team.close();
            }
        }
    }

    /**
     * How many threads train: as many as the configuration allows, but not more than a step has parts. These threads also deform the
     * images, so that is limited too.
     */
    public static int threads(TrainingConfig config) {
        return Math.min(config.data().threads(), Parts.FOUR.count());
    }

    private void requireFit(DataSet data) {
        Architecture needed = config.architecture(data);
        Architecture given = state.parameters().architecture();
        if (!given.equals(needed)) {
            throw new IllegalArgumentException("a state of %s %s cannot train %s %s on these data"
                    .formatted(given.name(), given.activations(), needed.name(), needed.activations()));
        }
        if (state.slots().size() != learning.rule().slots()
                || state.average().isPresent() != config.regularization().averaging() > 0) {
            throw new IllegalArgumentException("a state of another optimizer than %s with averaging %s"
                    .formatted(learning.optimizer(), config.regularization().averaging()));
        }
    }

    /**
     * Trains from the position of the state to the end of the last epoch, or until the patience, the time or the listener ends it.
     *
     * @return false if the listener stopped it
     * @throws DivergedException if the loss becomes NaN or infinite, or a parameter at the end of an epoch or when the listener stops
     */
    public boolean train(TrainingListener listener) {
        boolean goOn = true;
        while (goOn && !isFinished()) {
            goOn = trainEpoch(state.finishedEpochs + 1, listener);
        }
        return isFinished();
    }

    /** Trains the rest of an epoch. Returns false if the listener stopped it. */
    private boolean trainEpoch(int epoch, TrainingListener listener) {
        int[] order = MiniBatchOrder.of(config.data().seed(), epoch, train.size());
        Iterator<MiniBatch> batches =
                step.prefetch(MiniBatch.of(order, stepOfEpoch(), learning.batchSize(), epoch, this::strength));
        boolean goOn = true;
        while (goOn && batches.hasNext()) {
            pace.update(state.step);
            if (pace.isTimeUp(state.step)) {
                state.outOfTime = true;
                break;
            }
            makeStep(batches.next());
            goOn = listener.afterStep(progress(epoch), state);
        }
        if (!state.isFinite()) {
            throw new DivergedException(epoch, stepOfEpoch());
        }
        if (stepOfEpoch() == steps || state.outOfTime && stepOfEpoch() > 0) {
            listener.afterEpoch(finishEpoch(epoch), state);
        }
        return goOn;
    }

    private void makeStep(MiniBatch batch) {
        long start = System.nanoTime();
        double loss = step.train(batch, learningRate(state.step));
        if (!Double.isFinite(loss)) {
            throw new DivergedException(batch.epoch(), stepOfEpoch() + 1);
        }
        state.step++;
        state.lossSum += loss * batch.size();
        state.epochSeconds += (System.nanoTime() - start) / 1e9;
    }

    private boolean isFinished() {
        int unimproved = state.finishedEpochs - state.bestEpoch;
        return state.outOfTime
                || state.finishedEpochs >= learning.epochs()
                || learning.patience() > 0 && unimproved >= learning.patience();
    }

    private long plannedSteps() {
        return (long) steps * learning.epochs();
    }

    private int stepOfEpoch() {
        return (int) (state.step - (long) state.finishedEpochs * steps);
    }

    private double learningRate(long stepsMade) {
        return learning.rateAt(pace.position(stepsMade), plannedSteps());
    }

    /** The strength of the deformations in a mini-batch of the current epoch. It is fixed when the mini-batch is announced. */
    private double strength(int number) {
        return config.course().augmentStrength(pace.share((long) state.finishedEpochs * steps + number));
    }

    private TrainingListener.Progress progress(int epoch) {
        int done = stepOfEpoch();
        int seen = Math.min(train.size(), done * learning.batchSize());
        return new TrainingListener.Progress(
                epoch, learning.epochs(), done, steps, state.epochSeconds, state.lossSum / seen);
    }

    private EpochResult finishEpoch(int epoch) {
        Metrics metrics = validation
                .map(data -> Metrics.of(
                        Evaluation.of(classifier, scorer.orElseThrow().score(classifier, data), data)))
                .orElse(Metrics.NONE);
        if (!Double.isFinite(metrics.loss())) {
            throw new DivergedException(epoch, stepOfEpoch());
        }
        boolean best = !metrics.measured() || isBetter(metrics);
        if (best) {
            state.best().copyFrom(state.model());
            state.bestEpoch = epoch;
            state.bestErrors = metrics.errors();
            state.bestLoss = metrics.loss();
        }
        int seen = Math.min(train.size(), stepOfEpoch() * learning.batchSize());
        EpochResult result = new EpochResult(
                epoch, state.lossSum / seen, metrics, learningRate(state.step - 1), state.epochSeconds, seen, best);
        state.finishedEpochs = epoch;
        state.lossSum = 0;
        state.epochSeconds = 0;
        return result;
    }

    private boolean isBetter(Metrics metrics) {
        return metrics.errors() < state.bestErrors
                || metrics.errors() == state.bestErrors && metrics.loss() < state.bestLoss;
    }

    /** The share of the planned steps that were made before the time ended; 1 if the time did not end the training. */
    public double stepShare() {
        return state.outOfTime ? (double) state.step / plannedSteps() : 1;
    }

    /** The seconds that each phase of the steps took so far, in the order of the step. */
    public Map<String, Double> phaseSeconds() {
        return step.phaseSeconds();
    }

    @Override
    public void close() {
        team.close();
    }
}
