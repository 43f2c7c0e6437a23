package nn.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nn.NnException;
import nn.NnException.Kind;
import nn.ShellWord;
import nn.checkpoint.AtomicFile;
import nn.checkpoint.LatestRun;
import nn.checkpoint.RunConfig;
import nn.checkpoint.RunDirectory;
import nn.checkpoint.RunLock;
import nn.checkpoint.RunState;
import nn.eval.Classifier;
import nn.eval.Outcome;
import nn.json.Json;
import nn.report.Report;
import nn.report.Terminal;
import nn.report.TrainingDisplay;
import nn.train.DivergedException;
import nn.train.EpochResult;
import nn.train.FinishedNetwork;
import nn.train.Stage;
import nn.train.Trainer;
import nn.train.TrainingConfig;
import nn.train.TrainingListener;
import nn.train.TrainingState;

/** One run with its files: ties data, trainer, display and run directory together, for one network or several in a row. */
final class TrainingRun implements TrainingListener {

    private static final Path RUNS = Path.of("runs");

    private final RunConfig runConfig;
    private final TrainingConfig config;
    private final TrainingData data;
    private final Terminal terminal;
    private final TrainingDisplay display;
    private final CheckpointInterval interval;
    private final RunClock clock;
    private final StopSignals signals;
    private final Runnable firstStep;
    private final List<Stage> stages;
    private RunDirectory directory;
    private TrainedNetworks networks;
    private RunProgress progress;

    /**
     * @param firstStep is told that the first step is made
     * @throws IllegalArgumentException if the configuration does not fit the data
     */
    TrainingRun(RunConfig runConfig, TrainingData data, Terminal terminal, TrainingDisplay display, CheckpointInterval interval,
            RunClock clock, StopSignals signals, Runnable firstStep) {
        this.firstStep = firstStep;
        this.runConfig = runConfig;
        config = runConfig.training();
        this.data = data;
        this.terminal = terminal;
        this.display = display;
        this.interval = interval;
        this.clock = clock;
        this.signals = signals;
        stages = Stage.of(config);
        config.requireFit(data.train().size(), data.train().rows(), data.train().columns(), data.train().classes());
    }

    /** The run directory, once the run has started. */
    Path directory() {
        return directory.path();
    }

    /**
     * Trains from the start.
     *
     * @param out the run directory; empty for a new one in {@code runs}
     */
    Report start(Optional<Path> out, boolean force) {
        if (out.isEmpty()) {
            LatestRun.requireFree(RUNS);
        }
        TrainingState state = initialState(stages.get(0));
        use(out.map(RunDirectory::new).orElseGet(() -> RunDirectory.unused(RUNS, Instant.now(), config.preset())));
        long bytes = RunState.bytesOfRun(state, config.networks(data.train()), stages.size());
        try (RunLock lock = directory.create(Json.pretty(runConfig), bytes, force)) {
            beginTime(state);
            Report report = train(state);
            if (out.isEmpty()) {
                LatestRun.point(lock.directory());
            }
            return report;
        }
    }

    /** Goes on with a run that was stopped, from its last saved state, or from its start if it saved none. */
    Report resume(RunDirectory run) {
        use(run);
        try (RunLock lock = run.reopen()) {
            TrainingState state;
            if (Files.exists(lock.directory().last())) {
                state = progress.restore();
            } else {
                state = initialState(stages.get(0));
                beginTime(state);
            }
            run.removeReports();
            AtomicFile.write(run.config(), Json.pretty(runConfig));
            Report report = train(state);
            LatestRun.pointIfNamedByTime(run);
            return report;
        }
    }

    private void use(RunDirectory run) {
        directory = run;
        networks = new TrainedNetworks(config, data.train(), run);
        progress = new RunProgress(config, data, run, networks, interval, clock);
    }

    private TrainingState initialState(Stage stage) {
        TrainingConfig own = stage.config(config, networks == null ? List.of() : networks.finished());
        return TrainingState.initial(own.architecture(data.train()), own);
    }

    private Report train(TrainingState first) {
        try {
            signals.enter();
            TrainingState state = first;
            while (networks.finished().size() < stages.size()) {
                trainNetwork(state);
                if (networks.finished().size() < stages.size()) {
                    state = next();
                }
            }
            signals.leave();
            return finish();
        } finally {
            display.clear();
        }
    }

    private void trainNetwork(TrainingState state) {
        Stage stage = stages.get(networks.finished().size());
        TrainingConfig own = stage.config(config, networks.finished());
        display.network(config, networks.finished().size());
        double stepShare;
        try (Trainer trainer = new Trainer(own, data.train(), state, clock::usedShare)) {
            trainer.train(this);
            stepShare = trainer.stepShare();
        } catch (DivergedException e) {
            throw new NnException(Kind.DIVERGED, directory.path() + ": " + e.getMessage() + of(stage)
                    + "; try a --learning-rate below " + config.learning().learningRate() + kept(state), e);
        }
        if (signals.received().isPresent()) {
            progress.save(state);
            throw new StoppedException(signals.received().get(), "stopped and saved in epoch %d of %d%s; %s"
                    .formatted(Math.min(state.finishedEpochs() + 1, own.learning().epochs()), own.learning().epochs(),
                            of(stage), "go on with: nn train --resume " + ShellWord.of(directory.path())));
        }
        if (state.outOfTime()) {
            display.outOfTime(state.finishedEpochs(), own.learning().epochs(), stepShare);
        }
        networks.add(new FinishedNetwork(own.examples().seed(), state.bestEpoch(), progress.history(), stepShare), state.best());
    }

    /** Which network it is about, where there are several. */
    private String of(Stage stage) {
        return stages.size() > 1 ? " of " + stage.label() : "";
    }

    /** What the model's file holds when a training breaks off. */
    private String kept(TrainingState state) {
        int networks = Math.min(config.course().members(), this.networks.finished().size());
        if (networks > 0) {
            return ", model.safetensors holds the %d finished before".formatted(networks);
        }
        return state.bestEpoch() > 0 ? ", model.safetensors is that of epoch " + state.bestEpoch() : "";
    }

    /** Writes what the finished networks are together, and saves the start of the next one. */
    private TrainingState next() {
        if (!stages.get(networks.finished().size() - 1).refit()) {
            Classifier soFar = networks.classifier(false);
            Outcome validation = FinalMeasurement.onValidation(soFar, data, config);
            networks.checkpoint(soFar, validation, Outcome.NONE).write(directory.model());
            display.together(soFar.members().size(), validation);
        }
        progress.endNetwork();
        TrainingState state = initialState(stages.get(networks.finished().size()));
        beginTime(state);
        progress.save(state);
        return state;
    }

    /** Shares the time that is left among this network and those that come after it. */
    private void beginTime(TrainingState state) {
        if (config.course().timeLimit() == 0) {
            return;
        }
        List<Stage> left = stages.subList(networks.finished().size(), stages.size());
        double examples = left.stream().mapToDouble(stage -> data.examples(stage, config)).sum();
        clock.begin(data.examples(left.get(0), config) / examples,
                config.course().timeLimit() - FinalWork.seconds(config, data.train(), left.get(0), state.parameters()));
    }

    @Override
    public boolean afterStep(Progress where, TrainingState state) {
        if (state.step() == 1) {
            firstStep.run();
        }
        progress.saveIfDue(state);
        display.afterStep(where, state, clock.secondsLeft());
        return signals.received().isEmpty();
    }

    @Override
    public void afterEpoch(EpochResult result, TrainingState state) {
        progress.add(result);
        display.afterEpoch(result, state);
        if (result.best() && networks.finished().isEmpty()) {
            networks.checkpoint(networks.classifier(List.of(state.best())),
                    new FinishedNetwork(config.examples().seed(), state.bestEpoch(), progress.history(), 1)).write(directory.model());
        }
        progress.save(state);
        progress.writeHistory();
    }

    private Report finish() {
        FinalMeasurement measured = FinalMeasurement.of(networks, data, runConfig,
                untested -> untested.write(directory.model()));
        if (runConfig.test() && measured.test().isEmpty()) {
            terminal.say(runConfig.data() + ": no test files; there is no test report");
        }
        measured.checkpoint().write(directory.model());
        // Again: the process that finished the last epoch may have died before it wrote them.
        progress.endNetwork();
        progress.writeHistory();
        AtomicFile.write(directory.report(), Json.pretty(measured.report()));
        double limit = config.course().timeLimit();
        if (limit > 0 && clock.used() > limit) {
            terminal.say("--time-limit: the run took %.1f s, not %.0f".formatted(clock.used(), limit));
        }
        return measured.report();
    }
}
