package nn.lesson;

import java.util.List;
import java.util.function.Consumer;
import nn.model.Activation;
import nn.model.Architecture;
import nn.model.Initializer;
import nn.model.Loss;

/** Two linear layers without biases, trained on one example in plain matrix form. */
final class LinearLesson implements Lesson {

    private static final Architecture ARCHITECTURE =
            new Architecture(List.of(4, 3, 2), List.of(Activation.IDENTITY, Activation.IDENTITY), false);
    private static final double[][] X = {{1, 2, 3, 4}};
    private static final double[][] TARGET = {{100, 200}};
    private static final double RATE = 1e-4;
    private static final int STEPS = 100;

    @Override
    public String name() {
        return "linear";
    }

    @Override
    public LessonResult run(LessonInput input, Consumer<Frame> live) {
        Transcript transcript = new Transcript();
        SmallNet net = ones(new Loss.SquaredError(0.5));
        double[][] outputs = new double[2][STEPS + 1];
        double[] losses = new double[STEPS + 1];
        for (int step = 0; step <= STEPS; step++) {
            losses[step] = net.computeGradient(X, TARGET);
            double[] y = net.workspace().outputs().row(0);
            outputs[0][step] = y[0];
            outputs[1][step] = y[1];
            if (step <= 1) {
                show(transcript, net, step, y, losses[step]);
            }
            if (step < STEPS) {
                net.descend(RATE);
            }
            live.accept(new Frame(outputsPanel(outputs, step + 1), Step.of("frame", step, losses[step])));
        }
        double[] y = {outputs[0][STEPS], outputs[1][STEPS]};
        transcript.step("end", STEPS, y, losses[STEPS]);
        scales(transcript);
        double[][] w1 = Arrays2d.transposed(net.parameters().layer(0).toArray());
        double[][] w2 = Arrays2d.transposed(net.parameters().layer(1).toArray());
        transcript.within("y0", new double[] {outputs[0][0], outputs[1][0]}, new double[] {30, 30}, 0);
        transcript.within("loss0", losses[0], 16900, 0);
        transcript.within("y1", new double[] {outputs[0][1], outputs[1][1]}, new double[] {34.4112, 37.6272}, 1e-10);
        transcript.within("loss1", losses[1], 15333.40843, 5e-6);
        transcript.within("y100", y, new double[] {100.00007179, 199.99996411}, 5e-9);
        double[] row = {1.35556823, 1.71113645, 2.06670468, 2.4222729};
        transcript.within("w1", w1, new double[][] {row, row, row}, 5e-9);
        transcript.within(
                "w2",
                w2,
                new double[][] {{1.61287472, 1.61287472, 1.61287472}, {3.22574654, 3.22574654, 3.22574654}},
                5e-9);
        return transcript.result(
                this,
                Figure.of(
                        2,
                        outputsPanel(outputs, STEPS + 1),
                        Panel.Curves.of(
                                "loss",
                                Axis.of("steps", 0, STEPS),
                                Axis.logarithmic("loss", 1e-9, 1e5),
                                Series.sequence("loss", Series.Style.LINE, 0, 1, losses))));
    }

    private static SmallNet ones(Loss loss) {
        return new SmallNet(ARCHITECTURE, new Initializer.Constant(1), new java.util.SplittableRandom(0), loss, 1);
    }

    private static void show(Transcript transcript, SmallNet net, int step, double[] y, double loss) {
        transcript.step(
                "step",
                step,
                net.workspace().values(1).row(0),
                y,
                loss,
                net.workspace().dSums(1).row(0),
                net.workspace().dSums(0).row(0),
                Arrays2d.transposed(net.gradient().layer(1).toArray()),
                Arrays2d.transposed(net.gradient().layer(0).toArray()));
    }

    /** The factor of the loss only scales the gradient, and thus the learning rate. */
    private static void scales(Transcript transcript) {
        double[] scales = {0.5, 1, 0.25};
        double[] gradients = new double[scales.length];
        double[] outputs = new double[scales.length];
        for (int i = 0; i < scales.length; i++) {
            SmallNet net = ones(new Loss.SquaredError(scales[i]));
            net.computeGradient(X, TARGET);
            gradients[i] = net.gradient().weight(0, 0, 0);
            net.descend(RATE * 0.5 / scales[i]);
            outputs[i] = net.outputs(X[0])[0];
        }
        transcript.step("scales", gradients[0], gradients[1], gradients[2], outputs);
    }

    private static Panel outputsPanel(double[][] outputs, int count) {
        return Panel.Curves.of(
                "outputs",
                Axis.of("steps", 0, STEPS),
                Axis.of("y", 0, 250),
                Series.sequence("y1", Series.Style.LINE, 0, 1, java.util.Arrays.copyOf(outputs[0], count)),
                Series.sequence("y2", Series.Style.LINE, 1, 1, java.util.Arrays.copyOf(outputs[1], count)),
                Series.of(
                        "targets", Series.Style.FAINT, 4, new double[] {0, STEPS, Double.NaN, 0, STEPS}, new double[] {
                            100, 100, Double.NaN, 200, 200
                        }));
    }
}
