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

    /** Behind any image. */
    private static final int NONE = Integer.MAX_VALUE / 2;

    private final TrainingConfig config;
    private final DataSet data;
    private final int count;
    private final boolean bytes;
    private final boolean plain;
    private final boolean sorts;
    private final int atOnce;
    /** {@code [examples]}, the {@link InkSpread} of plain images; 0 for what was not looked at. */
    private final byte[] known;
    private final DeformedImages images;
    private volatile Made making;
    private Made made;

    /** The inputs of one mini-batch. */
    private final class Made {

        private MiniBatch batch;
        /** {@code [batch, count]} in the order in which they were made: deformed pixels, or else other inputs; or neither. */
        private final byte[] pixels;
        private final float[] others;
        /** {@code [batch]}, the {@link InkSpread} of each image in that order, and which of them is in each row when sorted. */
        private final byte[] spreads = new byte[config.batchSize()];
        private final int[] madeAs = IntStream.range(0, config.batchSize()).toArray();
        /** The first that nobody has made or is about to. */
        private final AtomicInteger unclaimed = new AtomicInteger(NONE);

        private Made() {
            int size = plain ? 0 : Math.multiplyExact(config.batchSize(), count);
            pixels = new byte[bytes ? size : 0];
            others = new float[bytes ? 0 : size];
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
        images = new DeformedImages(data, config.augmentation(), config.seed());
        making = new Made();
        made = new Made();
    }

    /** Whether the inputs are the pixels of images, perhaps deformed, so that they are bytes. */
    static boolean arePixels(TrainingConfig config) {
        return config.inputs(0) == Inputs.PIXELS;
    }

    /** Whether they are the pixels as the data set has them. */
    static boolean arePlainPixels(TrainingConfig config) {
        return arePixels(config) && config.augmentation().isNone();
    }

    /** Whether this mini-batch's inputs are those that were started last. */
    boolean areStarted(MiniBatch batch) {
        return making.batch == batch;
    }

    /** Whether of the largest mini-batch there would be inputs left to make; all are if not, or somebody is about to make the last. */
    boolean areLeft() {
        return making.unclaimed.get() < config.batchSize();
    }

    /** From now on the workers make this mini-batch's inputs; those that were started before are all made. */
    void start(MiniBatch batch) {
        Made target = making;
        target.unclaimed.set(NONE);
        target.batch = batch;
        target.unclaimed.set(0);
    }

    /**
     * Sorts the examples of the mini-batch that was started last, ones before zeros. All its inputs are made, and from now on they are
     * what is read, no longer those of the one before.
     */
    void finish() {
        Made finished = making;
        if (sorts) {
            finished.batch.sort(finished.spreads, finished.madeAs);
        }
        making = made;
        made = finished;
    }

    /** One worker's memory. */
    final class Worker {

        private final DeformedImages images = BatchInputs.this.images.another();
        private final Shard shard;
        private final InputMaker maker = new InputMaker(config.inputs(0), data.rows(), data.columns());
        private final InkSpread spread = new InkSpread(data.columns());
        private final byte[] image = new byte[data.pixelsPerImage()];
        private final float[] input = new float[bytes ? 0 : count];
        /** {@code [batch, own]}, the columns that are the shard's own: pixels, or else other inputs. */
        private final byte[] ownPixels;
        private final float[] ownOthers;

        /** @param shard for which {@link #pack} gets the columns ready */
        Worker(Shard shard) {
            this.shard = shard;
            int own = Math.multiplyExact(config.batchSize(), shard.inputCount());
            ownPixels = new byte[bytes ? own : 0];
            ownOthers = new float[bytes ? 0 : own];
        }

        /** Makes inputs of the next image, or of some plain ones, if there are any left to make. */
        void make() {
            Made target = making;
            int from = target.unclaimed.getAndAdd(atOnce);
            // Read now: who has claimed an image sees its mini-batch.
            MiniBatch batch = target.batch;
            for (int index = from; index < Math.min(from + atOnce, batch.size()); index++) {
                make(batch, index, target);
            }
        }

        private void make(MiniBatch batch, int index, Made target) {
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
                System.arraycopy(input, 0, target.others, index * count, count);
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
            int size = made.batch.size();
            for (int i = 0; i < size; i++) {
                read((from + i) % size);
            }
            if (bytes) {
                shard.packInputs(ownPixels, size);
            } else {
                shard.packInputs(ownOthers, size);
            }
        }

        private void read(int row) {
            int first = shard.firstInput();
            int own = shard.inputCount();
            int start = made.madeAs[row] * count + first;
            if (plain) {
                data.readPixels(made.batch.example(row), first, own, ownPixels, row * own);
            } else if (bytes) {
                System.arraycopy(made.pixels, start, ownPixels, row * own, own);
            } else {
                System.arraycopy(made.others, start, ownOthers, row * own, own);
            }
        }
    }
}
