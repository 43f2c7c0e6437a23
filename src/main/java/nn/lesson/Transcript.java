package nn.lesson;

import java.util.ArrayList;
import java.util.List;

/** Collects the steps and checks of a lesson while it runs. */
final class Transcript {

    private final List<Step> steps = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();

    void step(String key, Object... arguments) {
        steps.add(Step.of(key, arguments));
    }

    void within(String key, double computed, double expected, double tolerance) {
        within(key, Numbers.of(computed), Numbers.of(expected), tolerance);
    }

    void within(String key, double[] computed, double[] expected, double tolerance) {
        within(key, Numbers.of(computed), Numbers.of(expected), tolerance);
    }

    void within(String key, double[][] computed, double[][] expected, double tolerance) {
        within(key, Numbers.of(computed), Numbers.of(expected), tolerance);
    }

    private void within(String key, Numbers computed, Numbers expected, double tolerance) {
        checks.add(new Check(key, computed, Check.Rule.WITHIN, expected, tolerance));
    }

    void atLeast(String key, double computed, double bound) {
        checks.add(new Check(key, Numbers.of(computed), Check.Rule.AT_LEAST, Numbers.of(bound), 0));
    }

    void atMost(String key, double computed, double bound) {
        checks.add(new Check(key, Numbers.of(computed), Check.Rule.AT_MOST, Numbers.of(bound), 0));
    }

    void between(String key, double computed, double low, double high) {
        checks.add(new Check(key, Numbers.of(computed), Check.Rule.BETWEEN, Numbers.of(new double[] {low, high}), 0));
    }

    LessonResult result(Lesson lesson, Figure figure) {
        return new LessonResult(lesson.name(), steps, checks, figure);
    }
}
