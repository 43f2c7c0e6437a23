package nn.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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

    private final RunConfig runConfig;
    private final TrainingConfig config;
    private final Terminal terminal;
    private final TrainingDisplay display;
    private final List<EpochResult> history = new ArrayList<>();
    private RunDirectory directory;
    private DataSet data;
    private String fingerprint;
    private double seconds;

    TrainingRun(RunConfig runConfig, Terminal terminal, boolean quiet) {
        this.runConfig = runConfig;
        config = runConfig.training();
        this.terminal = terminal;
        display = new TrainingDisplay(terminal, quiet);
    }

    /** The run directory, once the run has started. */
    Path directory() {
        return directory.path();
    }

    /**
     * Trains from the start.
     *
     * @param out the run directory, or null for the default one
     * @param usage makes the exception for a configuration that does not fit the data
     */
    Report start(Path out, boolean force, Function<String, ? extends RuntimeException> usage) {
        DataDirectory files = DataOption.open(Path.of(runConfig.data()), terminal);
        data = files.readTrain();
        try {
            config.validationExamples(data.size());
        } catch (IllegalArgumentException e) {
            throw usage.apply(e.getMessage());
        }
        fingerprint = Fingerprint.of(data);
        directory = out == null ? RunDirectory.unused(Path.of("runs"), Instant.now(), config.preset())
                : new RunDirectory(out);
        try (RunLock lock = directory.create(force)) {
            AtomicFile.write(lock.directory().config(), Json.pretty(runConfig));
            TrainingState state = TrainingState.initial(config.architecture(data.pixelsPerImage(), data.classes()), config);
            Report report = train(files, state);
            if (out == null) {
                LatestRun.point(directory);
            }
            return report;
        }
    }

    private Report train(DataDirectory files, TrainingState state) {
        try (Trainer trainer = new Trainer(config, data, state)) {
            try {
                trainer.train(this);
            } catch (DivergedException e) {
                throw new NnException(Kind.DIVERGED, directory.path() + ": " + e.getMessage() + "; try a --learning-rate below "
                        + config.learningRate() + (state.bestEpoch() > 0
                        ? ", model.safetensors is that of epoch " + state.bestEpoch() : ""), e);
            }
            return finish(files, trainer, state);
        }
    }

    @Override
    public boolean afterStep(Progress progress, TrainingState state) {
        return display.afterStep(progress, state);
    }

    @Override
    public void afterEpoch(EpochResult result, TrainingState state) {
        history.add(result);
        seconds += result.seconds();
        display.afterEpoch(result, state);
        AtomicFile.write(directory.history(), HistoryCsv.of(history));
        if (result.best()) {
            checkpoint(classifier(state, 1), state, Outcome.NONE).write(directory.model());
        }
        new RunState(config, fingerprint, seconds, history, state).write(directory.last());
    }

    private Classifier classifier(TrainingState state, double temperature) {
        List<String> names = new ArrayList<>();
        for (int k = 0; k < data.classes(); k++) {
            names.add(String.valueOf(k));
        }
        return new Classifier(List.of(state.best()), data.rows(), data.columns(), names, config.lossFunction(), temperature);
    }

    private Checkpoint checkpoint(Classifier classifier, TrainingState state, Outcome test) {
        Outcome validation = history.get(state.bestEpoch() - 1).validation();
        long images = history.stream().mapToLong(EpochResult::examples).sum();
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        return new Checkpoint(classifier, new Provenance(Version.text(), now, history.size(), state.bestEpoch(), seconds,
                images / seconds, NativeBlas.kernel(), validation, test, config));
    }

    private Report finish(DataDirectory files, Trainer trainer, TrainingState state) {
        Classifier classifier = classifier(state, trainer.calibratedTemperature());
        Evaluation validation = trainer.evaluateOnValidation(classifier).orElse(null);
        Evaluation test = null;
        if (runConfig.test() && files.hasTest()) {
            test = trainer.evaluate(classifier, files.readTest());
        } else if (runConfig.test()) {
            terminal.err().println("nn: " + runConfig.data() + ": no test files; there is no test report");
            terminal.err().flush();
        }
        Checkpoint checkpoint = checkpoint(classifier, state, test == null ? Outcome.NONE : Outcome.of(test));
        checkpoint.write(directory.model());
        Report report = Report.of(checkpoint, validation, test, null);
        AtomicFile.write(directory.report(), Json.pretty(report));
        return report;
    }
}
