package nn.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import nn.NnException;
import nn.NnException.Kind;
import nn.checkpoint.Json;
import nn.checkpoint.RunConfig;
import nn.report.EvaluationText;
import nn.report.Report;
import nn.report.Terminal;
import nn.report.TrainingText;
import nn.train.Preset;
import nn.train.TrainingConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code nn train}: trains a network and writes a run directory with the model and a report. */
@Command(name = "train", sortOptions = false, header = "Train a network and report how right it is.",
        description = "%nTrains on the images of --data and writes a run directory: config.json, history.csv, "
                + "model.safetensors (best by validation), last.safetensors, report.json.%n%n"
                + "Defaults come from the preset; any flag overrides its value.%n")
final class TrainCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Option(names = "--preset", paramLabel = "NAME", description = "fast or default.")
    private Preset preset;

    @Option(names = "--config", paramLabel = "FILE",
            description = "Start from the config.json of a run, which reproduces it bit for bit.")
    private Path configFile;

    @Mixin
    private DataOption data;

    @Option(names = "--out", paramLabel = "DIR",
            description = "The run directory (default: runs/<UTC time>-<preset>, with runs/latest pointing at it).")
    private Path out;

    @Option(names = "--force", description = "Overwrite the run that --out holds.")
    private boolean force;

    @Option(names = "--no-test", description = "Leave the test split alone.")
    private boolean noTest;

    @Option(names = "--min-accuracy", paramLabel = "SHARE",
            description = "Exit with 6 if the test accuracy (without a test: validation) is lower, such as 0.98.")
    private Double minAccuracy;

    @Option(names = "--json", description = "Print report.json on standard output instead of text.")
    private boolean json;

    @Mixin
    private TrainingOptions options;

    @Mixin
    private CommonOptions common;

    TrainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        TrainingConfig config = config();
        RunConfig runConfig = new RunConfig(Version.text(), data.path().toString(), !noTest, config);
        TrainingRun run = new TrainingRun(runConfig, terminal, common.quiet());
        Report report = run.start(out, force, this::usage);
        if (json) {
            terminal.out().print(Json.pretty(report));
        } else {
            terminal.out().print(TrainingText.of(report, run.directory()));
        }
        terminal.out().flush();
        demand(report);
        return 0;
    }

    private TrainingConfig config() {
        if (preset != null && configFile != null) {
            throw usage("--preset and --config exclude each other");
        }
        if (minAccuracy != null && !(minAccuracy >= 0 && minAccuracy <= 1)) {
            throw usage("--min-accuracy is " + minAccuracy + "; it must be from 0 to 1, such as 0.98");
        }
        TrainingConfig base = configFile == null
                ? (preset == null ? Preset.DEFAULT : preset).config(1, Runtime.getRuntime().availableProcessors())
                : Json.read(configFile, RunConfig.class, Kind.BAD_INPUT).training();
        try {
            return options.over(base);
        } catch (IllegalArgumentException e) {
            throw usage(e.getMessage());
        }
    }

    private ParameterException usage(String problem) {
        return new ParameterException(spec.commandLine(), problem);
    }

    private void demand(Report report) {
        if (minAccuracy == null) {
            return;
        }
        var measured = report.test() != null ? report.test() : report.validation();
        if (measured == null) {
            throw new NnException(Kind.TARGET_MISSED, "--min-accuracy: nothing was measured; leave out --no-test or --validation 0");
        }
        if (measured.accuracy() < minAccuracy) {
            throw new NnException(Kind.TARGET_MISSED, "--min-accuracy: the accuracy %s is below %s; train longer, or demand less"
                    .formatted(measured.accuracy(), minAccuracy));
        }
    }
}
