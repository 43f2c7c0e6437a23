package nn.report;

import static nn.report.EvaluationText.format;

import java.util.List;
import nn.Plural;
import nn.bench.AccuracyBenchmark;
import nn.bench.GemmBenchmark;
import nn.bench.Machine;
import nn.bench.PhaseTime;
import nn.bench.PredictionBenchmark;
import nn.bench.Spread;
import nn.bench.StartupBenchmark;
import nn.bench.TrainingBenchmark;

/** Renders the results of benchmarks as text. */
public final class BenchText {

    private BenchText() {}

    /** The speed of plain training. */
    public static String of(TrainingBenchmark.Result result) {
        return format(
                        """
                %s, batch %d, %s, %s; median of %s after the warm-up
                  %,12.0f images/s
                  %12.3f s an epoch (%.3f to %.3f)
                  %12.0f GFLOP/s in the products that training needs
                  %12.0f GFLOP/s GEMM peak on the same threads
                  %12.1f %% of the peak
                """,
                        result.architecture(),
                        result.batchSize(),
                        result.optimizer().label(),
                        Plural.of(result.threads(), "thread"),
                        Plural.of(result.epochs(), "epoch"),
                        result.imagesPerSecond(),
                        result.secondsPerEpoch(),
                        result.fastestSeconds(),
                        result.slowestSeconds(),
                        result.gflops(),
                        result.rooflineGflops(),
                        100 * result.rooflineFraction())
                + phases(result.phases())
                + machine(result.on());
    }

    private static String phases(List<PhaseTime> phases) {
        StringBuilder text = new StringBuilder();
        for (PhaseTime phase : phases) {
            text.append(format(
                    "  %12.1f us a step: %s (%.1f %%)%n",
                    1e6 * phase.secondsPerStep(), phase.name(), 100 * phase.share()));
        }
        return text.toString();
    }

    /** The speed of matrix products. */
    public static String of(GemmBenchmark.Result result) {
        StringBuilder text = new StringBuilder(format(
                "Products of a training step of %s, batch %d; GFLOP/s, median of %s%n",
                result.architecture(), result.batchSize(), rounds(result.rounds())));
        text.append("threads  product               m      n      k  GFLOP/s    (from to)  of peak\n");
        int threads = 0;
        for (GemmBenchmark.Row row : result.products()) {
            if (row.threads() != threads) {
                threads = row.threads();
                text.append(format(
                        "%7d  %-16s%7d%7d%7d%9.0f%n",
                        threads,
                        "peak",
                        1024,
                        1024,
                        1024,
                        result.rooflineGflops().get(threads - 1)));
            }
            text.append(format(
                    "%7d  %-16s%7d%7d%7d%9.0f%13s%7.0f %%%n",
                    threads,
                    row.name(),
                    row.m(),
                    row.n(),
                    row.k(),
                    row.gflops(),
                    format("(%.0f %.0f)", row.leastGflops(), row.mostGflops()),
                    100 * row.peakFraction()));
        }
        return text + machine(result.on());
    }

    /** The speed of predictions. */
    public static String of(PredictionBenchmark.Result result) {
        StringBuilder text = new StringBuilder(format(
                "%s, %s, %s; median of %s after the warm-up%n",
                result.architecture(),
                Plural.of(result.images(), "image"),
                Plural.of(result.threads(), "thread"),
                rounds(result.rounds())));
        text.append(format("  %12.3f ms the first image%n", 1e3 * result.firstImageSeconds()));
        text.append(milliseconds("an image of 28 x 28 pixels", result.imageSeconds()));
        text.append(milliseconds("a picture (PNG), with its preparation", result.pictureSeconds()));
        text.append(rate("images/s", result.imagesPerSecond()));
        text.append(rate("pictures/s", result.picturesPerSecond()));
        result.firstProcessSeconds()
                .ifPresent(seconds ->
                        text.append(format("  %12.0f ms the whole program, the first time%n", 1e3 * seconds)));
        result.processSeconds()
                .ifPresent(spread -> text.append(format(
                        "  %12.0f ms the whole program (%.0f to %.0f)%n",
                        1e3 * spread.median(), 1e3 * spread.least(), 1e3 * spread.most())));
        return text + machine(result.on());
    }

    private static String milliseconds(String what, Spread seconds) {
        return format(
                "  %12.3f ms %s (%.3f to %.3f)%n",
                1e3 * seconds.median(), what, 1e3 * seconds.least(), 1e3 * seconds.most());
    }

    private static String rate(String what, Spread perSecond) {
        return format("  %,12.0f %s (%,.0f to %,.0f)%n", perSecond.median(), what, perSecond.least(), perSecond.most());
    }

    /** The times until an accuracy. */
    public static String of(AccuracyBenchmark.Result result) {
        StringBuilder text = new StringBuilder(format(
                "%s, preset %s, %s; until %s %% of %,d validation images are right%n",
                result.architecture(),
                result.preset(),
                Plural.of(result.threads(), "thread"),
                EvaluationText.percent(result.target()),
                result.validation()));
        result.runs().forEach(run -> text.append(of(run)).append('\n'));
        result.seconds()
                .ifPresent(spread -> text.append(
                        format("median %.2f s (%.2f to %.2f)%n", spread.median(), spread.least(), spread.most())));
        return text + machine(result.on());
    }

    /** One training's time until an accuracy, on a line. */
    public static String of(AccuracyBenchmark.Run run) {
        return format(
                "  seed %d: %s after %.2f s, %s, %s %%",
                run.seed(),
                run.reached() ? "reached" : "NOT reached",
                run.seconds(),
                Plural.of(run.epoch(), "epoch"),
                EvaluationText.percent(run.accuracy()));
    }

    /** The times of whole processes. */
    public static String of(StartupBenchmark.Result result) {
        StringBuilder text = new StringBuilder(
                format("Whole processes, seconds; median of %s after the first%n", rounds(result.rounds())));
        text.append(format("%-24s  %-12s%8s%10s%8s%8s%n", "command", "until", "first", "median", "least", "most"));
        for (StartupBenchmark.Row row : result.commands()) {
            text.append(format(
                    "%-24s  %-12s%8.3f%10.3f%8.3f%8.3f%n",
                    row.command(),
                    row.until(),
                    row.firstSeconds(),
                    row.seconds().median(),
                    row.seconds().least(),
                    row.seconds().most()));
        }
        return text + machine(result.on());
    }

    private static String rounds(int rounds) {
        return Plural.of(rounds, "round");
    }

    private static String machine(Machine machine) {
        return format(
                "On %s, %s; JDK %s; BLAS kernel %s%n",
                machine.machine(), Plural.of(machine.cores(), "core"), machine.jdk(), machine.blasKernel());
    }
}
