package nn.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import nn.model.Activation;

/** A line through the origin learns to separate caterpillars and ladybirds. */
final class ClassifierLesson implements Lesson {

    /** Width, and the length that the line should have there: just above the ladybird, just below the caterpillar. */
    private static final double[][] EXAMPLES = {{3.0, 1.1}, {1.0, 2.9}};

    private static final double START = 0.25;
    private static final int SHOWN = 20;

    @Override
    public String name() {
        return "classifier";
    }

    @Override
    public LessonResult run(LessonInput input, Consumer<Frame> live) {
        Transcript transcript = new Transcript();
        double[] full = train(transcript, "full", 1, live);
        double[] moderated = train(transcript, "moderated", 0.5, live);
        transcript.within("full", full, new double[] {0.36666667, 2.9}, 5e-9);
        transcript.within("moderated", moderated, new double[] {0.30833333, 1.60416667}, 5e-9);
        return transcript.result(this, Figure.of(2, panel("full", full), panel("moderated", moderated)));
    }

    /** One pass over both examples. The correction is L (t - A x) / x, a gradient step with the rate L / x^2. */
    private static double[] train(Transcript transcript, String key, double rate, Consumer<Frame> live) {
        SmallNet line = SmallNet.given(SmallNet.oneLayer(1, 1, Activation.IDENTITY, false), new double[][] {{START}});
        double[] slopes = new double[EXAMPLES.length];
        List<Double> drawn = new ArrayList<>();
        double before = START;
        for (int i = 0; i < EXAMPLES.length; i++) {
            double x = EXAMPLES[i][0];
            double target = EXAMPLES[i][1];
            double output = line.outputs(x)[0];
            line.learn(x, target, rate / (x * x));
            slopes[i] = line.parameters().weight(0, 0, 0);
            transcript.step(key, x, target, before, output, target - output, slopes[i]);
            turn(before, slopes[i], drawn, key, live);
            before = slopes[i];
        }
        return slopes;
    }

    /** Shows the line turning from one slope to the next. */
    private static void turn(double from, double to, List<Double> drawn, String key, Consumer<Frame> live) {
        for (int i = 0; i <= SHOWN; i++) {
            double slope = from + (to - from) * i / SHOWN;
            drawn.add(slope);
            live.accept(new Frame(
                    Panel.Curves.of(
                            key, axisX(), axisY(), line("now", Series.Style.LINE, 2, slope), ladybird(), caterpillar()),
                    Step.of("frame", slope)));
        }
    }

    private static Panel panel(String key, double[] slopes) {
        return Panel.Curves.of(
                key,
                axisX(),
                axisY(),
                line("start", Series.Style.DASHED, 4, START),
                line("first", Series.Style.LINE, 3, slopes[0]),
                line("second", Series.Style.LINE, 2, slopes[1]),
                ladybird(),
                caterpillar());
    }

    private static Axis axisX() {
        return Axis.of("width", 0, 4);
    }

    private static Axis axisY() {
        return Axis.of("length", 0, 4);
    }

    private static Series line(String key, Series.Style style, int color, double slope) {
        return Series.graph(key, style, color, 0, 4, x -> slope * x);
    }

    private static Series ladybird() {
        return Series.of("ladybird", Series.Style.POINTS, 1, new double[] {3}, new double[] {1});
    }

    private static Series caterpillar() {
        return Series.of("caterpillar", Series.Style.CROSSES, 0, new double[] {1}, new double[] {3});
    }
}
