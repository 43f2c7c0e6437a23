package nn.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Fake products that take given times on every thread. */
final class FakeProducts implements Function<GemmBenchmark.Shape, Runnable> {

    private final FakeClock clock;
    private final Map<String, double[]> seconds;
    private final Thread caller = Thread.currentThread();
    private final AtomicInteger onOtherThreads = new AtomicInteger();
    private final List<String> done = new ArrayList<>();

    /**
     * @param seconds the times of the first product, the second, and so on, by the product's name; all later ones take the
     *     last time
     */
    FakeProducts(FakeClock clock, Map<String, double[]> seconds) {
        this.clock = clock;
        this.seconds = seconds;
    }

    @Override
    public Runnable apply(GemmBenchmark.Shape shape) {
        return () -> compute(shape.name());
    }

    /** Time passes only on the measuring thread, once for all threads. */
    private void compute(String name) {
        if (Thread.currentThread() != caller) {
            onOtherThreads.incrementAndGet();
            return;
        }
        double[] times = seconds.get(name);
        clock.pass(times[Math.min(done(name), times.length - 1)]);
        done.add(name);
    }

    /** The number of products on the measuring thread. */
    int done(String name) {
        return (int) done.stream().filter(name::equals).count();
    }

    int onOtherThreads() {
        return onOtherThreads.get();
    }
}
