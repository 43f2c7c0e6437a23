package nn.lesson;

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
 * The classic digit classifier of two layers with plain gradient descent, and its famous bug: images and labels are shuffled
 * in different orders. The subset is the first 20,000 training images. All test images are used.
 */
final class DigitsNumpyLesson implements Lesson {

    private static final int SUBSET = 20_000;
    private static final int EPOCHS = 10;
    private static final int BATCH_SIZE = 32;

    @Override
    public String name() {
        return "digits-numpy";
    }

    /** Test accuracies after each epoch, and on each half of the test images. */
    private record Run(double[] accuracies, double[] firstHalf, double[] secondHalf, DigitTrainer net) {
        double last() {
            return accuracies[EPOCHS];
        }
    }

    @Override
    public LessonResult run(LessonInput input, Consumer<Frame> live) {
        Transcript transcript = new Transcript();
        DataSet all = input.digits().train();
        DataSet train = input.subset() ? all.range(0, Math.min(SUBSET, all.size())) : all;
        transcript.step("data", train.size(), EPOCHS, (train.size() + BATCH_SIZE - 1) / BATCH_SIZE);
        Run slow = train(train, input, "slow", 0.001, false, live);
        transcript.step("slow", 0.001, slow.last());
        Run fast = train(train, input, "fast", 0.1, false, live);
        transcript.step("fast", 0.1, fast.last());
        Run apart = train(train, input, "apart", 0.1, true, live);
        transcript.step("apart", apart.last());
        picked(transcript, fast);
        shorterBatch(transcript, train, fast.net);
        if (input.subset()) {
            transcript.between("accuracyAtThousandth", slow.last(), 0.55, 0.71);
            transcript.between("accuracyAtTenth", fast.last(), 0.95, 0.975);
        } else {
            transcript.between("accuracyAtThousandth", slow.last(), 0.85, 0.89);
            transcript.atLeast("accuracyAtTenth", fast.last(), 0.97);
        }
        transcript.between("accuracyApart", apart.last(), 0.09, 0.12);
        return transcript.result(this, Figure.of(1, panel(fast.accuracies, slow.accuracies, apart.accuracies)));
    }

    private static Run train(
            DataSet data, LessonInput input, String key, double rate, boolean apart, Consumer<Frame> live) {
        DataSet test = input.digits().test();
        SmallNet net = new SmallNet(
                Architecture.of(data.pixelsPerImage(), List.of(100), data.classes(), Activation.RELU),
                new Initializer.Normal(0.01),
                RandomStreams.of(input.seed(), RandomStreams.Purpose.INITIALIZATION),
                new Loss.SoftmaxCrossEntropy(),
                BATCH_SIZE);
        DigitTrainer digits = new DigitTrainer(net, 0, 0, 1);
        Run run = new Run(new double[EPOCHS + 1], new double[EPOCHS + 1], new double[EPOCHS + 1], digits);
        for (int epoch = 0; epoch <= EPOCHS; epoch++) {
            if (epoch > 0) {
                int[] images = MiniBatchOrder.of(input.seed(), epoch, data.size());
                int[] labels = apart ? MiniBatchOrder.of(input.seed(), -epoch, data.size()) : images;
                digits.trainEpoch(data, images, labels, rate);
            }
            int half = test.size() / 2;
            int first = digits.right(test, 0, half);
            int second = digits.right(test, half, test.size());
            run.firstHalf[epoch] = (double) first / half;
            run.secondHalf[epoch] = (double) second / (test.size() - half);
            run.accuracies[epoch] = (double) (first + second) / test.size();
            live.accept(new Frame(
                    Panel.Curves.of(
                            "accuracy",
                            Axis.count("epochs", EPOCHS),
                            Axis.of("accuracy", 0, 100),
                            line(key, Series.Style.LINE, 0, java.util.Arrays.copyOf(run.accuracies, epoch + 1))),
                    Step.of("frame", rate, epoch, run.accuracies[epoch])));
        }
        return run;
    }

    /** The accuracy of the best of ten epochs is too high on the images that chose it, and unbiased on others. */
    private static void picked(Transcript transcript, Run run) {
        int byFirst = DigitTrainer.largest(run.firstHalf);
        int bySecond = DigitTrainer.largest(run.secondHalf);
        double same = (run.firstHalf[byFirst] + run.secondHalf[bySecond]) / 2;
        double other = (run.secondHalf[byFirst] + run.firstHalf[bySecond]) / 2;
        transcript.step("picked", same, other, same - other);
        transcript.atLeast("flattery", same - other, 0);
    }

    /** A last batch of 96 examples: its gradient is a quarter too small if it is divided by 128. */
    private static void shorterBatch(Transcript transcript, DataSet data, DigitTrainer trained) {
        SmallNet net = new SmallNet(trained.net().parameters(), new Loss.SoftmaxCrossEntropy(), 128);
        DigitTrainer digits = new DigitTrainer(net, 0, 0, 1);
        for (int row = 0; row < 96; row++) {
            digits.write(row, data, row, data.label(row));
        }
        net.computeGradient(96, 96);
        double right = net.gradient().weight(1, 0, 0);
        net.computeGradient(96, 128);
        double ratio = net.gradient().weight(1, 0, 0) / right;
        transcript.step("batch", ratio);
        transcript.within("shorterBatch", ratio, 0.75, 1e-12);
    }

    private static Panel panel(double[] fast, double[] slow, double[] apart) {
        return Panel.Curves.of(
                "accuracy",
                Axis.count("epochs", EPOCHS),
                Axis.of("accuracy", 0, 100),
                line("fast", Series.Style.PATH, 0, fast),
                line("slow", Series.Style.PATH, 1, slow),
                line("apart", Series.Style.PATH, 2, apart));
    }

    private static Series line(String key, Series.Style style, int color, double[] accuracies) {
        return Series.sequence(
                key,
                style,
                color,
                1,
                java.util.Arrays.stream(accuracies).map(a -> 100 * a).toArray());
    }
}
