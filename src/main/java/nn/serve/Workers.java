package nn.serve;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The right to compute. As many requests as there are cores compute at once, some others wait, and further ones are refused. One that takes
 * long, such as a hostile picture, gives its place to the next one and goes on beside it; only a few may do so.
 */
final class Workers implements AutoCloseable {

    private static final int MOST_WAITING = 512;
    private static final int MOST_SLOW = 3;
    private static final long SLOW_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long WAIT_SECONDS = 10;

    private final Semaphore places;
    private final Semaphore slowPlaces = new Semaphore(MOST_SLOW);
    private final AtomicInteger waiting = new AtomicInteger();
    private final Set<Job> running = ConcurrentHashMap.newKeySet();
    private final Thread watcher;

    Workers(int places) {
        this.places = new Semaphore(places, true);
        watcher = new Thread(this::watch, "nn-serve-watcher");
        watcher.setDaemon(true);
        watcher.start();
    }

    /** @throws Refusal 429 if too many wait already, or it has waited too long */
    <T> T run(Supplier<T> work) {
        if (waiting.incrementAndGet() > MOST_WAITING) {
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
