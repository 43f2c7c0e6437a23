package nn.bench;

import java.util.List;
import java.util.SplittableRandom;
import nn.SyntheticData;
import nn.data.Augmentation;
import nn.data.DataSet;
import nn.data.InputKind;
import nn.model.Activation;
import nn.model.Loss;
import nn.train.DataConfig;
import nn.train.InitialWeights;
import nn.train.Learning;
import nn.train.NetworkConfig;
import nn.train.OptimizerKind;
import nn.train.Regularization;
import nn.train.RunPlan;
import nn.train.Sampling;
import nn.train.Schedule;
import nn.train.TrainingConfig;

/** A very short training that learns something in each of its first epochs. */
final class SmallTraining {

    private static final int SIDE = 4;

    private SmallTraining() {}

    /** Plain gradient descent; the validation split is a sixth of the data. */
    static TrainingConfig config(int epochs, int batchSize, int threads) {
        return new TrainingConfig(
                "small",
                new NetworkConfig(List.of(), Activation.RELU, InitialWeights.HE, List.of(InputKind.PIXELS)),
                new Learning(
                        new Loss.SoftmaxCrossEntropy(),
                        epochs,
                        batchSize,
                        0.05,
                        Schedule.CONSTANT,
                        0,
                        OptimizerKind.SGD,
                        0,
                        0),
                Regularization.NONE,
                Augmentation.NONE,
                new DataConfig(1, threads, 0, DataConfig.DEFAULT_VALIDATION, Sampling.BY_CLASS),
                RunPlan.PLAIN);
    }

    /** Noise of four rows. The row of the class is a little darker. */
    static DataSet stripes(int examples) {
        SplittableRandom random = new SplittableRandom(7);
        byte[][] images = new byte[examples][SIDE * SIDE];
        int[] labels = new int[examples];
        for (int i = 0; i < examples; i++) {
            labels[i] = random.nextInt(SIDE);
            for (int pixel = 0; pixel < images[i].length; pixel++) {
                images[i][pixel] = (byte) (random.nextInt(160) + (pixel / SIDE == labels[i] ? 95 : 0));
            }
        }
        return SyntheticData.of(images, SIDE, SIDE, labels, SIDE);
    }
}
