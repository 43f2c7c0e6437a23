package nn.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nn.NnException;
import nn.NnException.Kind;
import nn.image.GrayPng;
import nn.json.Inline;

/** Measures how long the program takes as a process, started by its own start script. */
public final class StartupBenchmark {

    /** The line of {@code nn train --verbose} after the first step. */
    public static final String FIRST_STEP = "first step made";

    /**
     * One command.
     *
     * @param command as the user types it
     * @param until what ends the time: the end of the process, or the first step of the training
     * @param firstSeconds the first run, whose files may not be in memory yet
     * @param seconds of the runs after it
     */
    public record Row(String command, String until, double firstSeconds, Spread seconds) {}

    /** What was measured. */
    public record Result(@Inline Machine on, int rounds, List<Row> commands) {}

    private StartupBenchmark() {}

    /**
     * Runs each command once as a warm-up and then {@code rounds} times, in turn, so that all meet the same conditions.
     *
     * @param launcher the program's start script
     * @param data the images to train on
     */
    public static Result measure(Path launcher, Path data, int rounds) {
        return measure(launcher, data, rounds, Stopwatch.SYSTEM);
    }

    static Result measure(Path launcher, Path data, int rounds, Stopwatch stopwatch) {
        try (ProcessTimer nn = new ProcessTimer(launcher, stopwatch)) {
            List<String> help = List.of("--help");
            List<String> predict = List.of("predict", picture(nn.scratch()).toString());
            List<String> train = List.of(
                    "train",
                    "--preset",
                    "fast",
                    "--verbose",
                    "--data",
                    data.toString(),
                    "--no-test",
                    "--force",
                    "--out",
                    nn.scratch().resolve("run").toString());
            double firstHelp = nn.seconds(help);
            double firstPredict = nn.seconds(predict);
            double firstTrain = nn.secondsUntil(FIRST_STEP, train);
            List<Double> helps = new ArrayList<>();
            List<Double> predicts = new ArrayList<>();
            List<Double> trains = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                helps.add(nn.seconds(help));
                predicts.add(nn.seconds(predict));
                trains.add(nn.secondsUntil(FIRST_STEP, train));
            }
            return new Result(
                    Machine.here(),
                    rounds,
                    List.of(
                            new Row("nn --help", "end", firstHelp, Spread.of(helps)),
                            new Row("nn predict digit.png", "end", firstPredict, Spread.of(predicts)),
                            new Row("nn train --preset fast", "first step", firstTrain, Spread.of(trains))));
        }
    }

    /** Writes a picture of a 1, dark on light. */
    static Path picture(Path directory) {
        int side = 28;
        byte[] samples = new byte[side * side];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                boolean ink = row >= 5 && row < 23 && column >= 13 && column < 16;
                samples[row * side + column] = (byte) (ink ? 0 : 255);
            }
        }
        Path file = directory.resolve("digit.png");
        try {
            return Files.write(file, GrayPng.encode(samples, side, side));
        } catch (IOException e) {
            throw new NnException(
                    Kind.ENVIRONMENT, file + ": cannot be written (" + e.getMessage() + "); set TMPDIR", e);
        }
    }
}
