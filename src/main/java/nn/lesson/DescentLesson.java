package nn.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import nn.model.Activation;
import nn.model.Loss;

/** Gradient descent: learning rates, local minima, and the error surface of two weights. */
final class DescentLesson implements TurnableLesson {

    private static final int STEPS = 8;
    private static final int SURFACE_STEPS = 400;
    private static final double SURFACE_RATE = 0.3;

    /** A weight that is farther from 0 has left the drawing, on a walk that climbs. */
    private static final double FAR = 100;

    private static final double[] TRUE_LINE = {1.5, -0.5};
    private static final double[] START = {-1.5, 2};
    private static final int GRID = 81;

    @Override
    public String name() {
        return "descent";
    }

    @Override
    public LessonResult run(LessonInput input, Consumer<Frame> live) {
        Transcript transcript = new Transcript();
        double[] small = parabola(transcript, 0.1);
        double[] swing = parabola(transcript, 1.0);
        double[] diverge = parabola(transcript, 1.1);
        transcript.within("ratioAtTenth", small[1] / small[0], 0.8, 1e-15);
        transcript.within(
                "swing", new double[] {swing[0], swing[1], swing[2], swing[3]}, new double[] {1, -1, 1, -1}, 1e-15);
        transcript.within("ratioDiverging", diverge[1] / diverge[0], -1.2, 1e-14);
        transcript.step("absolute", 1.0, 0.01, 0.3, absolute(0.3));
        List<double[]> walk = new ArrayList<>();
        Panel surface = surface("path", SURFACE_RATE, walk, transcript, live);
        transcript.within("valley", walk.get(SURFACE_STEPS), TRUE_LINE, 1e-3);
        Panel minima = minima(transcript);
        return transcript.result(
                this,
                Figure.of(
                        2,
                        Panel.Curves.of(
                                "parabola",
                                Axis.of("w", -3, 3),
                                Axis.of("squared", 0, 9),
                                Series.graph("square", Series.Style.FAINT, 4, -3, 3, w -> w * w),
                                path("rate01", 0, small),
                                path("rate10", 1, swing),
                                path("rate11", 2, java.util.Arrays.copyOf(diverge, 6))),
                        losses(),
                        surface,
                        minima));
    }

    @Override
    public Dial dial() {
        return new Dial(0.02, 1.2, 0.02, SURFACE_RATE);
    }

    /** Another learning rate. */
    @Override
    public LessonResult turned(double rate) {
        Transcript transcript = new Transcript();
        double[] weights = parabola(transcript, rate);
        Panel surface = surface("turned", rate, new ArrayList<>(), transcript, frame -> {});
        return transcript.result(
                this,
                Figure.of(
                        2,
                        Panel.Curves.of(
                                "turned",
                                Axis.of("w", -3, 3),
                                Axis.of("squared", 0, 9),
                                Series.graph("square", Series.Style.FAINT, 4, -3, 3, w -> w * w),
                                path("turned", 5, weights)),
                        surface));
    }

    /** One weight w on the input 1 with the target 0: the squared error (scale 1) is w^2. */
    private static double[] parabola(Transcript transcript, double rate) {
        SmallNet net = neuron(new Loss.SquaredError(1), 1);
        double[] weights = new double[STEPS + 1];
        for (int step = 0; step <= STEPS; step++) {
            weights[step] = net.parameters().weight(0, 0, 0);
            net.learn(1, 0, rate);
        }
        transcript.step("parabola", rate, java.util.Arrays.copyOf(weights, 6), weights[1] / weights[0]);
        return weights;
    }

    private static SmallNet neuron(Loss loss, double weight) {
        SmallNet net = new SmallNet(
                SmallNet.oneLayer(1, 1, Activation.IDENTITY, false),
                new nn.model.Initializer.Constant(weight),
                new java.util.SplittableRandom(0),
                loss,
                1);
        return net;
    }

    /** With the absolute error the slope is 1 or -1 at any distance from the minimum, so the steps never become smaller. */
    private static double[] absolute(double rate) {
        double[] weights = new double[6];
        weights[0] = 1;
        for (int i = 1; i < weights.length; i++) {
            weights[i] = weights[i - 1] - rate * Math.signum(weights[i - 1]);
        }
        return weights;
    }

    private static Panel losses() {
        return Panel.Curves.of(
                "losses",
                Axis.of("difference", -2, 2),
                Axis.of("loss", 0, 4),
                Series.graph("squaredError", Series.Style.LINE, 0, -2, 2, e -> e * e),
                Series.graph("absoluteError", Series.Style.LINE, 1, -2, 2, Math::abs),
                Series.graph("squaredSlope", Series.Style.DASHED, 0, 0, 2, e -> 2 * e),
                Series.graph("absoluteSlope", Series.Style.DASHED, 1, 0, 2, e -> 1));
    }

    /** A linear neuron with a weight and a bias, on points of a line. The minimum is at the line's slope and offset. */
    private static Panel surface(
            String key, double rate, List<double[]> path, Transcript transcript, Consumer<Frame> live) {
        double[][] x = new double[20][1];
        double[][] y = new double[20][1];
        for (int i = 0; i < x.length; i++) {
            x[i][0] = i / 10.0;
            y[i][0] = TRUE_LINE[0] * x[i][0] + TRUE_LINE[1];
        }
        SmallNet net = new SmallNet(
                SmallNet.oneLayer(1, 1, Activation.IDENTITY, true),
                new nn.model.Initializer.Constant(0),
                new java.util.SplittableRandom(0),
                new Loss.SquaredError(0.5),
                x.length);
        double[][] heights = new double[GRID][GRID];
        for (int row = 0; row < GRID; row++) {
            for (int column = 0; column < GRID; column++) {
                net.parameters().setWeight(0, 0, 0, -2 + 6.0 * column / (GRID - 1));
                net.parameters().setBias(0, 0, -3 + 6.0 * row / (GRID - 1));
                heights[row][column] = net.computeGradient(x, y);
            }
        }
        net.parameters().setWeight(0, 0, 0, START[0]);
        net.parameters().setBias(0, 0, START[1]);
        for (int step = 0; step <= SURFACE_STEPS && isNear(net); step++) {
            path.add(new double[] {
                net.parameters().weight(0, 0, 0), net.parameters().bias(0, 0)
            });
            double loss = net.learn(x, y, rate);
            if (step <= 20 || step % 20 == 0) {
                live.accept(new Frame(surface(key, heights, path), Step.of("frame", step, path.get(step), loss)));
            }
            if (step == 0 || step == 10 || step == 100 || step == SURFACE_STEPS) {
                transcript.step("surface", step, path.get(step)[0], path.get(step)[1], loss);
            }
        }
        return surface(key, heights, path);
    }

    private static boolean isNear(SmallNet net) {
        return Math.abs(net.parameters().weight(0, 0, 0)) < FAR
                && Math.abs(net.parameters().bias(0, 0)) < FAR;
    }

    private static Panel surface(String key, double[][] heights, List<double[]> path) {
        return new Panel.Surface(
                "surface",
                Axis.of("weight", -2, 4),
                Axis.of("bias", -3, 3),
                Numbers.of(heights),
                "loss",
                List.of(
                        Series.of(
                                key,
                                Series.Style.PATH,
                                5,
                                path.stream().mapToDouble(p -> p[0]).toArray(),
                                path.stream().mapToDouble(p -> p[1]).toArray()),
                        Series.of("truth", Series.Style.CROSSES, 1, new double[] {TRUE_LINE[0]}, new double[] {
                            TRUE_LINE[1]
                        })));
    }

    /** One weight of a sigmoid neuron on three examples. There are two minima, and the start decides which one is reached. */
    private static Panel minima(Transcript transcript) {
        double[][] x = {{10}, {1}, {1}};
        double[][] y = {{0}, {0.9}, {0.9}};
        SmallNet net = new SmallNet(
                SmallNet.oneLayer(1, 1, Activation.SIGMOID, false),
                new nn.model.Initializer.Constant(0),
                new java.util.SplittableRandom(0),
                new Loss.SquaredError(1),
                x.length);
        DoubleUnaryOperator error = w -> {
            net.parameters().setWeight(0, 0, 0, w);
            return net.computeGradient(x, y);
        };
        Series[] series = new Series[3];
        series[0] = Series.graph("error", Series.Style.FAINT, 4, -3, 5, error);
        double[] ends = new double[2];
        double[] starts = {0.1, 0.8};
        double[] losses = new double[2];
        for (int i = 0; i < 2; i++) {
            List<Double> ws = new ArrayList<>();
            List<Double> es = new ArrayList<>();
            net.parameters().setWeight(0, 0, 0, starts[i]);
            for (int step = 0; step <= 400; step++) {
                ws.add(net.parameters().weight(0, 0, 0));
                losses[i] = net.learn(x, y, 0.5);
                es.add(losses[i]);
            }
            ends[i] = net.parameters().weight(0, 0, 0);
            series[i + 1] = Series.of(
                    "from" + i,
                    Series.Style.PATH,
                    i == 0 ? 0 : 2,
                    ws.stream().mapToDouble(Double::doubleValue).toArray(),
                    es.stream().mapToDouble(Double::doubleValue).toArray());
        }
        transcript.step("minima", starts[0], ends[0], losses[0], starts[1], ends[1], losses[1]);
        transcript.atLeast("localMinimumRatio", losses[1] / losses[0], 1.5);
        return Panel.Curves.of("minima", Axis.of("w", -3, 5), Axis.of("meanError", 0, 0.6), series);
    }

    private static Series path(String key, int color, double[] weights) {
        return Series.of(
                key,
                Series.Style.PATH,
                color,
                weights,
                java.util.Arrays.stream(weights).map(w -> w * w).toArray());
    }
}
