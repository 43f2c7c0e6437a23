package nn.model;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * A fixed team of threads, one of which is the caller. It runs one task after the other, thousands of times a second. A task has parts, and
 * a free thread takes the next one, so a thread on a slow core takes fewer. A waiting thread spins for a moment before it sleeps, as waking
 * one costs more than a whole step of a small network.
 */
public final class WorkerTeam implements AutoCloseable {

    private static final int SPINS = 20_000;
    private static final int SPINS_PER_YIELD = 64;
    private static final long LONGEST_PAUSE_NANOSECONDS = 1_000_000;
    private static final Run NOTHING = new Run(part -> {}, 0, Thread.currentThread());

    private final Thread[] others;
    private final int spins;
    private volatile Run run = NOTHING;
    private final AtomicReference<Throwable> spareFailure = new AtomicReference<>();
    private volatile boolean closed;
    private volatile BooleanSupplier spareWork = () -> false;

    /** One task. A thread that comes late finds no part left, even if the team has gone on to another task. */
    private static final class Run {

        private final IntConsumer task;
        private final int parts;
        private final Thread caller;
        private final AtomicIntegerArray taken;
        private final AtomicInteger unfinished;
        private final AtomicReference<Throwable> failure = new AtomicReference<>();

        Run(IntConsumer task, int parts, Thread caller) {
            this.task = task;
            this.parts = parts;
            this.caller = caller;
            taken = new AtomicIntegerArray(parts);
            unfinished = new AtomicInteger(parts);
        }

        /**
         * Does parts until none is left. A thread begins with the same part in each run, as the data of that part are still in its
         * cache.
         */
        void doParts(int thread, int threads) {
            int first = thread * parts / threads;
            for (int i = 0; i < parts; i++) {
                int part = (first + i) % parts;
                if (taken.compareAndSet(part, 0, 1)) {
                    perform(part);
                }
            }
        }

        private void perform(int part) {
            try {
                task.accept(part);
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            }
            if (unfinished.decrementAndGet() == 0) {
                LockSupport.unpark(caller);
            }
        }

        boolean isFinished() {
            return unfinished.get() == 0;
        }
    }

    public WorkerTeam(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("a team has at least 1 thread, not " + threads);
        }
        spins = threads <= Runtime.getRuntime().availableProcessors() ? SPINS : 1;
        others = new Thread[threads - 1];
        for (int i = 0; i < others.length; i++) {
            int thread = i + 1;
            others[i] = new Thread(() -> work(thread), "nn-worker-" + thread);
            others[i].setDaemon(true);
            others[i].start();
        }
    }

    /** The number of threads, including the caller. */
    public int size() {
        return others.length + 1;
    }

    /**
     * Sets the spare work: a waiting thread calls it again and again. It does a little work if there is any, and returns whether there
     * was. The caller does spare work only within {@link #run}. The other threads also do it between two runs, at the same time as the
     * caller's own work, and may still do it when a run returns. The next run throws what it throws, once.
     */
    public void whileWaiting(BooleanSupplier newSpareWork) {
        spareWork = newSpareWork;
    }

    /**
     * Runs a task once for each part {@code 0 ... parts - 1}, on any threads, and returns when all parts are done. The parts see what the
     * caller wrote before, and the caller then sees what they wrote. Only one thread at a time calls this, and never from within a task.
     * If parts throw, this throws the first exception after all parts are done.
     *
     * @throws IllegalStateException after {@link #close}
     */
    public void run(int parts, IntConsumer task) {
        if (closed) {
            throw new IllegalStateException("the team is closed");
        }
        Run current = new Run(task, parts, Thread.currentThread());
        run = current;
        for (Thread other : others) {
            LockSupport.unpark(other);
        }
        current.doParts(0, size());
        for (int spin = 0; !current.isFinished(); spin++) {
            if (doesSpareWork()) {
                spin = 0;
            } else if (spin < spins) {
                pause(spin);
            } else {
                LockSupport.parkNanos(this, LONGEST_PAUSE_NANOSECONDS);
            }
        }
        Throwable spare = spareFailure.getAndSet(null);
        Throwable thrown = current.failure.get() == null ? spare : current.failure.get();
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown != null) {
            throw (RuntimeException) thrown;
        }
    }

    private boolean doesSpareWork() {
        try {
            return spareWork.getAsBoolean();
        } catch (RuntimeException | Error e) {
            spareFailure.compareAndSet(null, e);
            return false;
        }
    }

    /** Runs a task once on each thread. No thread begins before all are ready. Otherwise like {@link #run}. */
    public void runOnEachThread(IntConsumer task) {
        AtomicInteger missing = new AtomicInteger(size());
        run(size(), thread -> {
            missing.decrementAndGet();
            for (int spin = 0; missing.get() > 0; spin++) {
                pause(spin);
            }
            task.accept(thread);
        });
    }

    /** Does parts of the current run, then spare work; sleeps if there is none and no new run for a while. */
    private void work(int thread) {
        Run last = NOTHING;
        while (!closed) {
            for (int spin = 0; run == last && !closed; spin++) {
                if (doesSpareWork()) {
                    spin = 0;
                } else if (spin < spins) {
                    pause(spin);
                } else {
                    LockSupport.park(this);
                }
            }
            last = run;
            last.doParts(thread, size());
        }
    }

    /** Waits for a moment. Now and then it yields the core: on a busy machine the awaited thread may need it. */
    private static void pause(int spin) {
        if (spin % SPINS_PER_YIELD == SPINS_PER_YIELD - 1) {
            Thread.yield();
        } else {
            Thread.onSpinWait();
        }
    }

    /** Ends the threads and waits for their end. An interrupt is kept for the caller. Never call it from within a task. */
    @Override
    public void close() {
        closed = true;
        boolean interrupted = false;
        for (Thread other : others) {
            LockSupport.unpark(other);
            while (other.isAlive()) {
                try {
                    other.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
