package nn.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import nn.NnException;
import nn.NnException.Kind;
import nn.bench.StartupBenchmark;
import nn.checkpoint.Json;
import nn.checkpoint.RunConfig;
import nn.checkpoint.RunDirectory;
import nn.eval.Evaluation;
import nn.report.Counted;
import nn.report.Report;
import nn.report.Terminal;
import nn.report.TrainingDisplay;
import nn.report.TrainingText;
import nn.train.Course;
import nn.train.Preset;
import nn.train.TrainingConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code nn train}: trains a network and writes a run directory with the model and a report. */
@Command(name = "train", sortOptions = false, abbreviateSynopsis = true, header = "Train a network and report how right it is.",
        description = "%nTrains on the images of --data and writes a run directory with the model (best by "
                + "validation), the state to resume from, the history and the report.%n%n"
                + "Defaults come from the preset; any flag overrides its value.%n")
final class TrainCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final RunClock clock = new RunClock();
    private final StopSignals signals = new StopSignals();

    @Spec
    private CommandSpec spec;

    @Option(names = "--preset", paramLabel = "NAME", description = "fast, default, accurate, record or committee (default: default).")
    private Preset preset;

    @Option(names = "--config", paramLabel = "FILE",
            description = "Start from the config.json of a run, which reproduces it bit for bit; also its --data and --no-test.")
    private Path configFile;

    @Mixin
    private DataOption data;

    @Option(names = "--out", paramLabel = "DIR",
            description = "The run directory (default: runs/<UTC time>-<preset>, with runs/latest pointing at it).")
    private Path out;

    @Option(names = "--force", description = "Overwrite the run that --out holds.")
    private boolean force;

    @Option(names = "--resume", paramLabel = "RUN",
            description = "Go on with a stopped run as if it had never stopped; --epochs may be raised.")
    private Path resume;

    @Option(names = "--checkpoint-interval", paramLabel = "HOW-OFTEN", defaultValue = "60s",
            converter = CheckpointInterval.Converter.class,
            description = "Save the state also between the ends of epochs: 200ms, 30s, 5m or a number of steps (default: 60s).")
    private CheckpointInterval interval;

    @Option(names = "--no-test", description = "Leave the test split alone.")
    private boolean noTest;

    @Option(names = "--min-accuracy", paramLabel = "SHARE",
            description = "Exit with 6 if the test accuracy (without a test: validation) is lower, such as 0.98.")
    private Double minAccuracy;

    @Option(names = "--json", description = "Print report.json on standard output instead of text.")
    private boolean json;

    @Mixin
    private CourseOptions course;

    @Mixin
    private TrainingOptions options;

    @Mixin
    private CommonOptions common;

    TrainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        checkOptions();
        demand(resume == null ? start() : goOn(new RunDirectory(resume)));
        return 0;
    }

    private Report start() {
        RunConfig base = configFile != null ? Json.read(configFile, RunConfig.class, Kind.BAD_INPUT)
                : new RunConfig(Version.text(), data.path().toString(), true,
                        (preset == null ? Preset.DEFAULT : preset).config(1, Threads.orAll(null)));
        TrainingConfig training = over(base.training());
        TrainingData examples = read(dataOver(base));
        TrainingConfig fitted = configFile == null ? options.fittedTo(examples, training) : training;
        if (fitted != training) {
            terminal.say(examples.path() + ": not known to be digits, so none is redrawn in another pen style; if they are: --pen-styles "
                    + training.augmentation().penStyles());
        }
        TrainingRun run = run(new RunConfig(Version.text(), examples.path().toString(), base.test() && !noTest, fitted),
                examples);
        Report report = run.start(Optional.ofNullable(out), force);
        print(report, run.directory());
        return report;
    }

    /** Resumes; of the flags only more epochs may change what is computed. */
    private Report goOn(RunDirectory run) {
        RunConfig saved = Json.read(run.config(), RunConfig.class, Kind.BAD_CHECKPOINT);
        TrainingConfig wanted = over(saved.training());
        ConfigDifference.between(saved.training(), wanted).ifPresent(difference -> {
            throw usage("the run " + resume + " cannot go on with another configuration: " + difference);
        });
        if (run.isFinished() && wanted.epochs() == saved.training().epochs()) {
            Report report = Json.read(run.report(), Report.class, Kind.BAD_CHECKPOINT);
            if (!common.quiet()) {
                terminal.say(run.path() + ": is finished, this is its report"
                        + (canBeLonger(saved.training().course()) ? "; more --epochs make it longer" : ""));
            }
            print(report, run.path());
            return report;
        }
        if (wanted.epochs() > saved.training().epochs()) {
            requireOneNetwork(saved.training().course());
            terminal.say(run.path() + ": planned for " + Counted.of(saved.training().epochs(), "epoch") + ", of which the learning rate "
                    + "was a part; only a resumed run gives these weights, its config.json alone does not");
        }
        TrainingData examples = read(dataOver(saved));
        Report report = run(new RunConfig(saved.program(), dataOver(saved), saved.test(), wanted), examples).resume(run);
        print(report, run.path());
        return report;
    }

    private static boolean canBeLonger(Course saved) {
        return saved.members() == 1 && !saved.refit() && saved.timeLimit() == 0;
    }

    private void requireOneNetwork(Course saved) {
        if (!canBeLonger(saved)) {
            throw usage("the run " + resume + " cannot be made longer, because it is a committee, was refitted, or had a time limit");
        }
    }

    private TrainingData read(String directory) {
        signals.install();
        HeadStart.ofNativeLibraries();
        return TrainingData.read(Path.of(directory), terminal);
    }

    /** A run; a configuration that does not fit the data is the user's to mend. */
    private TrainingRun run(RunConfig runConfig, TrainingData examples) {
        try {
            TrainingRun run = new TrainingRun(runConfig, examples, terminal, new TrainingDisplay(terminal, common.quiet()), interval,
                    clock, signals, () -> common.note(terminal, () -> StartupBenchmark.FIRST_STEP));
            common.note(terminal, () -> examples.description(runConfig.training()));
            return run;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private TrainingConfig over(TrainingConfig base) {
        try {
            return options.over(course.over(base));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private String dataOver(RunConfig base) {
        return data.isNamed() ? data.path().toString() : base.data();
    }

    private void print(Report report, Path directory) {
        terminal.out().print(json ? Json.pretty(report) : TrainingText.of(report, directory));
        terminal.out().flush();
    }

    private void checkOptions() {
        if (preset != null && configFile != null) {
            throw usage("--preset and --config exclude each other");
        }
        if (resume != null && (preset != null || configFile != null || out != null || force || noTest)) {
            throw usage("--resume goes on with a run as it is, without --preset, --config, --out, --force and --no-test");
        }
        if (out != null && out.toString().isEmpty()) {
            throw usage("--out is empty; it must be a directory");
        }
        if (minAccuracy != null && !(minAccuracy >= 0 && minAccuracy <= 1)) {
            throw usage("--min-accuracy is " + minAccuracy + "; it must be from 0 to 1, such as 0.98");
        }
    }

    private ParameterException usage(String problem) {
        return new ParameterException(spec.commandLine(), problem);
    }

    private void demand(Report report) {
        if (minAccuracy == null) {
            return;
        }
        Evaluation measured = report.test().or(report::validation).orElseThrow(() -> new NnException(Kind.TARGET_MISSED,
                "--min-accuracy: nothing was measured; leave out --no-test or --validation 0"));
        if (measured.accuracy() < minAccuracy) {
            throw new NnException(Kind.TARGET_MISSED, "--min-accuracy: the accuracy %s is below %s; train longer, or demand less"
                    .formatted(measured.accuracy(), minAccuracy));
        }
    }
}
