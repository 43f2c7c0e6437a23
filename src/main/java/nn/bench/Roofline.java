package nn.bench;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import nn.model.NativeBlas;
import nn.model.WorkerTeam;

/**
 * The peak of the machine: one 1024 x 1024 x 1024 float product on each thread at once, summed over the threads, the best of
 * 15 rounds. Half of the rounds come before the measurement that is compared with the peak, and half after it. Otherwise a
 * machine that was busy at first would seem to train faster than its peak.
 */
final class Roofline {

    private static final GemmBenchmark.Shape SHAPE = new GemmBenchmark.Shape("peak", 1024, 1024, 1024, false, false);
    private static final int ROUNDS_BEFORE = 8;
    private static final int ROUNDS_AFTER = 7;

    private final int threads;
    private final Function<GemmBenchmark.Shape, Runnable> products;
    private final Stopwatch stopwatch;
    private double best;

    /** Runs the rounds before the measurement. */
    Roofline(int threads) {
        this(threads, FloatProduct::new, Stopwatch.SYSTEM);
    }

    /** @param products makes the product of a shape, one for each thread */
    Roofline(int threads, Function<GemmBenchmark.Shape, Runnable> products, Stopwatch stopwatch) {
        this.threads = threads;
        this.products = products;
        this.stopwatch = stopwatch;
        measure(ROUNDS_BEFORE);
    }

    /** Runs the rounds after the measurement, and returns the peak in GFLOP/s. A multiply-add counts as two operations. */
    double complete() {
        measure(ROUNDS_AFTER);
        return best;
    }

    private void measure(int rounds) {
        List<Runnable> own =
                Stream.generate(() -> products.apply(SHAPE)).limit(threads).toList();
        try (WorkerTeam team = NativeBlas.team(threads)) {
            Runnable all = () -> team.runOnEachThread(thread -> own.get(thread).run());
            all.run(); // fresh memory, and the first products make kernels
            for (int round = 0; round < rounds; round++) {
                best = Math.max(best, threads * SHAPE.operations() / stopwatch.seconds(all) / 1e9);
            }
        }
    }
}
