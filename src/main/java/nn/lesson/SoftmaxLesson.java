package nn.lesson;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import nn.data.DataSet;
import nn.data.MiniBatchOrder;
import nn.data.RandomStreams;
import nn.model.Activation;
import nn.model.Architecture;
import nn.model.Initializer;
import nn.model.Loss;

/** The softmax without overflow, on three numbers and on a handwritten digit. */
final class SoftmaxLesson implements Lesson {

    private static final double[] LARGE = {1010, 1000, 990};
    private static final double[] WRONG = {10, 0, 0};
    private static final double[] WRONG_TARGET = {0, 0, 1};
    private static final int EXAMPLES = 6000;
    private static final int EPOCHS = 2;

    @Override
    public String name() {
        return "softmax";
    }

    @Override
    public LessonResult run(LessonInput input, Consumer<Frame> live) {
        Transcript transcript = new Transcript();
        double[] naive = naive(LARGE);
        double[] stable = LARGE.clone();
        Loss.softmaxInPlace(stable);
        double sum = java.util.Arrays.stream(stable).sum();
        transcript.step("naive", LARGE, naive);
        transcript.step("stable", new double[] {0, -10, -20}, stable, sum);
        transcript.within("naive", naive, new double[] {Double.NaN, Double.NaN, Double.NaN}, 0);
        transcript.within("softmax", stable, new double[] {9.99954600e-01, 4.53978686e-05, 2.06106005e-09}, 5e-10);
        transcript.within("sum", sum, 1, 1e-15);
        squaredError(transcript);
        return transcript.result(this, digit(transcript, input));
    }

    /** The textbook's formula, which overflows. */
    private static double[] naive(double[] logits) {
        double sum = 0;
        for (double logit : logits) {
            sum += Math.exp(logit);
        }
        double total = sum;
        return java.util.Arrays.stream(logits)
                .map(logit -> Math.exp(logit) / total)
                .toArray();
    }

    /** How fast a confident mistake is corrected: the gradients of two losses by the logits. */
    private static void squaredError(Transcript transcript) {
        double[] crossEntropy = new double[3];
        new Loss.SoftmaxCrossEntropy().evaluate(WRONG, WRONG_TARGET, crossEntropy);
        double[] squared = new double[3];
        double h = GradientCheck.STEP;
        for (int i = 0; i < 3; i++) {
            double[] above = WRONG.clone();
            above[i] += h;
            double[] below = WRONG.clone();
            below[i] -= h;
            squared[i] = (squaredErrorOfSoftmax(above) - squaredErrorOfSoftmax(below)) / (2 * h);
        }
        double ratio = length(crossEntropy) / length(squared);
        transcript.step("squared", WRONG, crossEntropy, squared, ratio);
        transcript.atLeast("gradientRatio", ratio, 1000);
    }

    private static double squaredErrorOfSoftmax(double[] logits) {
        double[] probabilities = logits.clone();
        Loss.softmaxInPlace(probabilities);
        return new Loss.SquaredError(0.5).evaluate(probabilities, WRONG_TARGET, new double[3]);
    }

    private static double length(double[] vector) {
        return Math.sqrt(java.util.Arrays.stream(vector).map(x -> x * x).sum());
    }

    private Figure digit(Transcript transcript, LessonInput input) {
        DataSet train = input.digits().train();
        DataSet test = input.digits().test();
        int examples = Math.min(EXAMPLES, train.size());
        SmallNet net = new SmallNet(
                Architecture.of(train.pixelsPerImage(), List.of(30), train.classes(), Activation.RELU),
                Initializer.HE,
                RandomStreams.of(input.seed(), RandomStreams.Purpose.INITIALIZATION),
                new Loss.SoftmaxCrossEntropy(),
                32);
        DigitTrainer digits = new DigitTrainer(net, 0, 0, 1);
        for (int epoch = 1; epoch <= EPOCHS; epoch++) {
            int[] order = MiniBatchOrder.of(input.seed(), epoch, examples);
            digits.trainEpoch(train, order, order, 0.1);
        }
        double[] pixels = digits.read(test, 0).clone();
        double[] logits = net.outputs(pixels);
        double[] probabilities = logits.clone();
        Loss.softmaxInPlace(probabilities);
        int winner = DigitTrainer.largest(logits);
        transcript.step("digit", examples, test.label(0), logits);
        transcript.step("probabilities", probabilities, winner, DigitTrainer.largest(probabilities));
        transcript.within("sameWinner", DigitTrainer.largest(probabilities), winner, 0);
        List<String> classes =
                IntStream.range(0, logits.length).mapToObj(String::valueOf).toList();
        double low = Math.floor(java.util.Arrays.stream(logits).min().orElse(0) - 1);
        double high = Math.ceil(java.util.Arrays.stream(logits).max().orElse(1) + 1);
        return Figure.of(
                3,
                new Panel.Images(
                        "image",
                        List.of(new Panel.Image(
                                String.valueOf(test.label(0)),
                                new Numbers(
                                        List.of(test.rows(), test.columns()),
                                        Numbers.of(pixels).values()))),
                        1),
                new Panel.Bars(
                        "logits",
                        "class",
                        Axis.of("logit", Math.min(low, 0), high),
                        classes,
                        Numbers.of(logits),
                        winner),
                new Panel.Bars(
                        "probabilities",
                        "class",
                        Axis.of("probability", 0, 1),
                        classes,
                        Numbers.of(probabilities),
                        winner));
    }
}
