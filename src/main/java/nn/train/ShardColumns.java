package nn.train;

import java.util.concurrent.atomic.AtomicReference;
import nn.model.Shard;

/**
 * One shard's columns of the inputs, packed for its first layer by whichever worker finds the time, and taken by the shard's own
 * worker: {@link #offer}, {@link #pack}, {@link #take}, and again with the next mini-batch.
 */
final class ShardColumns {

    private final Shard shard;
    private final boolean bytes;
    private final int from;
    private final AtomicReference<State> state = new AtomicReference<>(State.TAKEN);
    private MadeInputs source;
    /** {@code [batch, own]}: pixels, or else other inputs. */
    private final byte[] pixels;
    private final float[] floats;

    /** Taken, or for a worker to pack, or being packed by one, or to be taken. */
    private enum State {
        TAKEN, OFFERED, CLAIMED, PACKED
    }

    /**
     * Memory for one mini-batch.
     *
     * @param bytes whether the inputs are pixels
     * @param from a row to begin at, another one for each shard: with a mapped file they then wait for different pages
     */
    ShardColumns(Shard shard, int batchSize, boolean bytes, int from) {
        this.shard = shard;
        this.bytes = bytes;
        this.from = from;
        int own = Math.multiplyExact(batchSize, shard.inputCount());
        pixels = new byte[bytes ? own : 0];
        floats = new float[bytes ? 0 : own];
    }

    /** Lets workers pack the columns of a mini-batch whose inputs are all made, if those of the one before are taken. */
    void offer(MadeInputs inputs) {
        if (state.get() == State.TAKEN) {
            // Who takes the columns and who makes the last inputs may both be here: they offer the same.
            source = inputs;
            state.compareAndSet(State.TAKEN, State.OFFERED);
        }
    }

    boolean areOffered() {
        return state.get() == State.OFFERED;
    }

    /** Packs what is offered, unless another worker does. */
    void pack() {
        if (!state.compareAndSet(State.OFFERED, State.CLAIMED)) {
            return;
        }
        try {
            pack(source);
        } finally {
            // Also where it failed, as who waits for it would wait forever.
            state.set(State.PACKED);
        }
    }

    private void pack(MadeInputs inputs) {
        int size = inputs.batch().size();
        for (int i = 0; i < size; i++) {
            read(inputs, (from + i) % size);
        }
        if (bytes) {
            shard.packInputs(pixels, size);
        } else {
            shard.packInputs(floats, size);
        }
    }

    private void read(MadeInputs inputs, int row) {
        int own = shard.inputCount();
        if (bytes) {
            inputs.read(row, shard.firstInput(), own, pixels, row * own);
        } else {
            inputs.read(row, shard.firstInput(), own, floats, row * own);
        }
    }

    /**
     * From now on the columns that were packed last are what goes through the shard's first layer. Waits for a worker that is still
     * at them.
     *
     * @param batch whose they must be
     */
    void take(MiniBatch batch) {
        awaitWorker();
        if (state.get() != State.PACKED || source.batch() != batch) {
            throw new IllegalStateException("the inputs are %s, or those of another mini-batch".formatted(state.get()));
        }
        shard.takeInputs();
        state.set(State.TAKEN);
    }

    /** As if what is packed were taken. Nothing may be offered. */
    void forget() {
        awaitWorker();
        state.set(State.TAKEN);
    }

    private void awaitWorker() {
        while (state.get() == State.CLAIMED) {
            Thread.yield();
        }
    }
}
