package nn.train;

import java.util.ArrayList;
import java.util.List;
import nn.data.DataSet;
import nn.data.DeformedImages;
import nn.data.InputMaker;
import nn.model.Shard;
import nn.train.MadeInputs.Kind;

/**
 * What the network reads of the images of one mini-batch after the other. Workers make a mini-batch's inputs whenever they find the
 * time, each some at a time; when all are made, they pack each shard's columns of them. So one whose core is slower for a while, as
 * other programs want it too, has less to do than the others. Meanwhile the mini-batch before is trained on, and the inputs of the one
 * after may already be made.
 */
final class BatchInputs {

    /** So many plain images are looked at in one go, as that is soon done. */
    private static final int PLAIN_AT_ONCE = 16;

    private final TrainingConfig config;
    private final DataSet data;
    private final int count;
    private final Kind kind;
    private final boolean sorts;
    private final int atOnce;
    /** {@code [examples]}, the {@link InkSpread} of plain images; 0 for what was not looked at. */
    private final byte[] known;
    private final List<ShardColumns> columns = new ArrayList<>();
    private volatile MadeInputs upcoming;
    private MadeInputs finished;

    /**
     * Memory for two of the largest mini-batches, and for the shards' columns of one.
     *
     * @param sorts whether the examples are sorted by how far their ink spreads
     * @param shards of all workers
     */
    BatchInputs(TrainingConfig config, DataSet data, boolean sorts, List<Shard> shards) {
        this.config = config;
        this.data = data;
        this.sorts = sorts;
        kind = Kind.of(config);
        count = Math.toIntExact(config.inputs(0).count(data.rows(), data.columns()));
        atOnce = kind == Kind.PLAIN_PIXELS ? PLAIN_AT_ONCE : 1;
        known = new byte[sorts && kind == Kind.PLAIN_PIXELS ? data.size() : 0];
        upcoming = new MadeInputs(data, config.batchSize(), count, kind, sorts, this::offer);
        finished = new MadeInputs(data, config.batchSize(), count, kind, sorts, this::offer);
        for (Shard shard : shards) {
            columns.add(new ShardColumns(shard, config.batchSize(), kind.areBytes(),
                    (int) ((long) columns.size() * config.batchSize() / shards.size())));
        }
    }

    private void offer(MadeInputs inputs) {
        for (ShardColumns some : columns) {
            some.offer(inputs);
        }
    }

    /** Whether this mini-batch was started last, and not finished. */
    boolean areStarted(MiniBatch batch) {
        return upcoming.batch() == batch;
    }

    /** From now on the workers make this mini-batch's inputs. Those that were started before must be finished, or forgotten. */
    void start(MiniBatch batch) {
        upcoming.start(batch);
    }

    /** Forgets what is made and packed and nobody took. All that was started must be made. */
    void forget() {
        columns.forEach(ShardColumns::forget);
    }

    /**
     * Makes room for the mini-batch after the one that was started last, all of whose inputs must be made. Those of the one before must
     * be taken by all shards.
     */
    void finish() {
        MadeInputs free = finished;
        finished = upcoming;
        free.clear();
        upcoming = free;
    }

    /**
     * From now on a shard's columns of a mini-batch are what goes through its first layer; they were packed last, or a worker is still at
     * it. Those of the next one may be packed then.
     */
    void take(int shard, MiniBatch batch) {
        columns.get(shard).take(batch);
        if (upcoming.areReady()) {
            columns.get(shard).offer(upcoming);
        }
    }

    /** One worker's part in it, with memory of its own. */
    final class Worker {

        private final int own;
        private final DeformedImages images;
        private final InputMaker maker = new InputMaker(config.inputs(0), data.rows(), data.columns());
        private final InkSpread spread = new InkSpread(data.columns());
        private final byte[] image = new byte[data.pixelsPerImage()];
        private final float[] input = new float[kind.areBytes() ? 0 : count];

        /**
         * For one worker.
         *
         * @param own the shard whose columns it packs before others
         * @param images nobody else's
         */
        Worker(int own, DeformedImages images) {
            this.own = own;
            this.images = images;
        }

        /** Whether there is something left to make or to pack. If not, all of it is done, or workers are at it. */
        boolean canMake() {
            return upcoming.areLeft() || offered() != null;
        }

        /** Makes some of the inputs if there are any left, or else packs those of a shard. */
        void make() {
            if (upcoming.areLeft()) {
                makeSome(upcoming);
                return;
            }
            ShardColumns some = offered();
            if (some != null) {
                some.pack();
            }
        }

        /** Columns to pack, the worker's own before others, or null. */
        private ShardColumns offered() {
            for (int i = 0; i < columns.size(); i++) {
                ShardColumns some = columns.get((own + i) % columns.size());
                if (some.areOffered()) {
                    return some;
                }
            }
            return null;
        }

        private void makeSome(MadeInputs target) {
            int end = target.claim(atOnce);
            int first = Math.max(0, end - atOnce);
            for (int place = first; place < end; place++) {
                make(place, target);
            }
            if (first < end) {
                target.made(end - first);
            }
        }

        private void make(int place, MadeInputs target) {
            MiniBatch batch = target.batch();
            int example = batch.example(place);
            if (kind == Kind.PLAIN_PIXELS) {
                target.putSpread(place, spreadOf(example));
                return;
            }
            images.read(example, batch.epoch(), batch.strength(), image);
            if (sorts) {
                target.putSpread(place, spread.of(image));
            }
            if (kind.areBytes()) {
                target.put(place, image);
            } else {
                maker.make(image, input);
                target.put(place, input);
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
