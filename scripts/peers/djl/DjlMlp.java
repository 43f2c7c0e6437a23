import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.initializer.Initializer;
import ai.djl.training.initializer.XavierInitializer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.nio.ByteBuffer;

/**
 * The same training in DJL with PyTorch: its own layers, loss and Adam. The images stay bytes, and each step gathers its shuffled
 * mini-batch and scales it to [0, 1]. Threads are those of OMP_NUM_THREADS.
 */
final class DjlMlp extends Peer {

    private final NDManager manager;
    private final Trainer trainer;
    private final NDArray images;
    private final NDArray truths;

    private DjlMlp(Model model, String[] arguments) throws Exception {
        read(arguments);
        int[] sizes = sizes();
        SequentialBlock network = new SequentialBlock();
        for (int layer = 1; layer < sizes.length; layer++) {
            network.add(Linear.builder().setUnits(sizes[layer]).build());
            if (layer + 1 < sizes.length) {
                network.add(Activation.reluBlock());
            }
        }
        model.setBlock(network);
        manager = model.getNDManager();
        manager.getEngine().setRandomSeed((int) seed);
        trainer = model.newTrainer(new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                .optInitializer(new XavierInitializer(), Parameter.Type.WEIGHT)
                .optInitializer(Initializer.ZEROS, Parameter.Type.BIAS)
                .optOptimizer(Optimizer.adam().optLearningRateTracker(Tracker.fixed(learningRate)).build()));
        trainer.initialize(new Shape(batchSize, PIXELS));
        byte[] pixels = pixels("train");
        images = manager.create(ByteBuffer.wrap(pixels), new Shape(pixels.length / PIXELS, PIXELS), DataType.UINT8);
        truths = manager.create(labels("train")).toType(DataType.INT64, false);
    }

    @Override
    void trainEpoch() {
        try (NDManager epoch = manager.newSubManager()) {
            long count = truths.size();
            NDArray order = epoch.randomPermutation(count).toType(DataType.INT64, false);
            for (long start = 0; start < count; start += batchSize) {
                try (NDManager step = epoch.newSubManager()) {
                    NDArray chosen = order.get(new NDIndex().addSliceDim(start, Math.min(count, start + batchSize)));
                    chosen.attach(step);
                    NDArray batch = images.get(chosen);
                    batch.attach(step);
                    NDArray labels = truths.get(chosen);
                    labels.attach(step);
                    NDArray floats = batch.toType(DataType.FLOAT32, false);
                    try (GradientCollector collector = trainer.newGradientCollector()) {
                        NDList logits = trainer.forward(new NDList(floats.muli(1f / 255)));
                        NDArray loss = trainer.getLoss().evaluate(new NDList(labels), logits);
                        loss.attach(step);
                        logits.attach(step);
                        collector.backward(loss);
                    }
                    trainer.step();
                }
            }
        }
    }

    @Override
    int countCorrect(byte[] pixels, int[] labels) {
        try (NDManager all = manager.newSubManager()) {
            NDArray floats = all.create(ByteBuffer.wrap(pixels), new Shape(labels.length, PIXELS), DataType.UINT8)
                    .toType(DataType.FLOAT32, false).muli(1f / 255);
            long[] answers = trainer.evaluate(new NDList(floats)).singletonOrThrow().argMax(1).toLongArray();
            int correct = 0;
            for (int i = 0; i < labels.length; i++) {
                correct += answers[i] == labels[i] ? 1 : 0;
            }
            return correct;
        }
    }

    public static void main(String[] arguments) throws Exception {
        try (Model model = Model.newInstance("mlp")) {
            new DjlMlp(model, arguments).run();
        }
        System.exit(0);
    }
}
