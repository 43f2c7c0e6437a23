import java.util.Random;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * The same training in Deeplearning4j: its own layers, loss and Adam. Its images are floats in [0, 1] and its labels one-hot rows
 * from the start, as its layers take no others; each step gathers its shuffled mini-batch. Threads are those of OMP_NUM_THREADS.
 */
final class Dl4jMlp extends Peer {

    private final MultiLayerNetwork network;
    private final INDArray images;
    private final INDArray truths;
    private final int[] order;
    private final Random random;

    private Dl4jMlp(String[] arguments) throws Exception {
        read(arguments);
        int[] sizes = sizes();
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder().seed(seed)
                .dataType(DataType.FLOAT).weightInit(WeightInit.RELU).updater(new Adam(learningRate)).list();
        for (int layer = 1; layer < sizes.length - 1; layer++) {
            layers.layer(new DenseLayer.Builder().nIn(sizes[layer - 1]).nOut(sizes[layer]).activation(Activation.RELU).build());
        }
        MultiLayerConfiguration configuration = layers.layer(new OutputLayer.Builder(LossFunction.MCXENT)
                .nIn(sizes[sizes.length - 2]).nOut(CLASSES).activation(Activation.SOFTMAX).build()).build();
        network = new MultiLayerNetwork(configuration);
        network.init();
        images = floats(pixels("train"));
        int[] labels = labels("train");
        truths = Nd4j.zeros(DataType.FLOAT, labels.length, CLASSES);
        order = new int[labels.length];
        for (int i = 0; i < labels.length; i++) {
            truths.putScalar(i, labels[i], 1);
            order[i] = i;
        }
        random = new Random(seed);
    }

    private static INDArray floats(byte[] pixels) {
        float[] values = new float[pixels.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (pixels[i] & 0xff) / 255f;
        }
        return Nd4j.createFromArray(values).reshape(pixels.length / PIXELS, PIXELS);
    }

    @Override
    void trainEpoch() {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        for (int start = 0; start < order.length; start += batchSize) {
            int[] chosen = new int[Math.min(batchSize, order.length - start)];
            System.arraycopy(order, start, chosen, 0, chosen.length);
            network.fit(Nd4j.pullRows(images, 1, chosen, 'c'), Nd4j.pullRows(truths, 1, chosen, 'c'));
        }
    }

    @Override
    int countCorrect(byte[] pixels, int[] labels) {
        int[] answers = network.output(floats(pixels)).argMax(1).toIntVector();
        int correct = 0;
        for (int i = 0; i < labels.length; i++) {
            correct += answers[i] == labels[i] ? 1 : 0;
        }
        return correct;
    }

    public static void main(String[] arguments) throws Exception {
        new Dl4jMlp(arguments).run();
        System.exit(0);
    }
}
