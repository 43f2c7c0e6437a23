package nn.cli;

import java.nio.file.Path;
import java.util.Optional;
import nn.NnException;
import nn.NnException.Kind;
import nn.bench.PredictionBenchmark;
import nn.data.DataSet;
import nn.eval.Classifier;
import nn.report.BenchText;
import nn.report.Terminal;

/** {@code nn bench predict}: the speed of predictions. */
final class BenchPredictCommand extends Command {

    private static final int MOST_IMAGES = 1_000_000;

    private final Terminal terminal;
    private final ModelOption model = new ModelOption();
    private final DataOption data = new DataOption();

    private final Flag<Integer> limit = Flag.of(
                    Integer.class, "--limit", "N", "How many test images, 1 to 1000000 (default: ${DEFAULT-VALUE}).")
            .standard("2000");

    private final ThreadsOption threads = new ThreadsOption("For many at once, 1 to 256 (default: one per core).");

    private final BenchOptions options = new BenchOptions();

    BenchPredictCommand(Terminal terminal) {
        super("Measure answers: one, many, and the whole program.");
        this.terminal = terminal;
        examples("nn bench predict");
        add(model, data, limit, threads, options);
        spec().usageMessage()
                .abbreviateSynopsis(true)
                .description(
                        "%nFrom the test images of --data: one image as the network reads it; the same as a PNG that is decoded "
                                + "and prepared; many of them on all threads; and nn predict as a process of its own.%n");
    }

    @Override
    public Integer call() {
        StopSignals.endMeasurement(terminal);
        requireRange("--limit", limit.value(), 1, MOST_IMAGES);
        threads.check(this);
        int rounds = options.rounds(this);
        Path file = model.file();
        Classifier classifier = ModelOption.readForPictures(file);
        DataSet images = data.open(options.common(), terminal).readTest();
        if (images.rows() != classifier.rows() || images.columns() != classifier.columns()) {
            throw NnException.of(
                    Kind.BAD_INPUT,
                    data.path(),
                    "has images of %d x %d pixels, the model reads %d x %d"
                            .formatted(images.rows(), images.columns(), classifier.rows(), classifier.columns()),
                    "name data that fit");
        }
        model.announce(file, terminal, options.common().quiet());
        Optional<Path> launcher = LauncherScript.path();
        if (launcher.isEmpty()) {
            options.progress(terminal, "the whole program is left out: " + LauncherScript.MISSING);
        }
        PredictionBenchmark.Result result = PredictionBenchmark.measure(
                classifier,
                file,
                images.range(0, Math.min(limit.value(), images.size())),
                threads.count(),
                rounds,
                launcher);
        options.print(terminal, result, () -> BenchText.of(result));
        return 0;
    }
}
