package nn.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import nn.model.Activation;

/** A line through the origin learns to separate caterpillars and ladybirds. */
final class ClassifierLesson implements TurnableLesson {

    /** Width, and the length that the line should have there: just above the ladybird, just below the caterpillar. */
    private static final double[][] EXAMPLES = {{3.0, 1.1}, {1.0, 2.9}};

    /** Width and length of the animals. */
    private static final double[] LADYBIRD = {3, 1};

    private static final double[] CATERPILLAR = {1, 3};

    private static final double START = 0.25;
    private static final int SHOWN = 20;

    @Override
    public String name() {
        return "classifier";
    }

    @Override
    public LessonResult run(LessonInput input, Consumer<Frame> live) {
        Transcript transcript = new Transcript();
        double[] full = train(transcript, "full", START, 1, live);
        double[] moderated = train(transcript, "moderated", START, 0.5, live);
        transcript.within("full", full, new double[] {0.36666667, 2.9}, 5e-9);
        transcript.within("moderated", moderated, new double[] {0.30833333, 1.60416667}, 5e-9);
        Series first = line("start", Series.Style.DASHED, 4, START);
        return transcript.result(this, Figure.of(2, panel("full", first, full), panel("moderated", first, moderated)));
    }

    @Override
    public Dial dial() {
        return new Dial(0, 4, 0.05, START);
    }

    /** Another line to start with. */
    @Override
    public LessonResult turned(double start) {
        Transcript transcript = new Transcript();
        boolean parts = start * LADYBIRD[0] > LADYBIRD[1] && start * CATERPILLAR[0] < CATERPILLAR[1];
        transcript.step(parts ? "parts" : "mixes", start);
        double[] moderated = train(transcript, "moderated", start, 0.5, frame -> {});
        return transcript.result(
                this,
                Figure.of(
                        2,
                        Panel.Curves.of(
                                "turned",
                                axisX(),
                                axisY(),
                                line("turned", Series.Style.LINE, 4, start),
                                ladybird(),
                                caterpillar()),
                        panel("moderated", line("turned", Series.Style.DASHED, 4, start), moderated)));
    }

    /** One pass over both examples. The correction is L (t - A x) / x, a gradient step with the rate L / x^2. */
    private static double[] train(Transcript transcript, String key, double start, double rate, Consumer<Frame> live) {
        SmallNet line = SmallNet.given(SmallNet.oneLayer(1, 1, Activation.IDENTITY, false), new double[][] {{start}});
        double[] slopes = new double[EXAMPLES.length];
        List<Double> drawn = new ArrayList<>();
        double before = start;
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

    private static Panel panel(String key, Series start, double[] slopes) {
        return Panel.Curves.of(
                key,
                axisX(),
                axisY(),
                start,
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
        return Series.of("ladybird", Series.Style.POINTS, 1, new double[] {LADYBIRD[0]}, new double[] {LADYBIRD[1]});
    }

    private static Series caterpillar() {
        return Series.of(
                "caterpillar", Series.Style.CROSSES, 0, new double[] {CATERPILLAR[0]}, new double[] {CATERPILLAR[1]});
    }
}
