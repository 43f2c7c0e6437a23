package nn.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import nn.data.DataSet;
import nn.eval.Classifier;
import nn.eval.Predictor;
import nn.eval.Scorer;
import nn.image.GrayPng;
import nn.image.decode.ImageFile;
import nn.image.prepare.DigitPreparation;
import nn.image.prepare.Polarity;
import nn.json.Inline;
import nn.model.WorkerTeam;

/** Measures how fast a model answers: one image, one picture, many of them, and the whole program. */
public final class PredictionBenchmark {

    /** A round of several, because a single prediction is too short for the clock. */
    private static final int SINGLES = 200;

    private static final int WARMUP_ROUNDS = 5;

    /**
     * What was measured. An image is 28 x 28 pixels, as the network reads it. A picture is a PNG in memory, which is decoded
     * and prepared first.
     *
     * @param images the number of different images
     * @param firstImageSeconds the first prediction, by code that has not run before. All predictions but the processes' use
     *     ND4J.
     * @param imageSeconds for one image, on one thread
     * @param pictureSeconds for one picture, on one thread
     * @param imagesPerSecond of many images, on all threads
     * @param picturesPerSecond of many pictures, on all threads
     * @param firstProcessSeconds {@code nn predict} of one picture as a process of its own, the first time
     * @param processSeconds the same, after the first time; both are empty without a start script
     */
    public record Result(
            @Inline Machine on,
            String architecture,
            int threads,
            int rounds,
            int images,
            double firstImageSeconds,
            Spread imageSeconds,
            Spread pictureSeconds,
            Spread imagesPerSecond,
            Spread picturesPerSecond,
            Optional<Double> firstProcessSeconds,
            Optional<Spread> processSeconds) {}

    private final Classifier classifier;
    private final DataSet data;
    private final int rounds;
    private final int singles;
    private final Stopwatch stopwatch;
    private final List<byte[]> pixels;
    private final List<byte[]> pictures;

    private PredictionBenchmark(Classifier classifier, DataSet data, int rounds, int singles, Stopwatch stopwatch) {
        this.classifier = classifier;
        this.data = data;
        this.rounds = rounds;
        this.singles = singles;
        this.stopwatch = stopwatch;
        pixels = IntStream.range(0, data.size()).mapToObj(this::pixels).toList();
        pictures = pixels.stream().map(this::picture).toList();
    }

    /**
     * Measures a model on images of the size that it reads.
     *
     * @param model the model's file, for the processes
     * @param launcher the program's start script, if it is known
     */
    public static Result measure(
            Classifier classifier, Path model, DataSet data, int threads, int rounds, Optional<Path> launcher) {
        return measure(classifier, model, data, threads, rounds, launcher, SINGLES, Stopwatch.SYSTEM);
    }

    /** @param singles the number of single predictions in a round */
    static Result measure(
            Classifier classifier,
            Path model,
            DataSet data,
            int threads,
            int rounds,
            Optional<Path> launcher,
            int singles,
            Stopwatch stopwatch) {
        return new PredictionBenchmark(classifier, data, rounds, singles, stopwatch).measure(model, threads, launcher);
    }

    private Result measure(Path model, int threads, Optional<Path> launcher) {
        Predictor predictor = new Predictor(classifier, 1);
        double first = stopwatch.seconds(() -> predictor.predict(List.of(pixels.get(0))));
        Spread image = eachOf(i -> predictor.predict(List.of(pixels.get(i % pixels.size()))));
        Spread picture = eachOf(i -> predict(predictor, pictures.get(i % pictures.size())));
        Spread images;
        Spread many;
        try (WorkerTeam team = new WorkerTeam(threads)) {
            Scorer scorer = new Scorer(classifier, team);
            images = Spread.of(speeds(() -> scorer.score(classifier, data)));
            List<Predictor> predictors = IntStream.range(0, threads)
                    .mapToObj(worker -> new Predictor(classifier, 1))
                    .toList();
            many = Spread.of(speeds(() -> team.run(threads, worker -> {
                for (int i = worker; i < pictures.size(); i += threads) {
                    predict(predictors.get(worker), pictures.get(i));
                }
            })));
        }
        List<Double> processes = launcher.map(path -> processes(path, model)).orElse(List.of());
        return new Result(
                Machine.here(),
                classifier.architectureNames(),
                threads,
                rounds,
                data.size(),
                first,
                image,
                picture,
                images,
                many,
                processes.stream().findFirst(),
                processes.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Spread.of(processes.subList(1, processes.size()))));
    }

    /** The seconds for one, from rounds of several after a warm-up. */
    private Spread eachOf(IntConsumer work) {
        List<Double> each = new ArrayList<>();
        for (int round = -WARMUP_ROUNDS; round < rounds; round++) {
            double seconds = stopwatch.seconds(() -> IntStream.range(0, singles).forEach(work)) / singles;
            if (round >= 0) {
                each.add(seconds);
            }
        }
        return Spread.of(each);
    }

    /** Images per second of each round, after a warm-up. */
    private List<Double> speeds(Runnable all) {
        List<Double> speeds = new ArrayList<>();
        for (int round = -WARMUP_ROUNDS; round < rounds; round++) {
            double seconds = stopwatch.seconds(all);
            if (round >= 0) {
                speeds.add(data.size() / seconds);
            }
        }
        return speeds;
    }

    private List<Double> processes(Path launcher, Path model) {
        try (ProcessTimer nn = new ProcessTimer(launcher, stopwatch)) {
            List<String> arguments = List.of(
                    "predict",
                    "--quiet",
                    "--model",
                    model.toAbsolutePath().toString(),
                    StartupBenchmark.picture(nn.scratch()).toString());
            return IntStream.rangeClosed(0, rounds)
                    .mapToObj(round -> nn.seconds(arguments))
                    .toList();
        }
    }

    private static void predict(Predictor predictor, byte[] picture) {
        try {
            predictor.predict(List.of(new DigitPreparation(Polarity.AUTO, false)
                    .prepare(ImageFile.read(new ByteArrayInputStream(picture), "picture"))
                    .pixels()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] pixels(int example) {
        byte[] image = new byte[data.pixelsPerImage()];
        data.readPixels(example, image);
        return image;
    }

    /** The image as dark ink on light paper. */
    private byte[] picture(byte[] image) {
        byte[] samples = image.clone();
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) ~samples[i];
        }
        return GrayPng.encode(samples, data.rows(), data.columns());
    }
}
