package nn.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import nn.data.RandomStreams;
import nn.json.EnumName;
import nn.model.Activation;
import nn.model.Architecture;
import nn.model.Initializer;
import nn.model.Loss;
import nn.model.Matrix;
import nn.model.Storage;

/** The activation functions and their slopes, and why they must not be linear. */
final class ActivationsLesson implements Lesson {

    private static final double[] POINTS = {-1, 1, 2};
    private static final int INPUTS = 4;
    private static final int HIDDEN = 5;
    private static final int OUTPUTS = 3;
    private static final int EXAMPLES = 100;

    @Override
    public String name() {
        return "activations";
    }

    @Override
    public LessonResult run(LessonInput input, Consumer<Frame> live) {
        Transcript transcript = new Transcript();
        transcript.step("points", (Object) POINTS);
        List<Series> graphs = new ArrayList<>();
        List<Series> slopes = new ArrayList<>();
        for (Activation activation : Activation.values()) {
            String label = EnumName.of(activation);
            double[] values = SmallNet.given(SmallNet.oneLayer(1, 1, activation, false), new double[][] {{1}})
                    .outputsOfEach(POINTS);
            graphs.add(Series.graph(label, Series.Style.LINE, color(activation), -4, 4, activation::value));
            if (activation == Activation.STEP) {
                transcript.step("step", (Object) values);
                continue;
            }
            double[] slope =
                    java.util.Arrays.stream(values).map(activation::slope).toArray();
            transcript.step("values", label, values, slope);
            slopes.add(Series.graph(
                    label, Series.Style.LINE, color(activation), -4, 4, z -> activation.slope(activation.value(z))));
            if (activation == Activation.SIGMOID) {
                transcript.within("sigmoid", values, new double[] {0.26894142, 0.73105858, 0.88079708}, 5e-9);
            }
        }
        collapse(transcript, RandomStreams.of(input.seed(), RandomStreams.Purpose.INITIALIZATION));
        return transcript.result(
                this,
                Figure.of(
                        2,
                        new Panel.Curves("functions", Axis.of("z", -4, 4), Axis.of("a", -2, 2.5), graphs),
                        new Panel.Curves("slopes", Axis.of("z", -4, 4), Axis.of("slope", -0.1, 1.2), slopes)));
    }

    /** Not the palette's gray, which is for the background. */
    private static int color(Activation activation) {
        return activation == Activation.RELU ? 5 : activation.ordinal();
    }

    /** Two linear layers are one: (x W1 + b1) W2 + b2 = x (W1 W2) + (b1 W2 + b2). */
    private void collapse(Transcript transcript, SplittableRandom random) {
        Architecture stacked = new Architecture(
                List.of(INPUTS, HIDDEN, OUTPUTS), List.of(Activation.IDENTITY, Activation.IDENTITY), true);
        SmallNet net = new SmallNet(stacked, new Initializer.Normal(1), random, new Loss.SquaredError(0.5), EXAMPLES);
        for (int neuron = 0; neuron < HIDDEN; neuron++) {
            net.parameters().setBias(0, neuron, random.nextGaussian());
        }
        double[][] first = net.parameters().layer(0).toArray();
        Matrix second = net.parameters().layer(1).block(0, HIDDEN, OUTPUTS);
        Matrix product = Matrix.zeros(Storage.NATIVE_DOUBLE, INPUTS + 1, OUTPUTS);
        product.product(Matrix.of(first), second);
        for (int neuron = 0; neuron < OUTPUTS; neuron++) {
            product.set(
                    INPUTS,
                    neuron,
                    product.get(INPUTS, neuron) + net.parameters().bias(1, neuron));
        }
        SmallNet single =
                SmallNet.given(SmallNet.oneLayer(INPUTS, OUTPUTS, Activation.IDENTITY, true), product.toArray());
        double[][] inputs = new double[EXAMPLES][INPUTS];
        for (double[] row : inputs) {
            java.util.Arrays.setAll(row, i -> random.nextGaussian());
        }
        double[][] stackedOutputs = net.outputs(inputs);
        double difference = Numbers.of(stackedOutputs).distance(Numbers.of(single.outputs(inputs)));
        transcript.step("collapse", (Object) product.toArray());
        transcript.step("example", stackedOutputs[0], single.outputs(inputs[0]), difference);
        transcript.atMost("collapsedDifference", difference, 1e-12);
    }
}
