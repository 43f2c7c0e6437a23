package nn.run;

import java.util.ArrayList;
import java.util.List;
import nn.NnException;
import nn.NnException.Kind;
import nn.checkpoint.RunDirectory;
import nn.checkpoint.RunState;
import nn.files.AtomicFile;
import nn.report.HistoryCsv;
import nn.train.EpochResult;
import nn.train.Stage;
import nn.train.TrainingConfig;
import nn.train.TrainingState;

/** The progress of a run and its files: the state from which it can be resumed, and the history. */
final class RunProgress {

    private final TrainingConfig config;
    private final TrainingData data;
    private final RunDirectory directory;
    private final TrainedNetworks networks;
    private final CheckpointInterval interval;
    private final RunClock clock;
    private final List<EpochResult> history = new ArrayList<>();
    private double seconds;
    private long savedStep;
    private long savedNanos = System.nanoTime();

    RunProgress(
            TrainingConfig config,
            TrainingData data,
            RunDirectory directory,
            TrainedNetworks networks,
            CheckpointInterval interval,
            RunClock clock) {
        this.config = config;
        this.data = data;
        this.directory = directory;
        this.networks = networks;
        this.interval = interval;
        this.clock = clock;
    }

    /**
     * Continues from the saved state.
     *
     * @throws NnException if there is none, or it belongs to other data, another configuration or another run
     */
    TrainingState restore() {
        RunState saved = RunState.read(directory.last());
        if (!saved.dataDigest().equals(data.fingerprint())) {
            throw NnException.of(
                    Kind.BAD_INPUT,
                    data.path(),
                    "not the data of the run (" + data.fingerprint() + " instead of " + saved.dataDigest() + ")",
                    "name the run's data with --data");
        }
        ConfigDifference.between(saved.config(), config).ifPresent(difference -> {
            throw NnException.of(
                    Kind.BAD_CHECKPOINT,
                    directory.last(),
                    "saved with another configuration: " + difference,
                    "give the same, or start anew");
        });
        requireFit(saved);
        networks.restore(saved.finished());
        clock.restore(saved.time());
        history.addAll(saved.history());
        seconds = saved.elapsedSeconds();
        savedStep = saved.state().step();
        return saved.state();
    }

    /** The checksum of the file does not show to which run it belongs. */
    private void requireFit(RunState saved) {
        List<Stage> stages = Stage.of(config);
        try {
            Stage stage = stages.get(Math.min(saved.finished().size(), stages.size() - 1));
            saved.requireFits(
                    config.member(stage.member() - 1).architecture(data.train()),
                    stages.size(),
                    data.examples(stage, config));
        } catch (IllegalArgumentException e) {
            throw NnException.of(
                    Kind.BAD_CHECKPOINT,
                    directory.last(),
                    "not the state of this run (" + e.getMessage() + ")",
                    "start again with --force");
        }
    }

    /** The epochs of the current network. */
    List<EpochResult> history() {
        return List.copyOf(history);
    }

    void add(EpochResult result) {
        history.add(result);
        seconds += result.seconds();
    }

    /** Begins the history of the next network. */
    void endNetwork() {
        history.clear();
    }

    /**
     * Saves a state within an epoch if it is time. It does not save a state with NaN or infinity: the next step, or the end of the epoch,
     * will report the divergence.
     */
    void saveIfDue(TrainingState state) {
        if (interval.due(state.step() - savedStep, System.nanoTime() - savedNanos) && state.isFinite()) {
            save(state);
        }
    }

    void save(TrainingState state) {
        new RunState(config, data.fingerprint(), seconds, history, state, networks.finished(), clock.time())
                .write(directory.last());
        savedStep = state.step();
        savedNanos = System.nanoTime();
    }

    void writeHistory() {
        AtomicFile.write(directory.history(), HistoryCsv.of(config, networks.histories(history)));
    }
}
