package nn.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nn.NnException;
import nn.NnException.Kind;
import nn.checkpoint.AtomicFile;
import nn.checkpoint.Checkpoint;
import nn.checkpoint.Json;
import nn.checkpoint.LatestRun;
import nn.checkpoint.Provenance;
import nn.checkpoint.RunConfig;
import nn.checkpoint.RunDirectory;
import nn.checkpoint.RunLock;
import nn.checkpoint.RunState;
import nn.data.DataDirectory;
import nn.data.DataSet;
import nn.data.Fingerprint;
import nn.eval.Classifier;
import nn.eval.Evaluation;
import nn.eval.Outcome;
import nn.model.NativeBlas;
import nn.report.HistoryCsv;
import nn.report.Report;
import nn.report.Terminal;
import nn.report.TrainingDisplay;
import nn.train.DivergedException;
import nn.train.EpochResult;
import nn.train.Trainer;
import nn.train.TrainingConfig;
import nn.train.TrainingListener;
import nn.train.TrainingState;

/** One training with its files: ties data, trainer, display and run directory together. */
final class TrainingRun implements TrainingListener {

    private static final Path RUNS = Path.of("runs");

    private final RunConfig runConfig;
    private final TrainingConfig config;
    private final Terminal terminal;
    private final CommonOptions common;
    private final TrainingDisplay display;
    private final CheckpointInterval interval;
    private final StopSignals signals = new StopSignals();
    private final List<EpochResult> history = new ArrayList<>();
    private RunDirectory directory;
    private DataDirectory files;
    private DataSet data;
    private String fingerprint;
    private double seconds;
    private long savedStep;
    private long savedNanos = System.nanoTime();

    TrainingRun(RunConfig runConfig, Terminal terminal, CommonOptions common, CheckpointInterval interval) {
        this.runConfig = runConfig;
        config = runConfig.training();
        this.terminal = terminal;
        this.interval = interval;
        this.common = common;
        display = new TrainingDisplay(terminal, common.quiet());
    }

    /** The run directory, once the run has started. */
    Path directory() {
        return directory.path();
    }

    /**
     * Trains from the start; {@link #readData} comes before it.
     *
     * @param out the run directory; empty for a new one in {@code runs}
     */
    Report start(Optional<Path> out, boolean force) {
        if (out.isEmpty()) {
            LatestRun.requireFree(RUNS);
        }
        TrainingState state = initialState();
        directory = out.map(RunDirectory::new)
                .orElseGet(() -> RunDirectory.unused(RUNS, Instant.now(), config.preset()));
        try (RunLock lock = directory.create(force)) {
            AtomicFile.write(lock.directory().config(), Json.pretty(runConfig));
            Report report = train(state);
            if (out.isEmpty()) {
                LatestRun.point(directory);
            }
            return report;
        }
    }

    /**
     * Goes on with a run that was stopped, from its last saved state, or from its start if it saved none; {@link #readData} comes
     * before it.
     */
    Report resume(RunDirectory run) {
        directory = run;
        try (RunLock lock = run.reopen()) {
            TrainingState state = Files.exists(lock.directory().last()) ? savedState() : initialState();
            run.removeReports();
            AtomicFile.write(run.config(), Json.pretty(runConfig));
            Report report = train(state);
            LatestRun.pointIfNamedByTime(run);
            return report;
        }
    }

    /**
     * Reads the training data, and sees whether the configuration fits them.
     *
     * @throws IllegalArgumentException if it does not
     */
    void readData() {
        signals.install();
        files = DataOption.open(Path.of(runConfig.data()), terminal);
        data = files.readTrain();
        config.validationExamples(data.size());
        config.architecture(data.pixelsPerImage(), data.classes());
        fingerprint = Fingerprint.of(data);
        common.note(terminal, () -> "%s: %d training examples of %d x %d pixels in %d classes, %d of them for validation; "
                .formatted(runConfig.data(), config.usedExamples(data.size()), data.rows(), data.columns(), data.classes(),
                        config.validationExamples(data.size()))
                + "network " + config.architecture(data.pixelsPerImage(), data.classes()).name());
    }

    private TrainingState initialState() {
        return TrainingState.initial(config.architecture(data.pixelsPerImage(), data.classes()), config);
    }

    private TrainingState savedState() {
        RunState saved = RunState.read(directory.last());
        if (!saved.dataDigest().equals(fingerprint)) {
            throw NnException.of(Kind.BAD_INPUT, Path.of(runConfig.data()), "not the data of the run ("
                    + fingerprint + " instead of " + saved.dataDigest() + ")", "name the run's data with --data");
        }
        ConfigDifference.between(saved.config(), config).ifPresent(difference -> {
            throw NnException.of(Kind.BAD_CHECKPOINT, directory.last(), "saved with another configuration: " + difference,
                    "give the same, or start anew");
        });
        history.addAll(saved.history());
        seconds = saved.elapsedSeconds();
        savedStep = saved.state().step();
        return saved.state();
    }

    private Report train(TrainingState state) {
        try (Trainer trainer = new Trainer(config, data, state)) {
            signals.enter();
            trainer.train(this);
            if (signals.received().isPresent()) {
                save(state);
                throw new StoppedException(signals.received().get(), "stopped and saved in epoch %d of %d; %s"
                        .formatted(Math.min(state.finishedEpochs() + 1, config.epochs()), config.epochs(),
                                "go on with: nn train --resume " + directory.path()));
            }
            signals.leave();
            return finish(trainer, state);
        } catch (DivergedException e) {
            String kept = state.bestEpoch() > 0 ? ", model.safetensors is that of epoch " + state.bestEpoch() : "";
            throw new NnException(Kind.DIVERGED, directory.path() + ": " + e.getMessage() + "; try a --learning-rate below "
                    + config.learningRate() + kept, e);
        } finally {
            display.clear();
        }
    }

    @Override
    public boolean afterStep(Progress progress, TrainingState state) {
        // A state that a step has ruined is not worth saving: the next step, or the end of the epoch, will say that it diverged.
        if (interval.due(state.step() - savedStep, System.nanoTime() - savedNanos) && state.isFinite()) {
            save(state);
        }
        display.afterStep(progress, state);
        return signals.received().isEmpty();
    }

    @Override
    public void afterEpoch(EpochResult result, TrainingState state) {
        history.add(result);
        seconds += result.seconds();
        display.afterEpoch(result, state);
        if (result.best()) {
            checkpoint(classifier(state), state, Outcome.NONE).write(directory.model());
        }
        save(state);
        AtomicFile.write(directory.history(), HistoryCsv.of(history));
    }

    private void save(TrainingState state) {
        new RunState(config, fingerprint, seconds, history, state).write(directory.last());
        savedStep = state.step();
        savedNanos = System.nanoTime();
    }

    /** The best model so far, not calibrated. */
    private Classifier classifier(TrainingState state) {
        List<String> names = IntStream.range(0, data.classes()).mapToObj(String::valueOf).toList();
        return new Classifier(List.of(state.best()), data.rows(), data.columns(), names, config.lossFunction(), 1);
    }

    private Checkpoint checkpoint(Classifier classifier, TrainingState state, Outcome test) {
        Outcome validation = history.get(state.bestEpoch() - 1).validation();
        long images = history.stream().mapToLong(EpochResult::examples).sum();
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        return new Checkpoint(classifier, new Provenance(Version.text(), now, history.size(), state.bestEpoch(), seconds,
                images / seconds, NativeBlas.kernel(), validation, test, config));
    }

    private Report finish(Trainer trainer, TrainingState state) {
        Classifier classifier = classifier(state).withTemperature(trainer.calibratedTemperature());
        Optional<Evaluation> validation = trainer.evaluateOnValidation(classifier);
        Optional<Evaluation> test = Optional.empty();
        if (runConfig.test() && files.hasTest()) {
            test = Optional.of(trainer.evaluate(classifier, files.readTest()));
        } else if (runConfig.test()) {
            terminal.say(runConfig.data() + ": no test files; there is no test report");
        }
        Checkpoint checkpoint = checkpoint(classifier, state, test.map(Outcome::of).orElse(Outcome.NONE));
        checkpoint.write(directory.model());
        // Again: the process that finished the last epoch may have died before it wrote them.
        AtomicFile.write(directory.history(), HistoryCsv.of(history));
        Report report = Report.of(checkpoint, validation, test, Optional.empty());
        AtomicFile.write(directory.report(), Json.pretty(report));
        return report;
    }
}
