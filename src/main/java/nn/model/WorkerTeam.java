package nn.model;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/**
 * A fixed team of threads that do one task together, again and again, thousands of times a second. The calling thread is worker
 * 0. A waiting thread spins for a moment before it sleeps, as waking one costs more than a small network's whole step.
 */
public final class WorkerTeam implements AutoCloseable {

    private static final int SPINS = 20_000;
    private static final int SPINS_PER_YIELD = 64;
    private static final IntConsumer STOP = worker -> { };

    private final int size;
    private final Thread[] threads;
    private final AtomicInteger unfinished = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final int spins;
    private volatile int round;
    private volatile IntConsumer task;
    private volatile IntPredicate spareWork = worker -> false;
    private volatile Thread caller;

    public WorkerTeam(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("a team has at least 1 worker, not " + size);
        }
        this.size = size;
        spins = size <= Runtime.getRuntime().availableProcessors() ? SPINS : 1;
        threads = new Thread[size];
        for (int worker = 1; worker < size; worker++) {
            int index = worker;
            threads[worker] = new Thread(() -> work(index), "nn-worker-" + worker);
            threads[worker].setDaemon(true);
            threads[worker].start();
        }
    }

    public int size() {
        return size;
    }

    /**
     * What a worker does while it waits for others, again and again: for its index, a little of something that may be done at any
     * time, if there is any; and whether there was. The caller does so within {@link #run} only, the others also between two runs,
     * beside the caller, and may still be at it when a run returns. Only a task in which each worker goes on until there is nothing
     * left makes sure that all of it is done that there was when the first of them ended. What it throws is thrown by the run that goes on, or by the next one.
     */
    public void whileWaiting(IntPredicate newSpareWork) {
        spareWork = newSpareWork;
    }

    /**
     * Runs the task once for each worker index 0 ... size - 1, each in its own thread, and returns when all have finished. What
     * the caller wrote before is seen by the workers, and what they wrote is seen by the caller after. One caller at a time, and
     * never from within a task. What a task throws is thrown here, after all have finished; of several the first.
     *
     * @throws IllegalStateException after {@link #close}
     */
    public void run(IntConsumer newTask) {
        if (task == STOP) {
            throw new IllegalStateException("the team is closed");
        }
        caller = Thread.currentThread();
        task = newTask;
        unfinished.set(size - 1);
        round++;
        for (int worker = 1; worker < size; worker++) {
            LockSupport.unpark(threads[worker]);
        }
        perform(newTask, 0);
        for (int spin = 0; unfinished.get() > 0; spin++) {
            if (doesSpareWork(0)) {
                spin = 0;
            } else if (spin < spins) {
                pause(spin);
            } else {
                LockSupport.parkNanos(this, 1_000_000);
            }
        }
        Throwable thrown = failure.getAndSet(null);
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown != null) {
            throw (RuntimeException) thrown;
        }
    }

    private void work(int worker) {
        int seen = 0;
        while (true) {
            for (int spin = 0; round == seen; spin++) {
                if (doesSpareWork(worker)) {
                    spin = 0;
                } else if (spin < spins) {
                    pause(spin);
                } else {
                    LockSupport.park(this);
                }
            }
            seen++;
            IntConsumer current = task;
            if (current == STOP) {
                return;
            }
            perform(current, worker);
            if (unfinished.decrementAndGet() == 0) {
                LockSupport.unpark(caller);
            }
        }
    }

    /** Waits a moment; now and then it lets others have the core, as on a busy machine the awaited worker may be among them. */
    private static void pause(int spin) {
        if (spin % SPINS_PER_YIELD == SPINS_PER_YIELD - 1) {
            Thread.yield();
        } else {
            Thread.onSpinWait();
        }
    }

    private boolean doesSpareWork(int worker) {
        try {
            return spareWork.test(worker);
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
            return false;
        }
    }

    private void perform(IntConsumer current, int worker) {
        try {
            current.accept(worker);
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        }
    }

    /** Ends the threads, and returns when they are gone; an interrupt is kept for the caller. Not from within a task. */
    @Override
    public void close() {
        task = STOP;
        round++;
        for (int worker = 1; worker < size; worker++) {
            LockSupport.unpark(threads[worker]);
        }
        boolean interrupted = false;
        for (int worker = 1; worker < size; worker++) {
            while (threads[worker].isAlive()) {
                try {
                    threads[worker].join();
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
