package nn.train.fast;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;
import nn.train.MiniBatch;

/**
 * Makes the inputs of coming mini-batches. Any thread that has nothing else to do calls {@link #makeSome}; the mini-batch that is needed
 * first is made first. Who needs one calls {@link #take}, and helps until it is there. One lock guards the queue; inputs are made outside
 * of it.
 */
final class Prefetcher {

    /** So many mini-batches beyond the one that is needed next. */
    private static final int AHEAD = 2;

    private final int inputCount;
    private final int examplesAtOnce;
    private final Deque<Source> sources = new ArrayDeque<>();
    private final Deque<float[]> freeInputs = new ArrayDeque<>();
    private final Deque<Prepared> queue = new ArrayDeque<>();
    private int threadsAtWork;
    private float[] taken;
    /** Whether the queue has examples that no thread has begun: a waiting thread asks this thousands of times without the lock. */
    private volatile boolean someAreLeft;

    /** Makes the inputs of one example, for one thread at a time, as {@link nn.train.ExampleReader#read} does. */
    interface Source {

        void read(MiniBatch batch, int row, float[] into, int at);
    }

    /** A mini-batch whose inputs are made, from the first example to the last. */
    private static final class Prepared {

        private final MiniBatch batch;
        private final float[] inputs;
        private int begun;
        private int made;
        private Throwable failure;

        Prepared(MiniBatch batch, float[] inputs) {
            this.batch = batch;
            this.inputs = inputs;
        }
    }

    /**
     * Memory for the mini-batch that is trained on, and for those ahead.
     *
     * @param newSources one for each thread that may make inputs
     * @param inputCount of an example
     * @param examplesAtOnce that a thread makes in one go: it is not to come late for its next part of a step
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

    /** The same mini-batches; some are put into the queue before they are asked for. Those of an earlier call are dropped. */
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

    /** Puts a mini-batch into the queue, unless it is there, or there is no room. */
    private synchronized void enqueue(MiniBatch batch) {
        boolean isThere = queue.stream().anyMatch(prepared -> prepared.batch.equals(batch));
        if (!isThere && !freeInputs.isEmpty()) {
            queue.add(new Prepared(batch, freeInputs.remove()));
            someAreLeft = true;
        }
    }

    /** Makes the next examples, if there are any left. */
    boolean makeSome() {
        return someAreLeft && makeNext();
    }

    private boolean makeNext() {
        Prepared target;
        Source source;
        int first;
        int end;
        synchronized (this) {
            target = firstUnbegun();
            if (target == null) {
                return false;
            }
            source = sources.remove();
            first = target.begun;
            end = Math.min(target.batch.size(), first + examplesAtOnce);
            target.begun = end;
            threadsAtWork++;
            someAreLeft = firstUnbegun() != null;
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

    /** For who holds the lock. */
    private Prepared firstUnbegun() {
        for (Prepared prepared : queue) {
            if (prepared.begun < prepared.batch.size()) {
                return prepared;
            }
        }
        return null;
    }

    /**
     * The inputs of the next mini-batch, until the next call. One thread takes them.
     *
     * @return {@code [batch, inputs]}, row after row
     */
    float[] take(MiniBatch batch) {
        Prepared next = queued(batch);
        while (!isMade(next)) {
            if (!makeSome()) {
                awaitOthers(next);
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

    /** The mini-batch as the first of the queue; if it is not, another one was announced, and the queue begins anew. */
    private synchronized Prepared queued(MiniBatch batch) {
        if (queue.isEmpty() || !queue.element().batch.equals(batch)) {
            clear();
            enqueue(batch);
        }
        return queue.element();
    }

    private synchronized boolean isMade(Prepared prepared) {
        return prepared.made == prepared.batch.size();
    }

    /** Waits for threads that are at the last examples of a mini-batch. */
    private synchronized void awaitOthers(Prepared prepared) {
        awaitUninterruptibly(() -> prepared.made == prepared.begun);
    }

    /** Drops what is in the queue, once no thread is at it any more. */
    private synchronized void clear() {
        queue.forEach(prepared -> freeInputs.add(prepared.inputs));
        queue.clear();
        someAreLeft = false;
        awaitUninterruptibly(() -> threadsAtWork == 0);
    }

    /** For who holds the lock, which others get meanwhile. An interrupt is kept for the caller. */
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
