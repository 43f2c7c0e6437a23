package nn.train.fast;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import nn.train.MiniBatch;

/**
 * Makes the inputs of coming mini-batches. A thread that has nothing else to do calls {@link #makeSome}, which makes a few examples of
 * the first unfinished mini-batch. The thread that needs a mini-batch calls {@link #take}, which helps until all its inputs are made.
 *
 * <p>One lock, this object's, guards the queue. Inputs are made outside of the lock. Two methods wait for other threads: {@link #take}
 * for the last examples of its mini-batch, and {@link #ahead} until nobody works on the old queue. Each thread that has made examples
 * wakes them.
 */
final class Prefetcher {

    /** The queue holds this many mini-batches beyond the next one. */
    private static final int AHEAD = 2;

    private final int inputCount;
    private final int examplesAtOnce;
    private final Deque<Source> sources = new ArrayDeque<>();
    private final Deque<float[]> freeInputs = new ArrayDeque<>();
    private final Deque<Prepared> queue = new ArrayDeque<>();
    private int threadsAtWork;
    private float[] taken;
    /** Whether the queue has examples that no thread has begun. Waiting threads read it thousands of times, without the lock. */
    private volatile boolean someAreLeft;

    /** Makes the inputs of one example, as {@link nn.train.ExampleReader#read} does. One thread at a time uses it. */
    interface Source {

        void read(MiniBatch batch, int row, float[] into, int at);
    }

    /** A mini-batch in the queue. The lock guards the changing fields. */
    private static final class Prepared {

        private final MiniBatch batch;
        private final float[] inputs;
        /** The examples before this one are made, or a thread is making them. */
        private int begun;
        /** How many examples are made. */
        private int made;

        private Throwable failure;

        Prepared(MiniBatch batch, float[] inputs) {
            this.batch = batch;
            this.inputs = inputs;
        }

        boolean isMade() {
            return made == batch.size();
        }
    }

    /**
     * Allocates memory for the mini-batch that was taken, and for those in the queue.
     *
     * @param newSources one for each thread that may make inputs
     * @param inputCount the number of inputs of an example
     * @param examplesAtOnce how many examples a thread makes in one go; with too many it comes late for its next part of a step
     */
    Prefetcher(List<Source> newSources, int inputCount, int batchSize, int examplesAtOnce) {
        sources.addAll(newSources);
        this.inputCount = inputCount;
        this.examplesAtOnce = examplesAtOnce;
        taken = new float[Math.multiplyExact(batchSize, inputCount)];
        for (int i = 0; i <= AHEAD; i++) {
            freeInputs.add(new float[taken.length]);
        }
    }

    /** Returns the same mini-batches, but queues some of them early. It first drops what an earlier call has queued. */
    Iterator<MiniBatch> ahead(Iterator<MiniBatch> batches) {
        clear();
        Deque<MiniBatch> announced = new ArrayDeque<>();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return !announced.isEmpty() || batches.hasNext();
            }

            @Override
            public MiniBatch next() {
                while (announced.size() <= AHEAD && batches.hasNext()) {
                    announced.add(batches.next());
                }
                MiniBatch next = announced.remove();
                enqueue(next);
                announced.forEach(Prefetcher.this::enqueue);
                return next;
            }
        };
    }

    /**
     * Queues a mini-batch, unless it is there or there is no room. Nobody is woken: waiting threads see the queue as long as they spin,
     * and a sleeping one wakes up for the next part of a step.
     */
    private synchronized void enqueue(MiniBatch batch) {
        boolean isThere = queue.stream().anyMatch(prepared -> prepared.batch == batch);
        if (!isThere && !freeInputs.isEmpty()) {
            queue.add(new Prepared(batch, freeInputs.remove()));
            someAreLeft = true;
        }
    }

    /** Makes the next examples. Returns false if no examples are left to begin. */
    boolean makeSome() {
        return someAreLeft && makeNext();
    }

    private boolean makeNext() {
        Prepared target;
        Source source;
        int first;
        int end;
        synchronized (this) {
            Optional<Prepared> unbegun = firstUnbegun();
            if (unbegun.isEmpty()) {
                return false;
            }
            target = unbegun.get();
            source = sources.remove();
            first = target.begun;
            end = Math.min(target.batch.size(), first + examplesAtOnce);
            target.begun = end;
            threadsAtWork++;
            someAreLeft = firstUnbegun().isPresent();
        }
        Throwable failure = null;
        try {
            for (int row = first; row < end; row++) {
                source.read(target.batch, row, target.inputs, row * inputCount);
            }
        } catch (RuntimeException | Error e) {
            failure = e;
        }
        synchronized (this) {
            sources.add(source);
            threadsAtWork--;
            target.made += end - first;
            target.failure = target.failure == null ? failure : target.failure;
            notifyAll();
        }
        return true;
    }

    /** The first mini-batch with an example that no thread has begun. The caller holds the lock. */
    private Optional<Prepared> firstUnbegun() {
        for (Prepared prepared : queue) {
            if (prepared.begun < prepared.batch.size()) {
                return Optional.of(prepared);
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the inputs of the next mini-batch. Only one thread calls this.
     *
     * @return {@code [batch, inputs]}, row after row; the next call overwrites them
     */
    float[] take(MiniBatch batch) {
        Prepared next = queued(batch);
        while (!isMade(next)) {
            if (!makeSome()) {
                // Other threads have begun all that is left.
                awaitMade(next);
            }
        }
        synchronized (this) {
            queue.remove();
            freeInputs.add(taken);
            taken = next.inputs;
        }
        if (next.failure instanceof Error error) {
            throw error;
        }
        if (next.failure != null) {
            throw (RuntimeException) next.failure;
        }
        return taken;
    }

    /** The first of the queue, which is this mini-batch. If another one was announced, the queue begins anew. */
    private synchronized Prepared queued(MiniBatch batch) {
        if (queue.isEmpty() || queue.element().batch != batch) {
            clear();
            enqueue(batch);
        }
        return queue.element();
    }

    private synchronized boolean isMade(Prepared prepared) {
        return prepared.isMade();
    }

    private synchronized void awaitMade(Prepared prepared) {
        awaitUninterruptibly(prepared::isMade);
    }

    /** Empties the queue, and waits until no thread works on what was in it: the memory is used again. */
    private synchronized void clear() {
        queue.forEach(prepared -> freeInputs.add(prepared.inputs));
        queue.clear();
        someAreLeft = false;
        awaitUninterruptibly(() -> threadsAtWork == 0);
    }

    /** The caller holds the lock; waiting releases it. An interrupt is kept for the caller. */
    private void awaitUninterruptibly(BooleanSupplier condition) {
        boolean interrupted = false;
        while (!condition.getAsBoolean()) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
