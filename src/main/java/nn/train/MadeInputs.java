package nn.train;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import nn.data.DataSet;
import nn.data.Inputs;

/**
 * The inputs of one mini-batch, for one after the other. Workers claim images and make their inputs in any order; who makes the last
 * ones sorts the examples by how far their ink spreads. Plain pixels are not kept but read where they are.
 */
final class MadeInputs {

    private final DataSet data;
    private final int count;
    private final boolean sorts;
    private final boolean plain;
    private final Consumer<MadeInputs> whenReady;
    /** {@code [batch, count]} in the order in which they were made: deformed pixels, or else other inputs; or neither. */
    private final byte[] pixels;
    private final float[] floats;
    /** {@code [batch]}, the {@link InkSpread} of each image in that order, and which of them is in each row when sorted. */
    private final byte[] spreads;
    private final int[] madeAs;
    /** How many images nobody has made or is at, from the first on; less than 1 if there are none. */
    private final AtomicInteger left = new AtomicInteger();
    /** How many are not made. */
    private final AtomicInteger unmade = new AtomicInteger();
    /** Seen by who has claimed an image, or sees that all are ready. */
    private MiniBatch batch;
    private volatile boolean ready;

    /** What the inputs are: pixels as the data have them, pixels that were deformed, or something else. */
    enum Kind {
        PLAIN_PIXELS, PIXELS, OTHER;

        static Kind of(TrainingConfig config) {
            if (config.inputs(0) != Inputs.PIXELS) {
                return OTHER;
            }
            return config.augmentation().isNone() ? PLAIN_PIXELS : PIXELS;
        }

        /** Whether an input is a byte; if not, it is a float. */
        boolean areBytes() {
            return this != OTHER;
        }
    }

    /**
     * Memory for one mini-batch.
     *
     * @param count inputs of an image
     * @param kind what they are
     * @param sorts whether the examples are sorted
     * @param whenReady gets this when all are made, from the worker that made the last ones
     */
    MadeInputs(DataSet data, int batchSize, int count, Kind kind, boolean sorts, Consumer<MadeInputs> whenReady) {
        this.data = data;
        this.count = count;
        this.sorts = sorts;
        this.whenReady = whenReady;
        plain = kind == Kind.PLAIN_PIXELS;
        pixels = new byte[kind == Kind.PIXELS ? Math.multiplyExact(batchSize, count) : 0];
        floats = new float[kind == Kind.OTHER ? Math.multiplyExact(batchSize, count) : 0];
        spreads = new byte[batchSize];
        madeAs = IntStream.range(0, batchSize).toArray();
    }

    /** The mini-batch that was started last, or null. */
    MiniBatch batch() {
        return batch;
    }

    /** From now on the inputs of this mini-batch are made; nobody may be at those of the one before. */
    void start(MiniBatch newBatch) {
        ready = false;
        batch = newBatch;
        if (plain && !sorts) {
            becomeReady();
        } else {
            unmade.set(newBatch.size());
            left.set(newBatch.size());
        }
    }

    /** Forgets the mini-batch. */
    void clear() {
        batch = null;
        ready = false;
    }

    /** Whether there are images that nobody has claimed. */
    boolean areLeft() {
        return left.get() > 0;
    }

    /**
     * Claims some images for the caller, who makes their inputs and then says {@link #made}.
     *
     * @return the place behind them; they begin {@code most} places before it, or with place 0, and if it is not positive there are none
     */
    int claim(int most) {
        return left.getAndAdd(-most);
    }

    /** Keeps the {@link InkSpread} of a claimed image, by which it is sorted. */
    void putSpread(int place, byte spread) {
        spreads[place] = spread;
    }

    /** Keeps the pixels of a claimed image. */
    void put(int place, byte[] image) {
        System.arraycopy(image, 0, pixels, place * count, count);
    }

    /** Keeps the other inputs of a claimed image. */
    void put(int place, float[] inputs) {
        System.arraycopy(inputs, 0, floats, place * count, count);
    }

    /** So many more images are made. */
    void made(int images) {
        if (unmade.addAndGet(-images) == 0) {
            if (sorts) {
                batch.sort(spreads, madeAs);
            }
            becomeReady();
        }
    }

    private void becomeReady() {
        ready = true;
        whenReady.accept(this);
    }

    /** Whether all are made and sorted. */
    boolean areReady() {
        return ready;
    }

    /** Copies some columns of a row, of pixels. */
    void read(int row, int first, int columns, byte[] into, int at) {
        if (plain) {
            data.readPixels(batch.example(row), first, columns, into, at);
        } else {
            System.arraycopy(pixels, madeAs[row] * count + first, into, at, columns);
        }
    }

    /** The same of other inputs. */
    void read(int row, int first, int columns, float[] into, int at) {
        System.arraycopy(floats, madeAs[row] * count + first, into, at, columns);
    }
}
