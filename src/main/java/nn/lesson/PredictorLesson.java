package nn.lesson;

import java.util.List;
import java.util.function.Consumer;
import nn.model.Activation;

/** Learns a factor from its errors: kilometers to miles. */
final class PredictorLesson implements Lesson {

    private static final double KILOMETERS = 100;
    private static final double MILES = 62.137;
    private static final double[] GUESSES = {0.5, 0.6, 0.7, 0.61};
    private static final int HALVINGS = 8;

    @Override
    public String name() {
        return "predictor";
    }

    @Override
    public LessonResult run(LessonInput input, Consumer<Frame> live) {
        Transcript transcript = new Transcript();
        SmallNet predictor =
                SmallNet.given(SmallNet.oneLayer(1, 1, Activation.IDENTITY, false), new double[][] {{0.5}});
        double[] errors = new double[GUESSES.length];
        for (int i = 0; i < GUESSES.length; i++) {
            predictor.parameters().setWeight(0, 0, 0, GUESSES[i]);
            double output = predictor.outputs(KILOMETERS)[0];
            errors[i] = MILES - output;
            transcript.step(errors[i] < 0 ? "overshoot" : "guess", GUESSES[i], output, errors[i]);
        }
        transcript.within("errors", errors, new double[] {12.137, 2.137, -7.863, 1.137}, 1e-12);
        double corrected = correct(predictor, 0.5, 1);
        transcript.step("formula", errors[0], KILOMETERS, errors[0] / KILOMETERS, corrected);
        transcript.within("factor", corrected, 0.62137, 1e-12);
        double[] halved = halve(transcript, predictor);
        double[] ratios = new double[HALVINGS];
        java.util.Arrays.setAll(ratios, i -> halved[i + 1] / halved[i]);
        double[] halves = new double[HALVINGS];
        java.util.Arrays.fill(halves, 0.5);
        transcript.within("errorRatios", ratios, halves, 1e-12);
        return transcript.result(this, figure(halved));
    }

    /**
     * A step of gradient descent on the squared error (scale 1/2), whose gradient is -E x. With the rate L / x^2 it is the
     * correction L E / x.
     */
    private static double correct(SmallNet predictor, double factor, double rate) {
        predictor.parameters().setWeight(0, 0, 0, factor);
        predictor.learn(KILOMETERS, MILES, rate / (KILOMETERS * KILOMETERS));
        return predictor.parameters().weight(0, 0, 0);
    }

    private static double[] halve(Transcript transcript, SmallNet predictor) {
        double[] errors = new double[HALVINGS + 1];
        double factor = 0.5;
        for (int i = 0; i <= HALVINGS; i++) {
            errors[i] = MILES - factor * KILOMETERS;
            if (i < 4) {
                transcript.step("moderate", i, factor, errors[i]);
            }
            factor = correct(predictor, factor, 0.5);
        }
        return errors;
    }

    private static Figure figure(double[] halved) {
        Series[] lines = new Series[GUESSES.length + 1];
        String[] keys = {"guess1", "guess2", "guess3", "guess4"};
        for (int i = 0; i < GUESSES.length; i++) {
            double factor = GUESSES[i];
            lines[i] = Series.graph(keys[i], Series.Style.LINE, i, 0, 120, x -> factor * x);
        }
        lines[GUESSES.length] =
                Series.of("truth", Series.Style.POINTS, 5, new double[] {KILOMETERS}, new double[] {MILES});
        return new Figure(
                List.of(
                        Panel.Curves.of("lines", Axis.of("kilometers", 0, 120), Axis.of("miles", 0, 90), lines),
                        Panel.Curves.of(
                                "halving",
                                Axis.count("corrections", HALVINGS),
                                Axis.of("error", 0, 13),
                                Series.sequence("errors", Series.Style.PATH, 0, 1, halved))),
                2);
    }
}
