package nn.train.fast;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.IntToDoubleFunction;
import nn.data.DataSet;
import nn.data.InputKind;
import nn.model.Architecture;
import nn.model.WorkerTeam;
import nn.train.ExampleReader;
import nn.train.MiniBatch;
import nn.train.Regularization;
import nn.train.RunningAverage;
import nn.train.TrainingConfig;
import nn.train.TrainingState;
import nn.train.TrainingStep;
import nn.train.fast.Parts.Part;
import nn.train.fast.StepTimer.Phase;

/**
 * A {@link TrainingStep} that is divided into parts, which the threads of a team take as they become free. {@link #train} lists what
 * happens, in order: the parts of one call run at the same time, and all of them finish before the next call begins.
 *
 * <p>A part owns some rows of each weight matrix ({@link NetworkPart}, {@link ParameterUpdate}) and some examples of the mini-batch
 * ({@link BatchPart}). A thread that waits makes inputs of coming mini-batches ({@link Prefetcher}).
 */
public final class FastStep implements TrainingStep {

    /** A thread makes the inputs of this many images in one go if they are plain, and of one if they are deformed, which takes longer. */
    private static final int PLAIN_AT_ONCE = 8;

    private final Regularization regularization;
    private final TrainingState state;
    private final WorkerTeam team;
    private final int splitLayers;
    private final Prefetcher prefetcher;
    private final List<NetworkPart> networkParts = new ArrayList<>();
    private final List<BatchPart> batchParts = new ArrayList<>();
    private final List<ParameterUpdate> updates = new ArrayList<>();
    private final double[] terms;
    private final StepTimer timer = new StepTimer();

    /** Trains the state's parameters, which it changes in place, on the threads of a team. */
    public FastStep(TrainingConfig config, DataSet data, TrainingState state, WorkerTeam team) {
        regularization = config.regularization();
        this.state = state;
        this.team = team;
        Parts parts = Parts.FOUR;
        terms = new double[parts.count()];
        Architecture architecture = state.parameters().architecture();
        splitLayers = BatchMemory.splitLayers(architecture);
        // Rounded up: all parts have room for the same number of examples, even if the batch size is no multiple of the
        // parts.
        int ownExamples = (config.learning().batchSize() + parts.count() - 1) / parts.count();
        BatchMemory memory =
                new BatchMemory(architecture, parts, ownExamples * parts.count(), regularization.dropout());
        boolean sparse = config.network().inputs(0) != InputKind.GRADIENTS;
        ParameterUpdate.Vectors vectors = ParameterUpdate.Vectors.of(state);
        for (int number = 0; number < parts.count(); number++) {
            Part part = parts.part(number);
            NetworkPart networkPart = new NetworkPart(state.parameters(), part, memory, sparse);
            networkParts.add(networkPart);
            batchParts.add(new BatchPart(config, data, state.parameters(), part, memory));
            updates.add(new ParameterUpdate(config.learning().rule(), vectors, networkPart.gradients(), part));
        }
        prefetcher = prefetcher(config, data, team.size());
        team.whileWaiting(prefetcher::makeSome);
    }

    private static Prefetcher prefetcher(TrainingConfig config, DataSet data, int threads) {
        ExampleReader reader = new ExampleReader(config, data);
        List<Prefetcher.Source> sources = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            sources.add(reader.another()::read);
        }
        int examplesAtOnce = config.augmentation().isNone() ? PLAIN_AT_ONCE : 1;
        return new Prefetcher(sources, reader.inputs(), config.learning().batchSize(), examplesAtOnce);
    }

    @Override
    public Iterator<MiniBatch> prefetch(Iterator<MiniBatch> batches) {
        return prefetcher.ahead(batches);
    }

    @Override
    public double train(MiniBatch batch, double learningRate) {
        timer.start();
        float[] inputs = prefetcher.take(batch);
        timer.end(Phase.INPUTS);
        drawDropout(batch);
        forwardFirst(inputs, batch.size());
        for (int layer = 1; layer < splitLayers; layer++) {
            forward(layer, batch.size());
        }
        timer.end(Phase.FORWARD);
        double loss = throughOutputs(batch);
        timer.end(Phase.OUTPUTS);
        if (Double.isFinite(loss)) {
            for (int layer = splitLayers - 1; layer >= 0; layer--) {
                backward(layer, batch.size());
            }
            timer.end(Phase.BACKWARD);
            update(learningRate);
            timer.end(Phase.UPDATE);
        }
        return loss;
    }

    private void drawDropout(MiniBatch batch) {
        if (regularization.dropout() > 0) {
            forAllParts(part -> batchParts.get(part).drawDropout(batch));
        }
    }

    private void forwardFirst(float[] inputs, int batchSize) {
        forAllParts(part -> networkParts.get(part).forwardFirst(inputs, batchSize));
    }

    private void forward(int layer, int batchSize) {
        forAllParts(part -> networkParts.get(part).forward(layer, batchSize));
    }

    /** Goes through the last layer to the loss, and back to the last split layer. */
    private double throughOutputs(MiniBatch batch) {
        return sumOfParts(part -> batchParts.get(part).throughOutputs(batch));
    }

    private void backward(int layer, int batchSize) {
        forAllParts(part -> networkParts.get(part).backward(layer, batchSize));
    }

    private void update(double learningRate) {
        ParameterUpdate.Change change = new ParameterUpdate.Change(
                (float) gradientScale(),
                learningRate,
                regularization.weightDecay(),
                (float) RunningAverage.share(regularization.averaging(), state.step()),
                state.step());
        forAllParts(part -> updates.get(part).apply(change));
    }

    /** Scales a gradient that is longer than allowed down to the allowed norm (Pascanu et al. 2013, arXiv 1211.5063, algorithm 1). */
    private double gradientScale() {
        if (regularization.clipNorm() == 0) {
            return 1;
        }
        double squares = sumOfParts(part -> updates.get(part).squaredNorm());
        return Math.min(1, regularization.clipNorm() / Math.sqrt(squares));
    }

    private void forAllParts(IntConsumer task) {
        team.run(networkParts.size(), task);
    }

    /** Computes a number for each part, and adds them in the order of the parts. */
    private double sumOfParts(IntToDoubleFunction task) {
        forAllParts(part -> terms[part] = task.applyAsDouble(part));
        double sum = 0;
        for (double term : terms) {
            sum += term;
        }
        return sum;
    }

    /** The seconds that each phase of the steps took so far, in the order of the step. */
    public Map<String, Double> phaseSeconds() {
        return timer.seconds();
    }
}
