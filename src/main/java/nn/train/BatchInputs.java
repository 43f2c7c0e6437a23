package nn.train;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import nn.data.DataSet;
import nn.data.DeformedImages;
import nn.data.InputMaker;
import nn.data.Inputs;
import nn.model.Shard;

/**
 * What the network reads of the images of one mini-batch after the other. Workers make a mini-batch's inputs whenever they find the
 * time, each some at a time; who makes the last ones sorts the examples. Then each shard's columns of all rows are packed for it, by
 * whichever worker finds the time: one whose core is slower for a while, as other programs want it too, has less to do than the
 * others. Meanwhile the inputs of the mini-batch after it may already be made. Plain pixels are not made but read where they are.
 */
final class BatchInputs {

    /** So many plain images are looked at in one go, as that is soon done. */
    private static final int PLAIN_AT_ONCE = 16;

    private final TrainingConfig config;
    private final DataSet data;
    private final int count;
    private final boolean bytes;
    private final boolean plain;
    private final boolean sorts;
    private final int atOnce;
    /** {@code [examples]}, the {@link InkSpread} of plain images; 0 for what was not looked at. */
    private final byte[] known;
    private final List<Columns> columns = new ArrayList<>();
    private volatile Buffer upcoming;
    private Buffer other;

    /** The inputs of one mini-batch. */
    private final class Buffer {

        private MiniBatch batch;
        /** {@code [batch, count]} in the order in which they were made: deformed pixels, or else other inputs; or neither. */
        private final byte[] pixels;
        private final float[] floats;
        /** {@code [batch]}, the {@link InkSpread} of each image in that order, and which of them is in each row when sorted. */
        private final byte[] spreads = new byte[config.batchSize()];
        private final int[] madeAs = IntStream.range(0, config.batchSize()).toArray();
        /** How many images nobody has made or is at, from the first on; less than 1 if there are none. */
        private final AtomicInteger left = new AtomicInteger();
        private final AtomicInteger unmade = new AtomicInteger();
        /** Whether all are made and sorted. */
        private volatile boolean ready;

        private Buffer() {
            int size = plain ? 0 : Math.multiplyExact(config.batchSize(), count);
            pixels = new byte[bytes ? size : 0];
            floats = new float[bytes ? 0 : size];
        }

        private void start(MiniBatch newBatch) {
            batch = newBatch;
            if (plain && !sorts) {
                finish();
            } else {
                unmade.set(newBatch.size());
                left.set(newBatch.size());
            }
        }

        /** Counts images that are made. */
        private void made(int images) {
            if (unmade.addAndGet(-images) == 0) {
                if (sorts) {
                    batch.sort(spreads, madeAs);
                }
                finish();
            }
        }

        private void finish() {
            ready = true;
            for (Columns some : columns) {
                some.offer(this);
            }
        }
    }

    /**
     * Memory for two of the largest mini-batches.
     *
     * @param sorts whether the examples are sorted by how far their ink spreads
     */
    BatchInputs(TrainingConfig config, DataSet data, boolean sorts, List<Shard> shards) {
        this.config = config;
        this.data = data;
        this.sorts = sorts;
        bytes = arePixels(config);
        plain = arePlainPixels(config);
        count = Math.toIntExact(config.inputs(0).count(data.rows(), data.columns()));
        atOnce = plain ? PLAIN_AT_ONCE : 1;
        known = new byte[sorts && plain ? data.size() : 0];
        upcoming = new Buffer();
        other = new Buffer();
        for (Shard shard : shards) {
            columns.add(new Columns(shard, config.batchSize() / shards.size() * columns.size()));
        }
    }

    /** Whether the inputs are the pixels of images, perhaps deformed, so that they are bytes. */
    static boolean arePixels(TrainingConfig config) {
        return config.inputs(0) == Inputs.PIXELS;
    }

    /** Whether they are the pixels as the data set has them. */
    static boolean arePlainPixels(TrainingConfig config) {
        return arePixels(config) && config.augmentation().isNone();
    }

    /** Whether this mini-batch was started last, and not finished. */
    boolean areStarted(MiniBatch batch) {
        return upcoming.batch == batch;
    }

    /** From now on the workers make this mini-batch's inputs. Those that were started before must all be made. */
    void start(MiniBatch batch) {
        upcoming.ready = false;
        upcoming.start(batch);
    }

    /** Forgets what is packed and nobody took. */
    void forget() {
        columns.forEach(Columns::forget);
    }

    /** Makes room for a further mini-batch beside the one that was started last, all of whose inputs must be made. */
    void finish() {
        Buffer finished = upcoming;
        other.batch = null;
        other.ready = false;
        upcoming = other;
        other = finished;
    }

    /**
     * From now on a shard's columns of the mini-batch that was packed last are what goes through its first layer. Waits until they
     * are packed, if a worker is still at it.
     */
    void take(int shard) {
        columns.get(shard).take();
    }

    /** Whether a shard's columns were taken, wait for a worker to pack them, are packed just now, or wait to be taken. */
    private enum State {
        TAKEN, OPEN, CLAIMED, PACKED
    }

    /** One shard's columns. */
    private final class Columns {

        private final Shard shard;
        private final int from;
        private final AtomicReference<State> state = new AtomicReference<>(State.TAKEN);
        private volatile Buffer source;
        /** {@code [batch, own]}: pixels, or else other inputs. */
        private final byte[] ownPixels;
        private final float[] ownFloats;

        /** @param from a row to begin at, another one for each shard: with a mapped file they then wait for different pages */
        private Columns(Shard shard, int from) {
            this.shard = shard;
            this.from = from;
            int own = Math.multiplyExact(config.batchSize(), shard.inputCount());
            ownPixels = new byte[bytes ? own : 0];
            ownFloats = new float[bytes ? 0 : own];
        }

        /** Lets workers pack them from what is ready, where those of the mini-batch before were taken. */
        private void offer(Buffer ready) {
            if (state.get() == State.TAKEN) {
                source = ready;
                state.compareAndSet(State.TAKEN, State.OPEN);
            }
        }

        private boolean canPack() {
            return state.get() == State.OPEN;
        }

        /** Packs them, unless another worker is at it. */
        private void pack() {
            if (!state.compareAndSet(State.OPEN, State.CLAIMED)) {
                return;
            }
            try {
                int size = source.batch.size();
                for (int i = 0; i < size; i++) {
                    read((from + i) % size);
                }
                if (bytes) {
                    shard.packInputs(ownPixels, size);
                } else {
                    shard.packInputs(ownFloats, size);
                }
            } finally {
                // Also where it failed, as who waits for them would wait forever.
                state.set(State.PACKED);
            }
        }

        private void read(int row) {
            Buffer source = this.source;
            int first = shard.firstInput();
            int own = shard.inputCount();
            int start = source.madeAs[row] * count + first;
            if (plain) {
                data.readPixels(source.batch.example(row), first, own, ownPixels, row * own);
            } else if (bytes) {
                System.arraycopy(source.pixels, start, ownPixels, row * own, own);
            } else {
                System.arraycopy(source.floats, start, ownFloats, row * own, own);
            }
        }

        private void take() {
            awaitWorker();
            if (state.get() != State.PACKED) {
                throw new IllegalStateException("inputs that nobody packed");
            }
            shard.takeInputs();
            state.set(State.TAKEN);
            Buffer next = upcoming;
            if (next.ready) {
                offer(next);
            }
        }

        private void forget() {
            awaitWorker();
            state.set(State.TAKEN);
        }

        private void awaitWorker() {
            while (state.get() == State.CLAIMED) {
                Thread.yield();
            }
        }
    }

    /** One worker's part in it, with memory of its own. */
    final class Worker {

        private final int own;
        private final DeformedImages images;
        private final InputMaker maker = new InputMaker(config.inputs(0), data.rows(), data.columns());
        private final InkSpread spread = new InkSpread(data.columns());
        private final byte[] image = new byte[data.pixelsPerImage()];
        private final float[] input = new float[bytes ? 0 : count];

        /**
         * For one worker.
         *
         * @param own the shard whose columns it packs first
         * @param images nobody else's
         */
        Worker(int own, DeformedImages images) {
            this.own = own;
            this.images = images;
        }

        /** Whether there is something left to make or to pack. If not, all of it is done, or workers are at it. */
        boolean canMake() {
            if (upcoming.left.get() > 0) {
                return true;
            }
            for (Columns some : columns) {
                if (some.canPack()) {
                    return true;
                }
            }
            return false;
        }

        /** Makes some of the inputs if there are any left, or else packs those of a shard. */
        void make() {
            if (upcoming.left.get() > 0) {
                makeSome();
                return;
            }
            for (int i = 0; i < columns.size(); i++) {
                Columns some = columns.get((own + i) % columns.size());
                if (some.canPack()) {
                    some.pack();
                    return;
                }
            }
        }

        private void makeSome() {
            Buffer target = upcoming;
            int end = target.left.getAndAdd(-atOnce);
            // Read now: who has claimed an image sees its mini-batch.
            MiniBatch batch = target.batch;
            int first = Math.max(0, end - atOnce);
            for (int index = first; index < end; index++) {
                make(batch, index, target);
            }
            if (first < end) {
                target.made(end - first);
            }
        }

        private void make(MiniBatch batch, int index, Buffer target) {
            int example = batch.example(index);
            if (plain) {
                target.spreads[index] = spreadOf(example);
                return;
            }
            images.read(example, batch.epoch(), batch.strength(), image);
            if (bytes) {
                System.arraycopy(image, 0, target.pixels, index * count, count);
            } else {
                maker.make(image, input);
                System.arraycopy(input, 0, target.floats, index * count, count);
            }
            if (sorts) {
                target.spreads[index] = spread.of(image);
            }
        }

        private byte spreadOf(int example) {
            if (known[example] == 0) {
                data.readPixels(example, image);
                known[example] = spread.of(image);
            }
            return known[example];
        }
    }
}
