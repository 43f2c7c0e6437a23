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
import nn.model.Matrix;
import nn.model.Precision;
import nn.model.WorkerTeam;
import nn.model.Workspace;
import nn.train.ExampleReader;
import nn.train.MiniBatch;
import nn.train.Regularization;
import nn.train.RunningAverage;
import nn.train.TrainingConfig;
import nn.train.TrainingState;
import nn.train.TrainingStep;
import nn.train.fast.StepClock.Phase;

/**
 * A {@link TrainingStep} in parts, which the threads of a team take as they become free. Each line of {@link #train} is done when all
 * parts have done it.
 */
public final class FastStep implements TrainingStep {

    /** So many plain images are read in one go, as that is soon done; of deformed ones a single one. */
    private static final int PLAIN_AT_ONCE = 8;

    private final TrainingConfig config;
    private final Regularization regularization;
    private final TrainingState state;
    private final WorkerTeam team;
    private final Parts parts;
    private final int layers;
    private final int splitLayers;
    private final Prefetcher prefetcher;
    private final List<NetworkPart> network = new ArrayList<>();
    private final List<ExampleRows> examples = new ArrayList<>();
    private final List<ParameterUpdate> updates = new ArrayList<>();
    private final StepClock clock = new StepClock();
    private final double[] sums;

    /** Trains the state's parameters, which it changes in place, on the threads of a team. */
    public FastStep(TrainingConfig config, DataSet data, TrainingState state, WorkerTeam team) {
        this.config = config;
        regularization = config.regularization();
        this.state = state;
        this.team = team;
        Architecture architecture = state.parameters().architecture();
        parts = Parts.FOUR;
        layers = architecture.layers();
        splitLayers = NetworkPart.splitLayers(architecture);
        sums = new double[parts.count()];
        prefetcher = prefetcher(data);
        boolean sparse = config.network().inputs(0) != InputKind.GRADIENTS;
        int ownRows = (config.learning().batchSize() + parts.count() - 1) / parts.count();
        double dropRate = regularization.dropout();
        Workspace batch = Workspace.forTraining(architecture, Precision.FLOAT, ownRows * parts.count(), dropRate);
        List<List<Matrix>> products = NetworkPart.products(architecture, parts, ownRows * parts.count());
        for (int part = 0; part < parts.count(); part++) {
            int firstRow = part * ownRows;
            Workspace own = batch.part(firstRow, ownRows);
            examples.add(new ExampleRows(config, data, firstRow, own));
            network.add(new NetworkPart(state.parameters(), parts, part, batch, products, own, firstRow, sparse));
            updates.add(new ParameterUpdate(
                    config.learning().rule(),
                    state.parameters(),
                    state.slots(),
                    state.average(),
                    network.get(part).gradients(),
                    parts,
                    part));
        }
        team.whileWaiting(prefetcher::makeSome);
    }

    private Prefetcher prefetcher(DataSet data) {
        ExampleReader reader = new ExampleReader(config, data);
        List<Prefetcher.Source> sources = new ArrayList<>();
        for (int thread = 0; thread < team.size(); thread++) {
            sources.add(reader.another()::read);
        }
        return new Prefetcher(
                sources,
                reader.inputs(),
                config.learning().batchSize(),
                config.augmentation().isNone() ? PLAIN_AT_ONCE : 1);
    }

    @Override
    public Iterator<MiniBatch> prefetch(Iterator<MiniBatch> batches) {
        return prefetcher.ahead(batches);
    }

    @Override
    public double train(MiniBatch batch, double learningRate) {
        clock.start();
        float[] inputs = prefetcher.take(batch);
        clock.lap(Phase.INPUTS);
        forAllParts(part -> forwardFirst(part, inputs, batch));
        for (int layer = 1; layer < splitLayers; layer++) {
            forward(layer, batch);
        }
        clock.lap(Phase.FORWARD);
        double loss = sumOfParts(part -> throughOutputs(part, batch));
        clock.lap(Phase.OUTPUTS);
        if (Double.isFinite(loss)) {
            for (int layer = splitLayers - 1; layer >= 0; layer--) {
                backward(layer, batch);
            }
            clock.lap(Phase.BACKWARD);
            update(learningRate);
            clock.lap(Phase.UPDATE);
        }
        return loss;
    }

    private void forwardFirst(int part, float[] inputs, MiniBatch batch) {
        examples.get(part).drawDropout(batch);
        network.get(part).forwardInputs(inputs, batch.size());
    }

    private void forward(int layer, MiniBatch batch) {
        forAllParts(part -> network.get(part).forward(layer, batch.size()));
    }

    /** Takes a part's own examples through the last layer to their share of the loss, and back to the last split layer. */
    private double throughOutputs(int part, MiniBatch batch) {
        int rows = examples.get(part).count(batch);
        if (rows == 0) {
            return 0;
        }
        network.get(part).forwardToOutputs(rows);
        double share = examples.get(part).loss(batch);
        network.get(part).backwardFromOutputs(rows);
        return share;
    }

    /** Takes a split layer back; with the last one comes the gradient of the layer behind it, if there is one. */
    private void backward(int layer, MiniBatch batch) {
        forAllParts(part -> {
            network.get(part).backward(layer, batch.size());
            if (layer == splitLayers - 1 && splitLayers < layers) {
                network.get(part).gradient(splitLayers, batch.size());
            }
        });
    }

    private void update(double learningRate) {
        double scale = regularization.clipNorm() > 0 ? clippingScale() : 1;
        double decay = regularization.weightDecay();
        double averageShare = RunningAverage.share(regularization.averaging(), state.step());
        forAllParts(part -> {
            for (int layer = 0; layer < layers; layer++) {
                updates.get(part).apply(layer, scale, learningRate, decay, averageShare, state.step());
            }
        });
    }

    /**
     * What scales the gradient to the largest norm that is allowed: 1 for a shorter one (Pascanu et al. 2013, arXiv 1211.5063,
     * algorithm 1).
     */
    private double clippingScale() {
        double squares = sumOfParts(part -> updates.get(part).squaredNorm());
        return Math.min(1, regularization.clipNorm() / Math.sqrt(squares));
    }

    private void forAllParts(IntConsumer task) {
        team.run(parts.count(), task);
    }

    /** Computes a number for each part, and adds them in the order of the parts. */
    private double sumOfParts(IntToDoubleFunction task) {
        forAllParts(part -> sums[part] = task.applyAsDouble(part));
        double sum = 0;
        for (double term : sums) {
            sum += term;
        }
        return sum;
    }

    /** The seconds that each phase of the steps took so far, in the order of the step. */
    public Map<String, Double> phaseSeconds() {
        return clock.seconds();
    }
}
