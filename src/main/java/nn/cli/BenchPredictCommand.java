package nn.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import nn.NnException;
import nn.NnException.Kind;
import nn.bench.PredictionBenchmark;
import nn.data.DataSet;
import nn.eval.Classifier;
import nn.report.BenchText;
import nn.report.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nn bench predict}: how fast a model answers. */
@Command(name = "predict", sortOptions = false, abbreviateSynopsis = true,
        header = "Measure answers: one, many, and the whole program.",
        description = "%nFrom the test images of --data: one image as the network reads it; the same as a PNG that is decoded and "
                + "prepared; many of them on all threads; and nn predict as a process of its own.%n")
final class BenchPredictCommand implements Callable<Integer> {

    private static final int MOST_IMAGES = 1_000_000;

    private final Terminal terminal;

    @Mixin
    private ModelChoice model;

    @Mixin
    private DataOption data;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "2000",
            description = "How many test images, 1 to 1000000 (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(names = "--threads", paramLabel = "N", description = "For many at once, 1 to 256 (default: one per core).")
    private Integer threads;

    @Mixin
    private BenchOptions options;

    BenchPredictCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        StopSignals.endMeasurement(terminal);
        options.requireRange("--limit", limit, 1, MOST_IMAGES);
        int workers = Threads.orAll(threads);
        options.requireRange("--threads", workers, 1, Threads.MOST);
        int rounds = options.rounds();
        Path file = model.file();
        Classifier classifier = ModelChoice.readForPictures(file);
        DataSet images = DataOption.open(data.path(), terminal).readTest();
        if (images.rows() != classifier.rows() || images.columns() != classifier.columns()) {
            throw NnException.of(Kind.BAD_INPUT, data.path(), "has images of %d x %d pixels, the model reads %d x %d"
                    .formatted(images.rows(), images.columns(), classifier.rows(), classifier.columns()), "name data that fit");
        }
        model.announce(file, terminal, options.common().quiet());
        Optional<Path> launcher = Launcher.path();
        if (launcher.isEmpty()) {
            options.progress(terminal, "the whole program is left out: " + Launcher.MISSING);
        }
        PredictionBenchmark.Result result = PredictionBenchmark.measure(classifier, file,
                images.range(0, Math.min(limit, images.size())), workers, rounds, launcher);
        options.print(terminal, result, () -> BenchText.of(result));
        return 0;
    }
}
