package nn.lesson;

import java.util.List;
import java.util.function.Consumer;
import nn.model.Activation;
import nn.model.Architecture;

/** The forward pass of a network with three layers of three neurons, as products of a matrix and a column vector. */
final class SignalsLesson implements Lesson {

    private static final double[] INPUTS = {0.9, 0.1, 0.8};
    private static final double[][] W_INPUT_HIDDEN = {{0.9, 0.3, 0.4}, {0.2, 0.8, 0.2}, {0.1, 0.5, 0.6}};
    private static final double[][] W_HIDDEN_OUTPUT = {{0.3, 0.7, 0.5}, {0.6, 0.5, 0.2}, {0.8, 0.1, 0.9}};

    @Override
    public String name() {
        return "signals";
    }

    @Override
    public LessonResult run(LessonInput input, Consumer<Frame> live) {
        Transcript transcript = new Transcript();
        double[][] first = Arrays2d.transposed(W_INPUT_HIDDEN);
        double[][] second = Arrays2d.transposed(W_HIDDEN_OUTPUT);
        SmallNet net = SmallNet.given(
                new Architecture(List.of(3, 3, 3), List.of(Activation.SIGMOID, Activation.SIGMOID), false),
                first,
                second);
        double[] outputs = net.outputs(INPUTS);
        double[] hidden = net.workspace().values(1).row(0);
        double[] hiddenIn = weightedSums(INPUTS, first);
        double[] outputIn = weightedSums(hidden, second);
        transcript.step("hidden", W_INPUT_HIDDEN, INPUTS, hiddenIn, hidden);
        transcript.step("one", W_INPUT_HIDDEN[0], INPUTS, hiddenIn[0]);
        transcript.step("output", W_HIDDEN_OUTPUT, outputIn, outputs);
        transcript.within("hiddenIn", hiddenIn, new double[] {1.16, 0.42, 0.62}, 1e-15);
        transcript.within("hidden", hidden, new double[] {0.76133271, 0.60348325, 0.65021855}, 5e-9);
        transcript.within("outputIn", outputIn, new double[] {0.97594736, 0.88858496, 1.25461119}, 5e-9);
        transcript.within("output", outputs, new double[] {0.72630335, 0.70859807, 0.77809706}, 5e-9);
        return transcript.result(
                this,
                Figure.of(
                        1,
                        new Panel.Network(
                                "network",
                                List.of(Numbers.of(INPUTS), Numbers.of(hidden), Numbers.of(outputs)),
                                List.of(Numbers.of(first), Numbers.of(second)),
                                List.of("inputs", "hidden", "outputs"),
                                false)));
    }

    private static double[] weightedSums(double[] inputs, double[][] layer) {
        return SmallNet.given(SmallNet.oneLayer(3, 3, Activation.IDENTITY, false), layer)
                .outputs(inputs);
    }
}
