package nn.train;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import nn.data.DataSet;
import nn.data.DeformedImages;
import nn.data.InputMaker;
import nn.data.Inputs;
import nn.model.Shard;

/**
 * What the network reads of the images of one mini-batch after the other. The workers make a mini-batch's inputs whenever they find
 * the time, each some at a time; when all are made, the examples are sorted, and each worker reads its columns of all rows, while
 * the next mini-batch's may already be made. Plain pixels are not made but read where they are.
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
    private volatile Buffer upcoming;
    private Buffer current;

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

        private Buffer() {
            int size = plain ? 0 : Math.multiplyExact(config.batchSize(), count);
            pixels = new byte[bytes ? size : 0];
            floats = new float[bytes ? 0 : size];
        }
    }

    /**
     * Memory for two of the largest mini-batches.
     *
     * @param sorts whether the examples are sorted by how far their ink spreads
     */
    BatchInputs(TrainingConfig config, DataSet data, boolean sorts) {
        this.config = config;
        this.data = data;
        this.sorts = sorts;
        bytes = arePixels(config);
        plain = arePlainPixels(config);
        count = Math.toIntExact(config.inputs(0).count(data.rows(), data.columns()));
        atOnce = plain ? PLAIN_AT_ONCE : 1;
        known = new byte[sorts && plain ? data.size() : 0];
        upcoming = new Buffer();
        current = new Buffer();
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

    /** Whether there are inputs left to make. If not, each is made, or a worker is at it. */
    boolean areLeft() {
        return upcoming.left.get() > 0;
    }

    /** From now on the workers make this mini-batch's inputs. Those that were started before must all be made. */
    void start(MiniBatch batch) {
        upcoming.batch = batch;
        upcoming.left.set(plain && !sorts ? 0 : batch.size());
    }

    /**
     * Sorts the examples of the mini-batch that was started last, all of whose inputs must be made, ones before zeros. From now on
     * its inputs are what is read, no longer those of the one before.
     */
    void finish() {
        Buffer finished = upcoming;
        if (sorts) {
            finished.batch.sort(finished.spreads, finished.madeAs);
        }
        current.batch = null;
        upcoming = current;
        current = finished;
    }

    /** One worker's part in it, with memory of its own. */
    final class Worker {

        private final DeformedImages images;
        private final Shard shard;
        private final InputMaker maker = new InputMaker(config.inputs(0), data.rows(), data.columns());
        private final InkSpread spread = new InkSpread(data.columns());
        private final byte[] image = new byte[data.pixelsPerImage()];
        private final float[] input = new float[bytes ? 0 : count];
        /** {@code [batch, own]}, the columns that are the shard's own: pixels, or else other inputs. */
        private final byte[] ownPixels;
        private final float[] ownFloats;

        /**
         * For one worker.
         *
         * @param images nobody else's
         * @param shard for which {@link #pack} gets the columns ready
         */
        Worker(DeformedImages images, Shard shard) {
            this.images = images;
            this.shard = shard;
            int own = Math.multiplyExact(config.batchSize(), shard.inputCount());
            ownPixels = new byte[bytes ? own : 0];
            ownFloats = new float[bytes ? 0 : own];
        }

        /** Makes the inputs of an image, or looks at some plain ones, if there are any left. */
        void make() {
            Buffer target = upcoming;
            int end = target.left.getAndAdd(-atOnce);
            // Read now: who has claimed an image sees its mini-batch.
            MiniBatch batch = target.batch;
            for (int index = Math.max(0, end - atOnce); index < end; index++) {
                make(batch, index, target);
            }
        }

        private void make(MiniBatch batch, int index, Buffer target) {
            int example = batch.example(index);
            if (plain) {
                if (sorts) {
                    target.spreads[index] = spreadOf(example);
                }
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

        /**
         * Makes the shard's columns of all rows of the mini-batch that was finished last ready for the first layer.
         *
         * @param from a row to begin at, another one for each worker: with a mapped file they then wait for different pages
         */
        void pack(int from) {
            int size = current.batch.size();
            for (int i = 0; i < size; i++) {
                read((from + i) % size);
            }
            if (bytes) {
                shard.packInputs(ownPixels, size);
            } else {
                shard.packInputs(ownFloats, size);
            }
        }

        private void read(int row) {
            int first = shard.firstInput();
            int own = shard.inputCount();
            int start = current.madeAs[row] * count + first;
            if (plain) {
                data.readPixels(current.batch.example(row), first, own, ownPixels, row * own);
            } else if (bytes) {
                System.arraycopy(current.pixels, start, ownPixels, row * own, own);
            } else {
                System.arraycopy(current.floats, start, ownFloats, row * own, own);
            }
        }
    }
}
