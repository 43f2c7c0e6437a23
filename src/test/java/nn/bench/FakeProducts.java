package nn.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Products that take given times, on every thread at once, in the place of real ones. */
final class FakeProducts implements Function<GemmBenchmark.Shape, Runnable> {

    private final FakeClock clock;
    private final Map<String, double[]> seconds;
    private final Thread caller = Thread.currentThread();
    private final AtomicInteger onOtherThreads = new AtomicInteger();
    private final List<String> done = new ArrayList<>();

    /** @param seconds by the product's name: what the first takes, the second, and so on; all after them take as long as the last */
    FakeProducts(FakeClock clock, Map<String, double[]> seconds) {
        this.clock = clock;
        this.seconds = seconds;
    }

    @Override
    public Runnable apply(GemmBenchmark.Shape shape) {
        return () -> compute(shape.name());
    }

    /** Time passes once for all threads: with the one that measures. */
    private void compute(String name) {
        if (Thread.currentThread() != caller) {
            onOtherThreads.incrementAndGet();
            return;
        }
        double[] times = seconds.get(name);
        clock.pass(times[Math.min(done(name), times.length - 1)]);
        done.add(name);
    }

    /** How many of them the measuring thread did. */
    int done(String name) {
        return (int) done.stream().filter(name::equals).count();
    }

    int onOtherThreads() {
        return onOtherThreads.get();
    }
}
