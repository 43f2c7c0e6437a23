package nn.train;

import java.util.List;
import nn.data.Augmentation;
import nn.data.Inputs;
import nn.model.Activation;

/** Configurations for tests: plain gradient descent on a small network, with what a test wants changed. */
final class Configs {

    List<Integer> hidden = List.of(8);
    Activation activation = Activation.RELU;
    String loss = "softmax-cross-entropy";
    String init = "he";
    int epochs = 1;
    int batchSize = 4;
    double learningRate = 0.1;
    Schedule schedule = Schedule.CONSTANT;
    double warmup;
    String optimizer = "sgd";
    double momentum = 0.9;
    double weightDecay;
    double clipNorm;
    double dropout;
    double labelSmoothing;
    double averaging;
    Augmentation augmentation = Augmentation.NONE;
    int patience;
    long seed = 1;
    int threads = 2;
    int limit;
    int validation;
    Course course = Course.PLAIN;
    List<Inputs> inputs = List.of(Inputs.PIXELS);

    TrainingConfig build() {
        return new TrainingConfig("test", hidden, activation, loss, init, epochs, batchSize, learningRate, schedule, warmup,
                optimizer, momentum, weightDecay, clipNorm, dropout, labelSmoothing, averaging, augmentation, patience, seed,
                threads, limit, validation, course, inputs);
    }
}
