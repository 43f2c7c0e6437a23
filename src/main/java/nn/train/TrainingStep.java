package nn.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nn.data.DataSet;
import nn.data.DeformedImages;
import nn.model.Architecture;
import nn.model.Precision;
import nn.model.RowShares;
import nn.model.RowTiers;
import nn.model.Shard;
import nn.model.WorkerTeam;
import nn.model.Workspace;
import nn.train.MadeInputs.Kind;
import nn.train.StepClock.Phase;

/**
 * One step of a training: a mini-batch through the network, forward and back, and the change of the weights, on all workers of a
 * team. Each worker takes the whole mini-batch through its own {@link Shard} of the weights, and its rows of it through the last
 * layer and the loss.
 */
final class TrainingStep {

    /** With fewer products of an input and a weight for a worker in the first layer, tiers cost more than they save. */
    private static final long LEAST_PRODUCTS = 4_000_000;

    private final TrainingConfig config;
    private final TrainingState state;
    private final WorkerTeam team;
    private final int layers;
    private final int splitLayers;
    private final int partRows;
    private final List<BatchInputs.Worker> makers = new ArrayList<>();
    private final List<TrainingWorker> workers = new ArrayList<>();
    private final List<Shard> shards;
    private final BatchInputs inputs;
    private final List<ParameterUpdate> updates = new ArrayList<>();
    private final List<StepClock> clocks = new ArrayList<>();
    private final double[] shares;
    private MiniBatch begun;
    private long nanoseconds;

    TrainingStep(TrainingConfig config, DataSet data, TrainingState state, WorkerTeam team) {
        this.config = config;
        this.state = state;
        this.team = team;
        shares = new double[team.size()];
        Architecture architecture = state.parameters().architecture();
        layers = architecture.layers();
        splitLayers = Shard.splitLayers(architecture);
        partRows = (config.batchSize() + team.size() - 1) / team.size();
        Workspace workspace = Workspace.forTraining(architecture, Precision.FLOAT, partRows * team.size(), config.dropout());
        RowTiers tiers = tiers(architecture);
        Kind kind = Kind.of(config);
        RowShares rowShares = kind == Kind.PLAIN_PIXELS
                ? RowShares.of(architecture, team.size(), InputWork.of(data, config.batchSize(), tiers))
                : RowShares.even(architecture, team.size());
        shards = Shard.of(workspace, state.parameters(), rowShares, tiers, partRows, kind.areBytes());
        inputs = new BatchInputs(config, data, tiers.count() > 1, shards);
        DeformedImages images = new DeformedImages(data, config.augmentation(), config.seed());
        for (int worker = 0; worker < team.size(); worker++) {
            makers.add(inputs.new Worker(worker, images.another()));
            workers.add(new TrainingWorker(config, data, workspace.part(worker * partRows, partRows)));
            clocks.add(new StepClock());
            updates.add(new ParameterUpdate(config.optimizerRule(), state.parameters(), state.slots(), state.average(),
                    shards.get(worker).gradients(), rowShares, worker));
        }
        team.whileWaiting(this::makeInputs);
    }

    private RowTiers tiers(Architecture architecture) {
        long products = (long) config.batchSize() * architecture.inputs() / team.size() * architecture.sizes().get(1);
        return products >= LEAST_PRODUCTS ? RowTiers.three(config.batchSize()) : RowTiers.one();
    }

    /**
     * Takes a mini-batch forward, and back to the last split layer; returns its mean loss. Its examples, and those of the next two,
     * may be sorted within the epoch's order, also after this returns: from now on, the workers make and pack the inputs of the
     * one after the next when they would wait.
     *
     * @param next the batch of the next call, or null if it is not known
     * @param afterNext the one of the call after that, or null if it is not known
     */
    double forward(MiniBatch batch, MiniBatch next, MiniBatch afterNext) {
        long start = System.nanoTime();
        int size = batch.size();
        if (batch != begun) {
            finishInputs(batch);
            team.run(worker -> begin(worker, batch));
            begun = batch;
        }
        if (next != null) {
            finishInputs(next);
            if (afterNext != null) {
                inputs.start(afterNext);
            }
        }
        for (int layer = 1; layer < splitLayers; layer++) {
            int current = layer;
            team.run(worker -> forward(worker, current, size));
        }
        team.run(worker -> takeRows(worker, size));
        nanoseconds += System.nanoTime() - start;
        return sum(shares);
    }

    private void finishInputs(MiniBatch batch) {
        if (!inputs.areStarted(batch)) {
            // First all is made that was started for a step that nobody took, also what a worker is still at.
            team.run(this::makeAllInputs);
            inputs.forget();
            inputs.start(batch);
            team.run(this::makeAllInputs);
        }
        inputs.finish();
    }

    private void makeAllInputs(int worker) {
        while (makeInputs(worker)) {
            // Each call makes some.
        }
    }

    private boolean makeInputs(int worker) {
        if (!makers.get(worker).canMake()) {
            return false;
        }
        StepClock clock = clocks.get(worker);
        clock.start();
        makers.get(worker).make();
        clock.lap(Phase.ASSEMBLE);
        return true;
    }

    /** Takes a mini-batch, whose inputs were made and packed, through the first layer. */
    private void begin(int worker, MiniBatch batch) {
        StepClock clock = clocks.get(worker);
        clock.start();
        workers.get(worker).assemble(batch, worker * partRows, rows(batch.size(), worker));
        inputs.take(worker, batch);
        clock.lap(Phase.ASSEMBLE);
        shards.get(worker).forward(0, batch.size());
        clock.lap(Phase.FORWARD);
    }

    private void forward(int worker, int layer, int size) {
        StepClock clock = clocks.get(worker);
        clock.start();
        shards.get(worker).forward(layer, size);
        clock.lap(Phase.FORWARD);
    }

    private void takeRows(int worker, int size) {
        int rows = rows(size, worker);
        shares[worker] = 0;
        if (rows > 0) {
            StepClock clock = clocks.get(worker);
            clock.start();
            shards.get(worker).forwardRows(rows);
            clock.lap(Phase.FORWARD);
            shares[worker] = workers.get(worker).loss(rows, size);
            clock.lap(Phase.LOSS);
            shards.get(worker).backwardRows(rows);
            clock.lap(Phase.BACKWARD);
        }
    }

    /** How many rows of a mini-batch are a worker's own; where it is not full, the last workers have none. */
    private int rows(int size, int worker) {
        return Math.max(0, Math.min(partRows, size - worker * partRows));
    }

    /**
     * Takes the mini-batch of {@link #forward} back, changes the weights, and begins the next mini-batch while at it, so that a worker
     * that is done early does not wait for the others: they need nothing any more of what that overwrites, as {@link Shard} says. The
     * inputs of the one after it are made whenever a worker would wait, and what is left of them at the end.
     *
     * @param next as given to the last {@link #forward}
     */
    void descend(int size, double rate, MiniBatch next) {
        long start = System.nanoTime();
        boolean clips = config.clipNorm() > 0;
        for (int layer = splitLayers - 1; layer >= 0; layer--) {
            int first = layer;
            int last = layer == splitLayers - 1 ? layers - 1 : layer;
            team.run(worker -> {
                back(worker, first, last, size);
                if (!clips) {
                    update(worker, first, last, 1, rate);
                    if (first == 0) {
                        beginNext(worker, next);
                    }
                }
            });
        }
        if (clips) {
            double scale = clippingScale();
            team.run(worker -> {
                update(worker, 0, layers - 1, scale, rate);
                beginNext(worker, next);
            });
        }
        begun = next;
        state.step++;
        nanoseconds += System.nanoTime() - start;
    }

    private void beginNext(int worker, MiniBatch next) {
        if (next != null) {
            begin(worker, next);
        }
        makeAllInputs(worker);
    }

    /** Takes a split layer back, and computes the gradients of layers {@code first} to {@code last}. */
    private void back(int worker, int first, int last, int size) {
        StepClock clock = clocks.get(worker);
        clock.start();
        shards.get(worker).backward(first, size);
        clock.lap(Phase.BACKWARD);
        for (int layer = last; layer >= first; layer--) {
            shards.get(worker).gradient(layer, size);
        }
        clock.lap(Phase.GRADIENT);
    }

    private void update(int worker, int first, int last, double scale, double rate) {
        // The decay grows from 0.1 to the configured one as (1 + step) / (10 + step), so that the start is soon forgotten.
        double averageShare = Math.max(1 - config.averaging(), 9.0 / (10 + state.step));
        StepClock clock = clocks.get(worker);
        clock.start();
        for (int layer = last; layer >= first; layer--) {
            updates.get(worker).apply(layer, scale, rate, config.weightDecay(), averageShare, state.step);
        }
        clock.lap(Phase.UPDATE);
    }

    /** The seconds that all workers together spent in each part of the steps so far, and waiting. */
    Map<String, Double> phaseSeconds() {
        return StepClock.seconds(clocks, nanoseconds / 1e9);
    }

    /**
     * What scales the gradient to the largest norm that is allowed: 1 for a shorter one (Pascanu et al. 2013, arXiv 1211.5063,
     * algorithm 1).
     */
    private double clippingScale() {
        double[] squares = new double[team.size()];
        team.run(worker -> squares[worker] = updates.get(worker).squaredNorm());
        return Math.min(1, config.clipNorm() / Math.sqrt(sum(squares)));
    }

    private static double sum(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum;
    }
}
