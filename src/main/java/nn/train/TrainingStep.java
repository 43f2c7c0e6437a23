package nn.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nn.data.DataSet;
import nn.data.DeformedImages;
import nn.model.Architecture;
import nn.model.Parameters;
import nn.model.Precision;
import nn.model.Shard;
import nn.model.WorkerTeam;
import nn.model.Workspace;
import nn.train.StepClock.Phase;

/**
 * One step of a training: a mini-batch through the network, forward and back, and the change of the weights, on all workers of a
 * team. Each worker makes up its rows of the mini-batch and takes the loss of those; between, it takes the whole mini-batch
 * through its own {@link Shard} of the weights.
 */
final class TrainingStep {

    private final TrainingConfig config;
    private final TrainingState state;
    private final WorkerTeam team;
    private final int layers;
    private final int partRows;
    private final List<TrainingWorker> workers = new ArrayList<>();
    private final List<Shard> shards;
    private final List<ParameterUpdate> updates = new ArrayList<>();
    private final List<StepClock> clocks = new ArrayList<>();
    private final double[] shares;
    private MiniBatch assembled;
    private long nanoseconds;

    TrainingStep(TrainingConfig config, DataSet data, TrainingState state, WorkerTeam team) {
        this.config = config;
        this.state = state;
        this.team = team;
        shares = new double[team.size()];
        Architecture architecture = state.parameters().architecture();
        layers = architecture.layers();
        partRows = (config.batchSize() + team.size() - 1) / team.size();
        Workspace workspace = Workspace.forTraining(architecture, Precision.FLOAT, partRows * team.size(), config.dropout());
        Parameters gradient = Parameters.zeros(architecture, Precision.FLOAT);
        shards = Shard.of(workspace, state.parameters(), gradient, team.size(), partRows);
        DeformedImages images = new DeformedImages(data, config.augmentation(), config.inputs(0), config.seed());
        for (int worker = 0; worker < team.size(); worker++) {
            workers.add(new TrainingWorker(config, data, images.another(), workspace.part(worker * partRows, partRows)));
            clocks.add(new StepClock());
            updates.add(new ParameterUpdate(config.optimizerRule(), state.parameters(), state.slots(), state.average(),
                    gradient, worker, team.size()));
        }
    }

    /** Takes a mini-batch forward; returns its mean loss. */
    double forward(MiniBatch batch) {
        long begun = System.nanoTime();
        if (!batch.equals(assembled)) {
            team.run(worker -> assemble(worker, batch));
        }
        int size = batch.size();
        for (int layer = 0; layer < layers; layer++) {
            int current = layer;
            team.run(worker -> timed(worker, Phase.FORWARD, () -> shards.get(worker).forward(current, size)));
        }
        team.run(worker -> timed(worker, Phase.LOSS,
                () -> shares[worker] = workers.get(worker).loss(shards.get(worker), rows(size, worker), size)));
        nanoseconds += System.nanoTime() - begun;
        return Arrays.stream(shares).sum();
    }

    private void assemble(int worker, MiniBatch batch) {
        timed(worker, Phase.ASSEMBLE, () -> workers.get(worker).assemble(batch, worker * partRows, rows(batch.size(), worker)));
    }

    private void timed(int worker, Phase phase, Runnable work) {
        clocks.get(worker).start();
        work.run();
        clocks.get(worker).lap(phase);
    }

    /** How many rows of a mini-batch are a worker's own; where it is not full, the last workers have none. */
    private int rows(int size, int worker) {
        return Math.max(0, Math.min(partRows, size - worker * partRows));
    }

    /**
     * Takes the mini-batch of {@link #forward} back, changes the weights, and makes up the next mini-batch while at it: nobody
     * needs the inputs any more by then, and a worker that is done early does not wait for the other.
     *
     * @param next the batch of the next {@link #forward}, or null if it is not known
     */
    void descend(int size, double rate, MiniBatch next) {
        long begun = System.nanoTime();
        boolean clips = config.clipNorm() > 0;
        for (int layer = layers - 1; layer >= 0; layer--) {
            int current = layer;
            team.run(worker -> {
                back(worker, current, size);
                if (!clips) {
                    update(worker, current, 1, rate);
                }
                if (current == 0 && next != null) {
                    assemble(worker, next);
                }
            });
        }
        if (clips) {
            double scale = clippingScale();
            team.run(worker -> {
                for (int layer = 0; layer < layers; layer++) {
                    update(worker, layer, scale, rate);
                }
            });
        }
        assembled = next;
        state.step++;
        nanoseconds += System.nanoTime() - begun;
    }

    private void back(int worker, int layer, int size) {
        StepClock clock = clocks.get(worker);
        clock.start();
        shards.get(worker).backward(layer, size);
        clock.lap(Phase.BACKWARD);
        shards.get(worker).gradient(layer, size);
        clock.lap(Phase.GRADIENT);
    }

    private void update(int worker, int layer, double scale, double rate) {
        // The decay grows from 0.1 to the configured one as (1 + step) / (10 + step), so that the start is soon forgotten.
        double averageShare = Math.max(1 - config.averaging(), 9.0 / (10 + state.step));
        timed(worker, Phase.UPDATE,
                () -> updates.get(worker).apply(layer, scale, rate, config.weightDecay(), averageShare, state.step));
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
        return Math.min(1, config.clipNorm() / Math.sqrt(Arrays.stream(squares).sum()));
    }
}
