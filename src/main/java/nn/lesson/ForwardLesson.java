package nn.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import nn.model.Activation;
import nn.model.Architecture;

/** The forward pass of a three-layer network, layer by layer. */
final class ForwardLesson implements Lesson {

    private static final double[] X = {1.0, 0.5};
    private static final double[][] LAYER_1 = {{0.1, 0.3, 0.5}, {0.2, 0.4, 0.6}, {0.1, 0.2, 0.3}};
    private static final double[][] LAYER_2 = {{0.1, 0.4}, {0.2, 0.5}, {0.3, 0.6}, {0.1, 0.2}};
    private static final double[][] LAYER_3 = {{0.1, 0.3}, {0.2, 0.4}, {0.1, 0.2}};

    @Override
    public String name() {
        return "forward";
    }

    @Override
    public LessonResult run(LessonInput input, Consumer<Frame> live) {
        Transcript transcript = new Transcript();
        SmallNet net = SmallNet.given(
                new Architecture(
                        List.of(2, 3, 2, 2),
                        List.of(Activation.SIGMOID, Activation.SIGMOID, Activation.IDENTITY),
                        true),
                LAYER_1,
                LAYER_2,
                LAYER_3);
        double[] y = net.outputs(X);
        double[] z1 = net.workspace().values(1).row(0);
        double[] z2 = net.workspace().values(2).row(0);
        double[] a1 = weightedSums(X, LAYER_1);
        double[] a2 = weightedSums(z1, LAYER_2);
        transcript.step("input", (Object) X);
        transcript.step("layer1", weights(LAYER_1), LAYER_1[2], a1, z1);
        transcript.step("layer2", weights(LAYER_2), LAYER_2[3], a2, z2);
        transcript.step("layer3", weights(LAYER_3), LAYER_3[2], y);
        transcript.within("a1", a1, new double[] {0.3, 0.7, 1.1}, 1e-15);
        transcript.within("z1", z1, new double[] {0.57444252, 0.66818777, 0.75026011}, 5e-9);
        transcript.within("a2", a2, new double[] {0.51615984, 1.21402696}, 5e-9);
        transcript.within("z2", z2, new double[] {0.62624937, 0.7710107}, 5e-9);
        transcript.within("y", y, new double[] {0.31682708, 0.69627909}, 5e-9);
        List<Numbers> values = new ArrayList<>();
        for (double[] layer : List.of(X, z1, z2, y)) {
            values.add(Numbers.of(layer));
        }
        return transcript.result(
                this,
                Figure.of(
                        1,
                        new Panel.Network(
                                "network",
                                values,
                                List.of(
                                        Numbers.of(weights(LAYER_1)),
                                        Numbers.of(weights(LAYER_2)),
                                        Numbers.of(weights(LAYER_3))),
                                List.of("inputs", "hidden1", "hidden2", "outputs"),
                                false)));
    }

    /** A layer before its activation, computed as the same layer with the identity. */
    private static double[] weightedSums(double[] inputs, double[][] layer) {
        return SmallNet.given(SmallNet.oneLayer(inputs.length, layer[0].length, Activation.IDENTITY, true), layer)
                .outputs(inputs);
    }

    /** The rows above the biases. */
    private static double[][] weights(double[][] layer) {
        return java.util.Arrays.copyOf(layer, layer.length - 1);
    }
}
