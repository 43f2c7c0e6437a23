package nn.serve;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The right to compute. A few requests compute at once, some others wait, and further ones are refused. One that takes long gives its place
 * to the next one and goes on beside it; only a few may do so.
 */
final class Workers implements AutoCloseable {

    private static final long SLOW_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long WAIT_SECONDS = 20;

    private final Semaphore places;
    private final Semaphore slowPlaces;
    private final int mostWaiting;
    private final AtomicInteger waiting = new AtomicInteger();
    private final Set<Job> running = ConcurrentHashMap.newKeySet();
    private final Thread watcher;

    /**
     * @param places how many compute at once
     * @param slowPlaces how many more may, that have given their places away
     * @param mostWaiting how many may wait for a place
     */
    Workers(int places, int slowPlaces, int mostWaiting) {
        this.places = new Semaphore(places, true);
        this.slowPlaces = new Semaphore(slowPlaces);
        this.mostWaiting = mostWaiting;
        watcher = new Thread(this::watch, "nn-serve-watcher");
        watcher.setDaemon(true);
        watcher.start();
    }

    /** For what is usually quick, such as an answer to a small picture. */
    static Workers forQuickWork() {
        return new Workers(Math.max(2, Runtime.getRuntime().availableProcessors()), 8, 512);
    }

    /** For what takes long or needs much memory, such as a large picture. It waits among its like. */
    static Workers forLongWork() {
        return new Workers(2, 0, 32);
    }

    /** @throws Refusal 429 if too many wait already, or it has waited too long */
    <T> T run(Supplier<T> work) {
        if (waiting.incrementAndGet() > mostWaiting) {
            waiting.decrementAndGet();
            throw Refusal.busy();
        }
        try {
            if (!places.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw Refusal.busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.busy();
        } finally {
            waiting.decrementAndGet();
        }
        Job job = new Job();
        running.add(job);
        try {
            return work.get();
        } finally {
            running.remove(job);
            job.end();
        }
    }

    /** Work that holds a place. */
    private final class Job {

        private final long startNanos = System.nanoTime();
        private boolean slow;
        private boolean ended;

        synchronized void giveWayIfSlow() {
            if (!ended && !slow && System.nanoTime() - startNanos > SLOW_NANOS && slowPlaces.tryAcquire()) {
                slow = true;
                places.release();
            }
        }

        synchronized void end() {
            ended = true;
            (slow ? slowPlaces : places).release();
        }
    }

    private void watch() {
        try {
            while (true) {
                TimeUnit.NANOSECONDS.sleep(SLOW_NANOS / 4);
                running.forEach(Job::giveWayIfSlow);
            }
        } catch (InterruptedException e) {
            // The server has closed.
            return;
        }
    }

    @Override
    public void close() {
        watcher.interrupt();
    }
}
