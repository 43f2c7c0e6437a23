package nn.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import nn.data.DataSet;
import nn.data.MiniBatchOrder;
import nn.data.RandomStreams;
import nn.model.Activation;
import nn.model.Architecture;
import nn.model.Initializer;
import nn.model.Loss;

/**
 * The classic digit classifier with sigmoids and squared error, trained one example at a time; then the network backwards,
 * from a class to an image. The subset is two epochs of the first 10,000 training images. All test images are used.
 */
final class DigitsSigmoidLesson implements Lesson {

    private static final int HIDDEN = 200;
    private static final double LOW = 0.01;
    private static final double HIGH = 0.99;
    private static final double RATE = 0.1;
    private static final int SUBSET = 10_000;
    private static final int SUBSET_EPOCHS = 2;
    private static final int EPOCHS = 5;

    @Override
    public String name() {
        return "digits-sigmoid";
    }

    @Override
    public LessonResult run(LessonInput input, Consumer<Frame> live) {
        Transcript transcript = new Transcript();
        DataSet all = input.digits().train();
        DataSet test = input.digits().test();
        DataSet train = input.subset() ? all.range(0, Math.min(SUBSET, all.size())) : all;
        int epochs = input.subset() ? SUBSET_EPOCHS : EPOCHS;
        DigitTrainer digits = new DigitTrainer(
                new SmallNet(
                        new Architecture(
                                List.of(train.pixelsPerImage(), HIDDEN, train.classes()),
                                List.of(Activation.SIGMOID, Activation.SIGMOID),
                                false),
                        Initializer.XAVIER,
                        RandomStreams.of(input.seed(), RandomStreams.Purpose.INITIALIZATION),
                        new Loss.SquaredError(0.5),
                        1),
                LOW,
                LOW,
                HIGH);
        transcript.step("data", train.size(), epochs, (double) train.size() * epochs);
        double[] accuracies = new double[epochs + 1];
        for (int epoch = 0; epoch <= epochs; epoch++) {
            if (epoch > 0) {
                int[] order = MiniBatchOrder.of(input.seed(), epoch, train.size());
                digits.trainEpoch(train, order, order, RATE);
            }
            accuracies[epoch] = digits.accuracy(test);
            transcript.step("epoch", epoch, accuracies[epoch]);
            live.accept(new Frame(panel(accuracies, epoch), Step.of("frame", epoch, accuracies[epoch])));
        }
        if (input.subset()) {
            transcript.between("accuracy", accuracies[epochs], 0.88, 0.93);
        } else {
            transcript.atLeast("accuracy", accuracies[epochs], 0.97);
        }
        List<Panel.Image> images = new ArrayList<>();
        double agreed = 0;
        for (int digit = 0; digit < train.classes(); digit++) {
            double[] pixels = imagine(digits.net(), digit);
            agreed += DigitTrainer.largest(digits.net().outputs(pixels)) == digit ? 1 : 0;
            images.add(new Panel.Image(
                    String.valueOf(digit),
                    new Numbers(
                            List.of(train.rows(), train.columns()),
                            Numbers.of(pixels).values())));
        }
        transcript.step("backwards", agreed, train.classes());
        return transcript.result(
                this, Figure.of(2, new Panel.Images("imagined", images, 5), panel(accuracies, epochs)));
    }

    /**
     * Runs the network backwards, from a digit's target outputs to inputs. It inverts each sigmoid, and multiplies by the
     * transposed weights of each layer. Before a sigmoid is inverted, the values are scaled to 0.01 to 0.99.
     */
    private static double[] imagine(SmallNet net, int digit) {
        double[] signals = new double[net.parameters().architecture().outputs()];
        java.util.Arrays.fill(signals, LOW);
        signals[digit] = HIGH;
        for (int layer = net.parameters().architecture().layers() - 1; layer >= 0; layer--) {
            double[] sums = java.util.Arrays.stream(signals)
                    .map(a -> Math.log(a / (1 - a)))
                    .toArray();
            double[][] weights =
                    Arrays2d.transposed(net.parameters().layer(layer).toArray());
            signals = spread(SmallNet.given(
                            SmallNet.oneLayer(weights.length, weights[0].length, Activation.IDENTITY, false), weights)
                    .outputs(sums));
        }
        return signals;
    }

    private static double[] spread(double[] values) {
        double min = java.util.Arrays.stream(values).min().orElse(0);
        double max = java.util.Arrays.stream(values).max().orElse(1);
        return java.util.Arrays.stream(values)
                .map(v -> LOW + (HIGH - LOW) * (v - min) / (max - min))
                .toArray();
    }

    private static Panel panel(double[] accuracies, int epoch) {
        double[] percent = java.util.Arrays.stream(java.util.Arrays.copyOf(accuracies, epoch + 1))
                .map(a -> 100 * a)
                .toArray();
        return Panel.Curves.of(
                "accuracy",
                Axis.count("epochs", Math.max(1, accuracies.length - 1)),
                Axis.of("accuracy", 0, 100),
                Series.sequence("accuracy", Series.Style.PATH, 0, 1, percent));
    }
}
