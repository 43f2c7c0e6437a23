package nn.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import nn.SyntheticData;
import nn.data.DataSet;
import nn.data.InputKind;
import nn.eval.Classifier;
import nn.model.Activation;
import nn.model.Architecture;
import nn.model.Loss;
import nn.model.Parameters;
import nn.model.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictionBenchmarkTest {

    private static final int SIDE = 28;
    private static final double[] WARM_UP = {777, 777, 777, 777, 777};

    @TempDir
    private Path scratch;

    private static Classifier classifier() {
        Parameters network =
                Parameters.zeros(Architecture.of(SIDE * SIDE, List.of(), 10, Activation.RELU), Storage.NATIVE_FLOAT);
        return new Classifier(
                List.of(network),
                List.of(InputKind.PIXELS),
                SIDE,
                SIDE,
                List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
                Loss.named("softmax-cross-entropy"),
                1);
    }

    /** Three ones. */
    private static DataSet ones() {
        byte[] one = new byte[SIDE * SIDE];
        for (int row = 5; row < 23; row++) {
            one[row * SIDE + 13] = (byte) 255;
            one[row * SIDE + 14] = (byte) 255;
        }
        return SyntheticData.of(new byte[][] {one, one, one}, SIDE, SIDE, new int[] {1, 1, 1}, 10);
    }

    private static double[] rounds(double... seconds) {
        return DoubleStream.concat(DoubleStream.of(WARM_UP), DoubleStream.of(seconds))
                .toArray();
    }

    private static FakeClock clock(double[]... seconds) {
        return FakeClock.measuring(
                List.of(seconds).stream().flatMapToDouble(DoubleStream::of).toArray());
    }

    @Test
    void oneIsTimedInRoundsOfSeveralAndManyAreCountedASecondAndTheFirstProcessIsApart() throws IOException {
        Path launcher = Launchers.script(scratch, "echo \"$@\" >>" + scratch + "/started");
        FakeClock clock = clock(
                new double[] {0.125},
                rounds(0.004, 0.012),
                rounds(0.04, 0.16),
                rounds(0.5, 1.5),
                rounds(0.3, 0.1),
                new double[] {0.9, 0.5, 0.25});
        PredictionBenchmark.Result result = PredictionBenchmark.measure(
                classifier(), Path.of("some.model"), ones(), 2, 2, Optional.of(launcher), 4, clock.stopwatch());
        clock.assertUsedUp();
        assertEquals(
                List.of("784-10", 2, 2, 3),
                List.of(result.architecture(), result.threads(), result.rounds(), result.images()));
        assertEquals(0.125, result.firstImageSeconds());
        assertSpread(0.002, 0.001, 0.003, result.imageSeconds());
        assertSpread(0.025, 0.01, 0.04, result.pictureSeconds());
        assertSpread(4, 2, 6, result.imagesPerSecond());
        assertSpread(20, 10, 30, result.picturesPerSecond());
        assertEquals(Optional.of(0.9), result.firstProcessSeconds());
        assertSpread(0.375, 0.25, 0.5, result.processSeconds().orElseThrow());
        List<String> started = Files.readAllLines(scratch.resolve("started"));
        assertEquals(3, started.size());
        String model = Path.of("some.model").toAbsolutePath().toString();
        assertEquals(
                "predict --quiet --model " + model,
                started.get(2).substring(0, started.get(2).lastIndexOf(' ')));
    }

    private static void assertSpread(double median, double least, double most, Spread spread) {
        assertEquals(median, spread.median(), 1e-12);
        assertEquals(least, spread.least(), 1e-12);
        assertEquals(most, spread.most(), 1e-12);
        assertEquals(2, spread.count());
    }
}
