package nn.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nn.NnException;
import nn.NnException.Kind;
import nn.checkpoint.LatestRun;
import nn.checkpoint.RunConfig;
import nn.checkpoint.RunDirectory;
import nn.checkpoint.RunLock;
import nn.checkpoint.RunState;
import nn.detect.TrainedDetector;
import nn.eval.Classifier;
import nn.eval.Metrics;
import nn.files.AtomicFile;
import nn.json.Json;
import nn.report.Report;
import nn.report.page.RunReport;
import nn.train.DivergedException;
import nn.train.FinishedNetwork;
import nn.train.Stage;
import nn.train.Trainer;
import nn.train.TrainingConfig;
import nn.train.TrainingState;

/** One run with its files. It trains its networks one after the other, from the start or from a saved state, up to the report. */
public final class TrainingRun {

    private static final Path RUNS = Path.of("runs");

    private final RunSetup setup;
    private final TrainingConfig config;
    private final TrainingData data;
    private final List<Stage> stages;
    private final RunDirectory directory;
    private final TrainedNetworks networks;
    private final RunProgress progress;
    private final RunListener listener;
    private final TimePlan time;

    private TrainingRun(RunSetup setup, RunDirectory directory) {
        this.setup = setup;
        this.directory = directory;
        config = setup.training();
        data = setup.data();
        stages = Stage.of(config);
        networks = new TrainedNetworks(config, data.train(), directory);
        progress = new RunProgress(config, data, directory, networks, setup.interval(), setup.clock());
        listener = new RunListener(setup, directory, networks, progress);
        time = new TimePlan(setup, networks);
    }

    /**
     * A finished run.
     *
     * @param directory the directory of its files
     */
    public record Result(Report report, Path directory) {}

    /** Trains from the start, in a new directory below {@code runs}. At the end {@code runs/latest} points to it. */
    public static Result start(RunSetup setup) {
        LatestRun.requireFree(RUNS);
        RunDirectory directory =
                RunDirectory.unused(RUNS, Instant.now(), setup.training().preset());
        return new TrainingRun(setup, directory).start(false, LatestRun::point);
    }

    /**
     * Trains from the start, in a given directory.
     *
     * @param force whether to replace a run that is there
     */
    public static Result start(RunSetup setup, Path directory, boolean force) {
        return new TrainingRun(setup, new RunDirectory(directory)).start(force, finished -> {});
    }

    /** Continues a run that was stopped, from its last saved state, or from the start if it saved none. */
    public static Result resume(RunSetup setup, RunDirectory directory) {
        return new TrainingRun(setup, directory).resume();
    }

    /**
     * Makes a committee of networks that were trained each in a run of its own, on whatever machine. It has the weights that training
     * all of them here would give.
     *
     * @param force whether to replace a run that is there
     * @param members a finished run for each network
     * @throws NnException BAD_CHECKPOINT if they are not the committee's
     */
    public static Result join(RunSetup setup, Path directory, boolean force, List<RunDirectory> members) {
        return new TrainingRun(setup, new RunDirectory(directory))
                .join(force, MemberRun.of(setup.training(), setup.data(), members));
    }

    private Result join(boolean force, List<MemberRun> members) {
        long bytes = RunState.bytesOfRun(members.get(0).state(), config.networks(data.train()), stages.size());
        try (RunLock lock = directory.create(Json.pretty(setup.config()), bytes, force)) {
            Report report = finishAfter(() -> members.forEach(
                    member -> networks.add(member.network(), member.state().best())));
            finished(lock.directory(), report, finished -> {});
            return new Result(report, directory.path());
        }
    }

    private Result start(boolean force, Consumer<RunDirectory> asNewest) {
        TrainingState state = initialState(stages.get(0));
        long bytes = RunState.bytesOfRun(state, config.networks(data.train()), stages.size());
        try (RunLock lock = directory.create(Json.pretty(setup.config()), bytes, force)) {
            time.begin(state);
            Report report = train(state);
            finished(lock.directory(), report, asNewest);
            return new Result(report, directory.path());
        }
    }

    private Result resume() {
        try (RunLock lock = directory.reopen()) {
            TrainingState state;
            if (Files.exists(lock.directory().last())) {
                state = progress.restore();
            } else {
                setup.terminal()
                        .say(directory.path()
                                + ": has no saved state (last.safetensors), so the training starts again");
                state = initialState(stages.get(0));
                time.begin(state);
            }
            directory.removeReports();
            AtomicFile.write(directory.config(), Json.pretty(setup.config()));
            Report report = train(state);
            finished(lock.directory(), report, LatestRun::pointIfNamedByTime);
            return new Result(report, directory.path());
        }
    }

    /**
     * Whether the model of a finished run is better than guessing.
     *
     * @throws NnException BAD_CHECKPOINT if its report or configuration is damaged
     */
    public static boolean learnedSomething(RunDirectory run) {
        Report report = Json.read(run.report(), Report.class, Kind.BAD_CHECKPOINT);
        RunConfig config = Json.read(run.config(), RunConfig.class, Kind.BAD_CHECKPOINT);
        return TrainingAdvice.onGuessing(report, config.training()).isEmpty();
    }

    /** Makes a model the newest one, or says why it is of no use. */
    private void finished(RunDirectory run, Report report, Consumer<RunDirectory> asNewest) {
        TrainingAdvice.onGuessing(report, config)
                .ifPresentOrElse(
                        advice ->
                                setup.terminal().say(run.path() + ": " + advice + "; runs/latest does not lead to it"),
                        () -> {
                            time.warnOfFewImages();
                            asNewest.accept(run);
                        });
    }

    private TrainingState initialState(Stage stage) {
        TrainingConfig own = stage.config(config, networks.finished());
        return TrainingState.initial(own.architecture(data.train()), own);
    }

    private Report train(TrainingState first) {
        return finishAfter(() -> trainNetworks(first));
    }

    /** @param networks trains or reads the networks */
    private Report finishAfter(Runnable networks) {
        try {
            setup.stops().enter();
            networks.run();
            Optional<TrainedDetector> detector = FinalDetector.train(setup, directory);
            setup.stops().leave();
            return finish(detector);
        } finally {
            setup.display().clear();
        }
    }

    private void trainNetworks(TrainingState first) {
        TrainingState state = first;
        while (networks.finished().size() < stages.size()) {
            trainNetwork(state);
            if (networks.finished().size() == stages.size()) {
                break;
            }
            checkpointMembers();
            state = initialState(stages.get(networks.finished().size()));
            if (networks.finished().size() == config.course().members() && !time.allowsRefit(state)) {
                setup.terminal().say("--refit: left out, because too little of --time-limit is left for it");
                break;
            }
            begin(state);
        }
    }

    private void trainNetwork(TrainingState state) {
        Stage stage = stages.get(networks.finished().size());
        TrainingConfig own = stage.config(config, networks.finished());
        setup.display().network(config, networks.finished().size());
        double stepShare;
        try (Trainer trainer =
                new Trainer(own, stage.examples(config, data.train()), state, setup.clock()::usedShare)) {
            trainer.train(listener);
            stepShare = trainer.stepShare();
        } catch (DivergedException e) {
            throw new NnException(
                    Kind.DIVERGED,
                    directory.path() + ": " + e.getMessage() + of(stage) + "; "
                            + TrainingAdvice.afterDivergence(config, state.step()) + kept(state),
                    e);
        }
        if (setup.stops().received().isPresent()) {
            progress.save(state);
            throw new StoppedException(
                    setup.stops().received().get(),
                    "stopped and saved in epoch %d of %d%s; %s"
                            .formatted(
                                    Math.min(
                                            state.finishedEpochs() + 1,
                                            own.learning().epochs()),
                                    own.learning().epochs(),
                                    of(stage),
                                    FinalDetector.goOn(directory)));
        }
        if (state.outOfTime()) {
            setup.display().outOfTime(state.finishedEpochs(), own.learning().epochs(), stepShare);
        }
        networks.add(
                new FinishedNetwork(own.data().seed(), state.bestEpoch(), progress.history(), stepShare), state.best());
    }

    /** Names the network in a message, if there are several. */
    private String of(Stage stage) {
        return stages.size() > 1 ? " of " + stage.label() : "";
    }

    /** Tells what the model file holds after a divergence. */
    private String kept(TrainingState state) {
        int networks =
                Math.min(config.course().members(), this.networks.finished().size());
        if (networks > 0) {
            return ", model.safetensors has the %d networks finished before".formatted(networks);
        }
        return state.bestEpoch() > 0
                ? ", model.safetensors has the best parameters, from epoch " + state.bestEpoch()
                : "";
    }

    /** Writes the finished networks as one model. */
    private void checkpointMembers() {
        if (!stages.get(networks.finished().size() - 1).refit()) {
            Classifier soFar = networks.classifier(false);
            Metrics validation = FinalMeasurement.onValidation(soFar, data, config);
            networks.checkpoint(soFar, validation, Metrics.NONE).write(directory.model());
            setup.display().together(soFar.members().size(), validation);
        }
    }

    /** Saves the start of the next network. */
    private void begin(TrainingState state) {
        progress.endNetwork();
        time.begin(state);
        progress.save(state);
    }

    private Report finish(Optional<TrainedDetector> detector) {
        // Again: the process that finished the last epoch may have died before it wrote the history.
        progress.endNetwork();
        progress.writeHistory();
        if (networks.isRefitted()) {
            RefitComparison.worse(networks, data, config).ifPresent(message -> {
                setup.terminal().say(message);
                networks.dropRefits();
            });
        }
        FinalMeasurement measured = FinalMeasurement.of(
                networks, detector, data, setup.config(), untested -> untested.write(directory.model()));
        if (setup.config().test() && measured.test().isEmpty()) {
            setup.terminal().say(setup.config().data() + ": no test files; there is no test report");
        }
        measured.checkpoint().write(directory.model());
        AtomicFile.write(directory.report(), Json.pretty(measured.report()));
        directory.removeProgress();
        RunReport.writeIfPossible(
                directory,
                measured.report(),
                setup.config(),
                measured.checkpoint().classifier(),
                measured.test(),
                warning -> setup.terminal().say("warning: " + warning));
        time.report();
        return measured.report();
    }
}
