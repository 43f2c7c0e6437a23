package nn.bench;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import nn.model.NativeBlas;
import nn.model.WorkerTeam;

/**
 * The peak of the machine for a network: the best of 15 rounds of one 1024 x 1024 x 1024 float product on each thread, all at once,
 * summed over the threads. Half of the rounds come before what is compared with it, half after: a machine that was busy at first
 * would else seem to train faster than its peak.
 */
final class Roofline {

    private static final GemmBenchmark.Shape SHAPE = new GemmBenchmark.Shape("peak", 1024, 1024, 1024, false, false);
    private static final int ROUNDS_BEFORE = 8;
    private static final int ROUNDS_AFTER = 7;

    private final int threads;
    private final Function<GemmBenchmark.Shape, Runnable> products;
    private final Stopwatch stopwatch;
    private double best;

    /** Makes the rounds before. */
    Roofline(int threads) {
        this(threads, FloatProduct::new, Stopwatch.SYSTEM);
    }

    /** @param products makes what computes a product of a shape, once for each thread */
    Roofline(int threads, Function<GemmBenchmark.Shape, Runnable> products, Stopwatch stopwatch) {
        NativeBlas.useCallingThreadOnly();
        this.threads = threads;
        this.products = products;
        this.stopwatch = stopwatch;
        measure(ROUNDS_BEFORE);
    }

    /** Makes the rounds after; returns the peak in GFLOP/s. A multiply-add counts as two operations. */
    double complete() {
        measure(ROUNDS_AFTER);
        return best;
    }

    private void measure(int rounds) {
        List<Runnable> own =
                Stream.generate(() -> products.apply(SHAPE)).limit(threads).toList();
        try (WorkerTeam team = new WorkerTeam(threads)) {
            Runnable all = () -> team.runOnEachThread(thread -> own.get(thread).run());
            all.run(); // fresh memory, and the first products make kernels
            for (int round = 0; round < rounds; round++) {
                best = Math.max(best, threads * SHAPE.operations() / stopwatch.seconds(all) / 1e9);
            }
        }
    }
}
