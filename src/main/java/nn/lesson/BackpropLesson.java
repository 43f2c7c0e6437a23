package nn.lesson;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import nn.data.RandomStreams;
import nn.model.Activation;
import nn.model.Architecture;
import nn.model.Initializer;
import nn.model.Loss;
import nn.model.Parameters;

/** The error flows back along the links. Then the true gradient, checked with finite differences. */
final class BackpropLesson implements Lesson {

    private static final double[] ERRORS = {0.8, 0.5};
    /** A row for each hidden neuron, a column for each output. */
    private static final double[][] WEIGHTS = {{2, 1}, {3, 4}};

    private static final double[][] MIXED = {{2, 1}, {-1.99, 4}};
    private static final int EXAMPLES = 6;

    @Override
    public String name() {
        return "backprop";
    }

    @Override
    public LessonResult run(LessonInput input, Consumer<Frame> live) {
        Transcript transcript = new Transcript();
        double[][] shares = shares(WEIGHTS);
        double[] split = backwards(shares);
        double[] plain = backwards(WEIGHTS);
        transcript.step("split", WEIGHTS, ERRORS, shares, split);
        transcript.step("plain", plain, plain[0] / split[0], plain[1] / split[1]);
        transcript.step("mixed", MIXED, shares(MIXED), backwards(shares(MIXED)), backwards(MIXED));
        transcript.within("split", split, new double[] {0.42, 0.88}, 1e-15);
        transcript.within("plain", plain, new double[] {2.1, 4.4}, 1e-15);
        transcript.within(
                "plainToSplit", new double[] {plain[0] / split[0], plain[1] / split[1]}, new double[] {5, 5}, 1e-14);
        double ofDivision = Math.abs(backwards(shares(MIXED))[0]);
        double ofProduct = Math.abs(backwards(MIXED)[0]);
        transcript.atLeast("mixedBlowUp", ofDivision / ofProduct, 50);
        Panel network = new Panel.Network(
                "network",
                List.of(Numbers.of(plain), Numbers.of(ERRORS)),
                List.of(Numbers.of(WEIGHTS)),
                List.of("hidden", "outputs"),
                true);
        return transcript.result(this, Figure.of(2, network, gradient(transcript, input)));
    }

    /** Each output's weights, divided by their sum. */
    private static double[][] shares(double[][] weights) {
        double[][] shares = new double[2][2];
        for (int output = 0; output < 2; output++) {
            double sum = weights[0][output] + weights[1][output];
            shares[0][output] = weights[0][output] / sum;
            shares[1][output] = weights[1][output] / sum;
        }
        return shares;
    }

    /** The errors of two hidden neurons by the model core's backward pass, with linear activations. */
    private static double[] backwards(double[][] weights) {
        SmallNet net = SmallNet.given(
                new Architecture(List.of(2, 2, 2), List.of(Activation.IDENTITY, Activation.IDENTITY), false),
                new double[][] {{1, 0}, {0, 1}},
                weights);
        double[] outputs = net.outputs(1, 1);
        double[] targets = {outputs[0] - ERRORS[0], outputs[1] - ERRORS[1]};
        net.computeGradient(new double[][] {{1, 1}}, new double[][] {targets});
        return net.workspace().dSums(0).row(0);
    }

    private static Panel gradient(Transcript transcript, LessonInput input) {
        var random = RandomStreams.of(input.seed(), RandomStreams.Purpose.INITIALIZATION);
        SmallNet net = new SmallNet(
                new Architecture(List.of(3, 3, 2), List.of(Activation.SIGMOID, Activation.SIGMOID), true),
                Initializer.XAVIER,
                random,
                new Loss.SquaredError(0.5),
                EXAMPLES);
        double[][] inputs = new double[EXAMPLES][];
        double[][] targets = new double[EXAMPLES][];
        for (int i = 0; i < EXAMPLES; i++) {
            inputs[i] = random.doubles(3).toArray();
            targets[i] = random.doubles(2).toArray();
        }
        one(transcript, net, inputs[0], targets[0]);
        net.computeGradient(inputs, targets);
        Parameters gradient = net.gradient().copy();
        double[] steps =
                IntStream.rangeClosed(1, 12).mapToDouble(i -> Math.pow(10, -i)).toArray();
        double[] errors = java.util.Arrays.stream(steps)
                .map(h -> GradientCheck.worst(gradient, GradientCheck.numeric(net, inputs, targets, h)))
                .toArray();
        double error = errors[4];
        transcript.step("check", GradientCheck.STEP, error, steps[0], errors[0], steps[11], errors[11]);
        transcript.atMost("gradientError", error, 1e-7);
        return Panel.Curves.of(
                "check",
                Axis.logarithmic("h", 1e-12, 0.1),
                Axis.logarithmic("error", 1e-13, 1),
                Series.of("errors", Series.Style.PATH, 0, steps, errors));
    }

    /** The gradient of one weight of the last layer, by the formula and by the model core. */
    private static void one(Transcript transcript, SmallNet net, double[] inputs, double[] targets) {
        net.computeGradient(new double[][] {inputs}, new double[][] {targets});
        double o = net.workspace().outputs().get(0, 0);
        double h = net.workspace().values(1).get(0, 0);
        double formula = -(targets[0] - o) * o * (1 - o) * h;
        transcript.step("formula", targets[0], o, h, formula, net.gradient().weight(1, 0, 0));
        transcript.within("formula", net.gradient().weight(1, 0, 0), formula, 1e-15);
    }
}
