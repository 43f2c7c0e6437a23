package nn.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import nn.NnException.Kind;
import nn.Plural;
import nn.bench.StartupBenchmark;
import nn.checkpoint.RunConfig;
import nn.checkpoint.RunDirectory;
import nn.json.Json;
import nn.report.Report;
import nn.report.Terminal;
import nn.report.TrainingDisplay;
import nn.report.TrainingText;
import nn.report.page.Sparkline;
import nn.run.CheckpointInterval;
import nn.run.ConfigDifference;
import nn.run.RunClock;
import nn.run.RunSetup;
import nn.run.TrainingData;
import nn.run.TrainingRun;
import nn.train.RunPlan;
import nn.train.TrainingConfig;

/** {@code nn train}: trains a network and writes a run directory with the model and a report. */
final class TrainCommand extends Command {

    static final String HEADER = "Train a network and report its accuracy.";

    private final Terminal terminal;
    private final RunClock clock = new RunClock();
    private final StopSignals signals = new StopSignals();

    private final RunConfigOptions config = new RunConfigOptions();

    private final Flag<Path> out = Flag.of(
            Path.class,
            "--out",
            "DIR",
            "The run directory (default: runs/<UTC time>-<preset>, with runs/latest pointing at it).");

    private final Flag<Boolean> force = Flag.on("--force", "Overwrite the run that --out holds.");

    private final Flag<Path> resume =
            Flag.of(Path.class, "--resume", "RUN", "Continue a stopped run exactly; --epochs may be raised.");

    private final Flag<CheckpointInterval> interval = Flag.of(
                    CheckpointInterval.class,
                    "--checkpoint-interval",
                    "HOW-OFTEN",
                    "Save the state also between the ends of epochs: 200ms, 30s, 5m or a number of steps (default: 60s).")
            .readBy(new IntervalConverter())
            .takes("a time such as 200ms, 30s or 5m, or a number of steps");

    private final Flag<Boolean> json = Flag.on("--json", "Print report.json on standard output instead of text.");
    private final Flag<Boolean> printConfig = Flag.on(
            "--print-config",
            "Train nothing; print the config.json that would be used, and on standard error where each value comes from.");
    private final AccuracyDemand minAccuracy = new AccuracyDemand();
    private final CommonOptions common = new CommonOptions();

    TrainCommand(Terminal terminal) {
        super(HEADER);
        this.terminal = terminal;
        examples(
                "nn train",
                "nn train --preset fast --seed 3",
                "nn train --preset fast --epochs 20 --out runs/longer",
                "nn train --resume runs/longer",
                "nn train --preset fast --print-config");
        add(config, out, force, resume, interval, minAccuracy, json, printConfig, common);
        addSection(new PresetTable());
        spec().usageMessage()
                .abbreviateSynopsis(true)
                .description(
                        "%nTrains on the images of --data and writes a run directory with the model (best by validation), the "
                                + "state to resume from, the history and the report.%n%n"
                                + "Defaults come from the preset; any flag overrides its value.%n");
    }

    @Override
    public Integer call() {
        checkOptions();
        if (printConfig.isOn()) {
            printConfig();
            return 0;
        }
        minAccuracy.demandOf(resume.isGiven() ? goOn(resumed()) : start(), this);
        return 0;
    }

    private Report start() {
        RunConfigOptions.Planned planned = planned();
        RunSetup setup = setup(planned.config(), planned.examples());
        if (planned.undeformed()) {
            terminal.say(planned.examples().path() + ": not known to be digits, so the preset's deformations are off; "
                    + "if they are digits: --digits");
        }
        if (!config.joined().isEmpty()) {
            return print(TrainingRun.join(setup, out.value(), force.isOn(), config.joined()));
        }
        return print(out.isGiven() ? TrainingRun.start(setup, out.value(), force.isOn()) : TrainingRun.start(setup));
    }

    private RunConfigOptions.Planned planned() {
        return config.planned(this, this::read, terminal, common.notes(terminal));
    }

    /** Prints the configuration of a new run, and where its values come from. */
    private void printConfig() {
        RunConfigOptions.Planned planned = planned();
        Map<String, String> origins = ConfigOrigins.of(planned, config, spec());
        terminal.out()
                .print(json.isOn() ? ConfigOrigins.json(planned.config(), origins) : Json.pretty(planned.config()));
        terminal.out().flush();
        if (!json.isOn() && !common.quiet()) {
            terminal.err().print(ConfigOrigins.text(origins));
            terminal.err().flush();
        }
    }

    /** Resumes a run. Of its configuration, only the number of epochs may grow and the number of threads may change. */
    private Report goOn(RunDirectory run) {
        RunConfig saved = Json.read(run.config(), RunConfig.class, Kind.BAD_CHECKPOINT);
        TrainingConfig wanted = over(saved.training());
        ConfigDifference.between(saved.training(), wanted).ifPresent(difference -> {
            throw usage("the run " + resume.value() + " cannot be resumed with another configuration: " + difference);
        });
        if (run.isFinished()
                && wanted.learning().epochs() == saved.training().learning().epochs()) {
            Report report = Json.read(run.report(), Report.class, Kind.BAD_CHECKPOINT);
            if (!common.quiet()) {
                terminal.say(run.path() + ": is finished, this is its report"
                        + (canBeLonger(saved.training().course()) ? "; more --epochs make it longer" : ""));
            }
            return print(new TrainingRun.Result(report, run.path()));
        }
        if (wanted.learning().epochs() > saved.training().learning().epochs()) {
            requireOneNetwork(saved.training().course());
            terminal.say(run.path() + ": the epochs so far had the learning rates of a run of "
                    + Plural.of(saved.training().learning().epochs(), "epoch") + ", so a new run of "
                    + wanted.learning().epochs() + " gives other weights");
        }
        TrainingData examples = read(config.dataOver(saved, run, terminal))
                .in(saved.training().data().form());
        return print(TrainingRun.resume(
                setup(
                        new RunConfig(
                                saved.program(), examples.path().toString(), saved.test(), wanted, saved.detector()),
                        examples),
                run));
    }

    private static boolean canBeLonger(RunPlan saved) {
        return saved.members() == 1 && !saved.refit() && saved.timeLimit() == 0;
    }

    private void requireOneNetwork(RunPlan saved) {
        if (!canBeLonger(saved)) {
            throw usage("the run " + resume.value()
                    + " cannot be made longer, because it is a committee, was refitted, or had a time limit");
        }
    }

    private TrainingData read(String directory) {
        signals.install();
        JvmWarmUp.loadNativeLibraries();
        return TrainingData.read(Path.of(directory), warning -> terminal.say("warning: " + warning));
    }

    /** The setup of a run. A configuration that does not fit the data is a usage error. */
    private RunSetup setup(RunConfig runConfig, TrainingData examples) {
        try {
            minAccuracy.requireMeasurement(examples.measures(runConfig), this);
            RunSetup setup = new RunSetup(
                    runConfig,
                    examples,
                    terminal,
                    new TrainingDisplay(terminal, common.quiet()),
                    interval.or(CheckpointInterval.STANDARD),
                    clock,
                    signals,
                    () -> common.note(terminal, () -> StartupBenchmark.FIRST_STEP));
            common.note(terminal, () -> examples.description(runConfig.training()));
            return setup;
        } catch (IllegalArgumentException e) {
            throw usage(e);
        }
    }

    /** The base with the flags applied. */
    TrainingConfig over(TrainingConfig base) {
        return config.over(base, this);
    }

    /** The run that {@code --resume} names, or one of whose files it names. */
    private RunDirectory resumed() {
        Path named = resume.value();
        return Files.isRegularFile(named) ? directoryOf(named) : new RunDirectory(named);
    }

    private static RunDirectory directoryOf(Path file) {
        return new RunDirectory(file.toAbsolutePath().getParent());
    }

    private Report print(TrainingRun.Result result) {
        if (terminal.animated() && terminal.unicode() && !common.quiet()) {
            terminal.err().println(Sparkline.loss(new RunDirectory(result.directory())));
            terminal.err().flush();
        }
        terminal.out()
                .print(
                        json.isOn()
                                ? Json.pretty(result.report())
                                : TrainingText.of(result.report(), result.directory(), terminal));
        terminal.out().flush();
        return result.report();
    }

    private void checkOptions() {
        config.check(this, terminal);
        if (resume.isGiven() && (config.changesRun() || out.isGiven() || force.isOn() || printConfig.isOn())) {
            throw usage(
                    "--resume continues a run unchanged, without --preset, --config, --data-ink, --transpose, --out, --force, --no-test, --no-detector and --print-config");
        }
        if (resume.isGiven() && config.isParted()) {
            throw usage("--resume continues a run unchanged, without --member and --join");
        }
        if (!config.joined().isEmpty() && !out.isGiven()) {
            throw usage("--join needs a directory for the committee; give one with --out");
        }
        minAccuracy.check(this);
    }
}
