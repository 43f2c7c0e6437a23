package nn.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import nn.model.Activation;
import nn.model.Architecture;

/** Neurons with the step function: logic gates from one neuron, XOR from two layers. */
final class PerceptronLesson implements Lesson {

    private static final double[][] CASES = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
    private static final double[] AND = {0, 0, 0, 1};
    private static final double[] OR = {0, 1, 1, 1};
    private static final double[] NAND = {1, 1, 1, 0};
    private static final double[] XOR = {0, 1, 1, 0};

    @Override
    public String name() {
        return "perceptron";
    }

    @Override
    public LessonResult run(LessonInput input, Consumer<Frame> live) {
        Transcript transcript = new Transcript();
        List<Panel> panels = new ArrayList<>();
        gate(transcript, panels, "and", new double[] {0.5, 0.5, -0.7}, AND);
        gate(transcript, panels, "or", new double[] {0.5, 0.5, -0.2}, OR);
        gate(transcript, panels, "nand", new double[] {-0.5, -0.5, 0.7}, NAND);
        double best = mostRight(XOR, true);
        transcript.step("line", best);
        transcript.within("xorBestOfOneNeuron", best, 3, 0);
        double[] xor = twoLayers(transcript);
        transcript.within("xor", xor, XOR, 0);
        panels.add(panel("xor", XOR, line("or", 0.5, 0.5, -0.2, 1), line("nand", -0.5, -0.5, 0.7, 2)));
        double withoutBias = mostRight(NAND, false);
        transcript.step("bias", withoutBias, mostRight(NAND, true));
        transcript.within("nandBestWithoutBias", withoutBias, 2, 0);
        return transcript.result(this, new Figure(panels, 2));
    }

    private static void gate(
            Transcript transcript, List<Panel> panels, String name, double[] weights, double[] expected) {
        double[] truth = outputs(weights[0], weights[1], weights[2], true);
        transcript.step(
                "gate",
                name.toUpperCase(java.util.Locale.ROOT),
                weights[0],
                weights[1],
                weights[2],
                truth[0],
                truth[1],
                truth[2],
                truth[3]);
        transcript.within(name, truth, expected, 0);
        panels.add(panel(name, expected, line("line", weights[0], weights[1], weights[2], 1)));
    }

    private static double[] outputs(double w1, double w2, double bias, boolean biases) {
        double[][] layer = biases ? new double[][] {{w1}, {w2}, {bias}} : new double[][] {{w1}, {w2}};
        return outputs(SmallNet.given(SmallNet.oneLayer(2, 1, Activation.STEP, biases), layer));
    }

    private static double[] outputs(SmallNet net) {
        double[] outputs = new double[CASES.length];
        for (int i = 0; i < CASES.length; i++) {
            outputs[i] = net.outputs(CASES[i])[0];
        }
        return outputs;
    }

    /** The most cases that one neuron gets right, with any weights and bias from -2 to 2 in steps of 1/4. */
    private static double mostRight(double[] expected, boolean biases) {
        SmallNet net = SmallNet.given(SmallNet.oneLayer(2, 1, Activation.STEP, biases), new double[biases ? 3 : 2][1]);
        int best = 0;
        for (int w1 = -8; w1 <= 8; w1++) {
            for (int w2 = -8; w2 <= 8; w2++) {
                for (int b = biases ? -8 : 0; b <= (biases ? 8 : 0); b++) {
                    net.parameters().setWeight(0, 0, 0, w1 / 4.0);
                    net.parameters().setWeight(0, 1, 0, w2 / 4.0);
                    if (biases) {
                        net.parameters().setBias(0, 0, b / 4.0);
                    }
                    best = Math.max(best, right(outputs(net), expected));
                }
            }
        }
        return best;
    }

    private static int right(double[] outputs, double[] expected) {
        int right = 0;
        for (int i = 0; i < outputs.length; i++) {
            right += outputs[i] == expected[i] ? 1 : 0;
        }
        return right;
    }

    /** NAND and OR in the first layer, AND of the two in the second. */
    private static double[] twoLayers(Transcript transcript) {
        SmallNet net = SmallNet.given(
                new Architecture(List.of(2, 2, 1), List.of(Activation.STEP, Activation.STEP), true),
                new double[][] {{-0.5, 0.5}, {-0.5, 0.5}, {0.7, -0.2}},
                new double[][] {{0.5}, {0.5}, {-0.7}});
        double[] outputs = new double[CASES.length];
        for (int i = 0; i < CASES.length; i++) {
            outputs[i] = net.outputs(CASES[i])[0];
            transcript.step("xor", CASES[i], net.workspace().values(1).row(0), outputs[i]);
        }
        return outputs;
    }

    /** The line w1 x1 + w2 x2 + b = 0. */
    private static Series line(String key, double w1, double w2, double bias, int color) {
        return Series.graph(
                key,
                color == 1 ? Series.Style.LINE : Series.Style.DASHED,
                color + 1,
                -0.5,
                1.5,
                x -> -(w1 * x + bias) / w2);
    }

    private static Panel panel(String key, double[] truth, Series... lines) {
        List<Series> series = new ArrayList<>(List.of(lines));
        for (int value = 0; value <= 1; value++) {
            int wanted = value;
            double[][] points = java.util.stream.IntStream.range(0, CASES.length)
                    .filter(i -> truth[i] == wanted)
                    .mapToObj(i -> CASES[i])
                    .toArray(double[][]::new);
            series.add(Series.of(
                    value == 1 ? "one" : "zero",
                    value == 1 ? Series.Style.POINTS : Series.Style.CROSSES,
                    value,
                    java.util.Arrays.stream(points).mapToDouble(p -> p[0]).toArray(),
                    java.util.Arrays.stream(points).mapToDouble(p -> p[1]).toArray()));
        }
        return new Panel.Curves(key, Axis.of("x1", -0.5, 1.5), Axis.of("x2", -0.5, 1.5), series);
    }
}
