package nn.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import nn.bench.AccuracyBenchmark;
import nn.bench.GemmBenchmark;
import nn.bench.Machine;
import nn.bench.PhaseTime;
import nn.bench.PredictionBenchmark;
import nn.bench.Spread;
import nn.bench.StartupBenchmark;
import nn.bench.TrainingBenchmark;
import nn.train.OptimizerKind;
import org.junit.jupiter.api.Test;

class BenchTextTest {

    private static final Machine MACHINE = new Machine("Some CPU", 2, "Some 17.0.1", "SkylakeX");

    private static TrainingBenchmark.Result training(List<PhaseTime> phases) {
        return new TrainingBenchmark.Result(
                MACHINE,
                "784-256-10",
                128,
                OptimizerKind.ADAM,
                2,
                7,
                123456.7,
                0.486,
                0.512,
                0.48,
                110,
                220,
                0.5,
                phases);
    }

    @Test
    void tellsSpeedAndShareOfThePeak() {
        assertEquals("""
                784-256-10, batch 128, adam, 2 threads; median of 7 epochs after the warm-up
                       123,457 images/s
                         0.486 s an epoch (0.480 to 0.512)
                           110 GFLOP/s in the products that training needs
                           220 GFLOP/s GEMM peak on the same threads
                          50.0 % of the peak
                On Some CPU, 2 cores; JDK Some 17.0.1; BLAS kernel SkylakeX
                """, BenchText.of(training(List.of())));
    }

    @Test
    void listsThePartsOfAStep() {
        assertEquals(
                """
                         210.0 us a step: forward (75.0 %)
                          70.0 us a step: wait (25.0 %)
                """.indent(0),
                BenchText.of(training(
                                List.of(new PhaseTime("forward", 210e-6, 0.75), new PhaseTime("wait", 70e-6, 0.25))))
                        .lines()
                        .filter(line -> line.contains("us a step"))
                        .map(line -> line + "\n")
                        .reduce("", String::concat));
    }

    @Test
    void listsProductsBelowThePeakOfAsManyThreads() {
        assertEquals(
                """
                Products of a training step of 784-256-10, batch 128; GFLOP/s, median of 7 rounds
                threads  product               m      n      k  GFLOP/s    (from to)  of peak
                      1  peak               1024   1024   1024      200
                      1  layer 1 forward     128    256    784      100     (90 110)     50 %
                On Some CPU, 2 cores; JDK Some 17.0.1; BLAS kernel SkylakeX
                """,
                BenchText.of(new GemmBenchmark.Result(
                        MACHINE,
                        "784-256-10",
                        128,
                        7,
                        List.of(200.0),
                        List.of(new GemmBenchmark.Row("layer 1 forward", 128, 256, 784, 1, 100, 90, 110, 0.5)))));
    }

    @Test
    void tellsHowFastAModelAnswersWithAndWithoutAStartScript() {
        Spread spread = new Spread(0.002, 0.001, 0.003, 7);
        Spread rate = new Spread(2000, 1000, 3000, 7);
        assertEquals(
                """
                784-16-10, 300 images, 2 threads; median of 7 rounds after the warm-up
                        20.000 ms the first image
                         2.000 ms an image of 28 x 28 pixels (1.000 to 3.000)
                         2.000 ms a picture (PNG), with its preparation (1.000 to 3.000)
                         2,000 images/s (1,000 to 3,000)
                         2,000 pictures/s (1,000 to 3,000)
                           400 ms the whole program, the first time
                             2 ms the whole program (1 to 3)
                On Some CPU, 2 cores; JDK Some 17.0.1; BLAS kernel SkylakeX
                """,
                BenchText.of(new PredictionBenchmark.Result(
                        MACHINE,
                        "784-16-10",
                        2,
                        7,
                        300,
                        0.02,
                        spread,
                        spread,
                        rate,
                        rate,
                        Optional.of(0.4),
                        Optional.of(spread))));
        String without = BenchText.of(new PredictionBenchmark.Result(
                MACHINE, "784-16-10", 2, 7, 300, 0.02, spread, spread, rate, rate, Optional.empty(), Optional.empty()));
        assertEquals(7, without.lines().count(), without);
    }

    @Test
    void tellsWhichTrainingsReachedTheTarget() {
        assertEquals(
                """
                784-16-10, preset fast, 2 threads; until 98.00 % of 10,000 validation images are right
                  seed 1: reached after 1.25 s, 3 epochs, 98.10 %
                  seed 2: NOT reached after 4.00 s, 8 epochs, 97.90 %
                median 1.25 s (1.25 to 1.25)
                On Some CPU, 2 cores; JDK Some 17.0.1; BLAS kernel SkylakeX
                """,
                BenchText.of(new AccuracyBenchmark.Result(
                        MACHINE,
                        "fast",
                        "784-16-10",
                        2,
                        8,
                        0.98,
                        10_000,
                        Optional.of(new Spread(1.25, 1.25, 1.25, 1)),
                        List.of(
                                new AccuracyBenchmark.Run(1, true, 3, 1.25, 0.981),
                                new AccuracyBenchmark.Run(2, false, 8, 4, 0.979)))));
    }

    @Test
    void tellsHowLongCommandsTakeToAnswer() {
        assertEquals(
                """
                Whole processes, seconds; median of 5 rounds after the first
                command                   until          first    median   least    most
                nn --help                 end            0.200     0.120   0.110   0.150
                On Some CPU, 2 cores; JDK Some 17.0.1; BLAS kernel SkylakeX
                """,
                BenchText.of(new StartupBenchmark.Result(
                        MACHINE,
                        5,
                        List.of(new StartupBenchmark.Row("nn --help", "end", 0.2, new Spread(0.12, 0.11, 0.15, 5))))));
    }
}
