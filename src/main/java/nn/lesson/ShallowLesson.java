package nn.lesson;

import java.util.List;
import java.util.function.Consumer;
import nn.data.RandomStreams;
import nn.model.Activation;
import nn.model.Architecture;
import nn.model.Initializer;
import nn.model.Loss;

/** One hidden layer in matrix form learns the parity of three bits; and why initial weights must differ. */
final class ShallowLesson implements Lesson {

    private static final Architecture ARCHITECTURE = Architecture.of(3, List.of(4), 1, Activation.SIGMOID);
    private static final int HIDDEN = 4;
    private static final int STEPS = 5000;
    private static final int SHOWN_EVERY = 50;
    private static final double RATE = 1;
    private static final double[][] X = new double[8][3];
    private static final double[][] Y = new double[8][1];

    static {
        for (int i = 0; i < X.length; i++) {
            for (int bit = 0; bit < 3; bit++) {
                X[i][bit] = i >> (2 - bit) & 1;
            }
            Y[i][0] = Integer.bitCount(i) % 2;
        }
    }

    @Override
    public String name() {
        return "shallow";
    }

    @Override
    public LessonResult run(LessonInput input, Consumer<Frame> live) {
        Transcript transcript = new Transcript();
        SmallNet xavier = net(Initializer.XAVIER, input);
        neuronByNeuron(transcript, xavier);
        firstStep(transcript, xavier);
        double[] learnt = train(xavier, live);
        double right = right(xavier);
        double[] outputs = java.util.Arrays.stream(xavier.outputs(X))
                .mapToDouble(row -> Activation.SIGMOID.value(row[0]))
                .toArray();
        transcript.step("learnt", STEPS, RATE, learnt[0], learnt[learnt.length - 1], outputs, right);
        transcript.within("right", right, 8, 0);
        SmallNet zeros = net(new Initializer.Constant(0), input);
        double[] zeroLosses = train(zeros, frame -> {});
        SmallNet equal = net(new Initializer.Constant(0.5), input);
        double[] equalLosses = train(equal, frame -> {});
        symmetric(transcript, "zeros", zeros, zeroLosses);
        symmetric(transcript, "equal", equal, equalLosses);
        return transcript.result(
                this,
                Figure.of(
                        2,
                        losses(learnt, zeroLosses, equalLosses),
                        new Panel.Tables(
                                "weights",
                                List.of(
                                        new Panel.Table("W1 (0.5)", rows(equal), -1, -1, ""),
                                        new Panel.Table("W1 (Xavier)", rows(xavier), -1, -1, "")))));
    }

    private static SmallNet net(Initializer initializer, LessonInput input) {
        return new SmallNet(
                ARCHITECTURE,
                initializer,
                RandomStreams.of(input.seed(), RandomStreams.Purpose.INITIALIZATION),
                new Loss.BinaryCrossEntropy(),
                X.length);
    }

    /** Each hidden neuron alone gives the same value as the matrix product. */
    private static void neuronByNeuron(Transcript transcript, SmallNet net) {
        net.outputs(X);
        double[] matrix = net.workspace().values(1).row(5);
        double[] alone = new double[HIDDEN];
        for (int neuron = 0; neuron < HIDDEN; neuron++) {
            double[][] layer = {{0}, {0}, {0}, {net.parameters().bias(0, neuron)}};
            for (int i = 0; i < 3; i++) {
                layer[i][0] = net.parameters().weight(0, i, neuron);
            }
            alone[neuron] = SmallNet.given(SmallNet.oneLayer(3, 1, Activation.SIGMOID, true), layer)
                    .outputs(X[5])[0];
        }
        transcript.step("neurons", Arrays2d.transposed(weights(net)), X[5], alone, matrix);
        transcript.within("neurons", alone, matrix, 1e-15);
    }

    /** Compares the textbook's formulas with the model core, whose gradients are already divided by m. */
    private static void firstStep(Transcript transcript, SmallNet net) {
        double loss = net.computeGradient(X, Y);
        double[] difference = new double[X.length];
        double[] core = new double[X.length];
        for (int i = 0; i < X.length; i++) {
            difference[i] = Activation.SIGMOID.value(net.workspace().outputs().get(i, 0)) - Y[i][0];
            core[i] = net.workspace().dSums(1).get(i, 0) * X.length;
        }
        transcript.step(
                "gradient",
                loss,
                difference,
                Arrays2d.transposed(net.gradient().layer(1).toArray())[0]);
        transcript.within("dZ2", core, difference, 1e-15);
    }

    private static double[] train(SmallNet net, Consumer<Frame> live) {
        double[] losses = new double[STEPS / SHOWN_EVERY + 1];
        for (int step = 0; step <= STEPS; step++) {
            double loss = net.computeGradient(X, Y);
            if (step % SHOWN_EVERY == 0) {
                losses[step / SHOWN_EVERY] = loss;
                live.accept(new Frame(
                        Panel.Curves.of(
                                "losses",
                                Axis.of("steps", 0, STEPS),
                                Axis.of("loss", 0, 0.8),
                                Series.sequence(
                                        "xavier",
                                        Series.Style.LINE,
                                        0,
                                        SHOWN_EVERY,
                                        java.util.Arrays.copyOf(losses, step / SHOWN_EVERY + 1))),
                        Step.of("frame", step, loss)));
            }
            if (step < STEPS) {
                net.descend(RATE);
            }
        }
        return losses;
    }

    private static double right(SmallNet net) {
        double[][] logits = net.outputs(X);
        int right = 0;
        for (int i = 0; i < X.length; i++) {
            right += logits[i][0] > 0 == Y[i][0] > 0 ? 1 : 0;
        }
        return right;
    }

    private static void symmetric(Transcript transcript, String key, SmallNet net, double[] losses) {
        double[][] rows = Arrays2d.transposed(weights(net));
        double largest = 0;
        for (double[] row : rows) {
            largest = Math.max(largest, Numbers.of(row).distance(Numbers.of(rows[0])));
        }
        transcript.step(key, rows, largest, losses[losses.length - 1], right(net));
        transcript.atMost(key + "RowsDiffer", largest, 1e-12);
    }

    private static double[][] weights(SmallNet net) {
        return java.util.Arrays.copyOf(net.parameters().layer(0).toArray(), 3);
    }

    private static Numbers rows(SmallNet net) {
        return Numbers.of(Arrays2d.transposed(weights(net)));
    }

    private static Panel losses(double[] xavier, double[] zeros, double[] equal) {
        return Panel.Curves.of(
                "losses",
                Axis.of("steps", 0, STEPS),
                Axis.of("loss", 0, 0.8),
                Series.sequence("xavier", Series.Style.LINE, 0, SHOWN_EVERY, xavier),
                Series.sequence("zeros", Series.Style.LINE, 1, SHOWN_EVERY, zeros),
                Series.sequence("equal", Series.Style.DASHED, 3, SHOWN_EVERY, equal));
    }
}
