package nn.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nn.model.Activation;
import nn.model.Loss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LessonsTest {

    private static Stream<String> withoutLargeData() {
        return Lessons.all().stream().map(Lesson::name).filter(name -> !name.startsWith("digits"));
    }

    @Test
    void theSixteenLessonsStandInTheirOrder() {
        assertEquals(
                List.of(
                        "perceptron",
                        "activations",
                        "matrix",
                        "forward",
                        "signals",
                        "softmax",
                        "predictor",
                        "classifier",
                        "descent",
                        "linear",
                        "backprop",
                        "shallow",
                        "beans",
                        "init",
                        "digits-numpy",
                        "digits-sigmoid"),
                Lessons.all().stream().map(Lesson::name).toList());
    }

    @ParameterizedTest
    @MethodSource("withoutLargeData")
    void everyLessonReachesItsValues(String name) {
        LessonResult result = Runs.of(name);
        assertEquals(
                List.of(),
                result.checks().stream().filter(check -> !check.matches()).toList());
        assertFalse(result.checks().isEmpty());
    }

    /** The published values. The other tests would not notice a lesson that compares with other values. */
    @ParameterizedTest
    @CsvSource({
        "activations, sigmoid, 0.26894142 0.73105858 0.88079708, 5e-9",
        "matrix, product, 19 22 43 50, 0",
        "forward, a1, 0.3 0.7 1.1, 1e-15",
        "forward, z1, 0.57444252 0.66818777 0.75026011, 5e-9",
        "forward, a2, 0.51615984 1.21402696, 5e-9",
        "forward, z2, 0.62624937 0.7710107, 5e-9",
        "forward, y, 0.31682708 0.69627909, 5e-9",
        "softmax, naive, NaN NaN NaN, 0",
        "softmax, softmax, 9.99954600e-01 4.53978686e-05 2.06106005e-09, 5e-10",
        "linear, y0, 30 30, 0",
        "linear, loss0, 16900, 0",
        "linear, y1, 34.4112 37.6272, 1e-9",
        "linear, loss1, 15333.40843, 1e-5",
        "linear, y100, 100.00007179 199.99996411, 5e-9",
        "predictor, errors, 12.137 2.137 -7.863 1.137, 1e-12",
        "predictor, factor, 0.62137, 1e-12",
        "classifier, full, 0.36666667 2.9, 5e-9",
        "classifier, moderated, 0.30833333 1.60416667, 5e-9",
        "signals, hiddenIn, 1.16 0.42 0.62, 1e-15",
        "signals, hidden, 0.76133271 0.60348325 0.65021855, 5e-9",
        "signals, outputIn, 0.97594736 0.88858496 1.25461119, 5e-9",
        "signals, output, 0.72630335 0.70859807 0.77809706, 5e-9",
        "backprop, split, 0.42 0.88, 1e-15",
        "backprop, plain, 2.1 4.4, 1e-15",
        "perceptron, xor, 0 1 1 0, 0",
        "perceptron, xorBestOfOneNeuron, 3, 0",
        "shallow, right, 8, 0",
    })
    void computedValuesAreThePublishedOnes(String lesson, String key, String published, double tolerance) {
        Numbers computed = check(Runs.of(lesson), key).computed();
        List<Double> values =
                Stream.of(published.split(" ")).map(Double::valueOf).toList();
        assertTrue(
                new Numbers(computed.shape(), values).distance(computed) <= tolerance,
                () -> key + " is " + computed.values());
    }

    @ParameterizedTest
    @MethodSource("withoutLargeData")
    void anyCorruptedValueIsAMismatch(String name) {
        LessonResult result = Runs.of(name);
        for (int i = 0; i < result.checks().size(); i++) {
            List<Check> checks = new ArrayList<>(result.checks());
            checks.set(i, corrupted(checks.get(i)));
            LessonResult corrupted = new LessonResult(name, result.steps(), checks, result.figure());
            assertFalse(corrupted.matches(), () -> "still a match: " + checks);
        }
    }

    private static Check corrupted(Check check) {
        List<Double> values = new ArrayList<>(check.computed().values());
        int last = values.size() - 1;
        double expected = check.expected().values().get(check.rule() == Check.Rule.WITHIN ? last : 0);
        values.set(
                last,
                switch (check.rule()) {
                    case WITHIN -> Double.isNaN(expected) ? 1 : expected + 2 * check.tolerance() + 1e-6;
                    case AT_LEAST, BETWEEN -> expected - 1e-6;
                    case AT_MOST -> expected + 1e-6;
                });
        return new Check(
                check.key(),
                new Numbers(check.computed().shape(), values),
                check.rule(),
                check.expected(),
                check.tolerance());
    }

    @Test
    void digitLessonsOnTooFewImagesMissTheirAccuraciesAndNothingElse() {
        assertEquals(
                List.of("accuracyAtThousandth", "accuracyAtTenth", "accuracyApart"), misses(Runs.of("digits-numpy")));
        assertEquals(List.of("accuracy"), misses(Runs.of("digits-sigmoid")));
    }

    private static List<String> misses(LessonResult result) {
        return result.checks().stream()
                .filter(check -> !check.matches())
                .map(Check::key)
                .toList();
    }

    @Test
    void aStuckSeedOfTheBeansIsShownAsALocalMinimum() {
        LessonResult result = Runs.of(new BeansLesson(), 28).result();
        assertTrue(result.matches());
        assertTrue(result.steps().stream().anyMatch(step -> step.key().equals("localMinimum")));
        assertTrue(result.checks().stream().noneMatch(check -> check.key().equals("meanSquaredError")));
    }

    @Test
    void aLearningRateAboveOneClimbsOutOfTheValleyAndBelowItWalksDown() {
        assertEquals(List.of(1.0, -1.4, 1.96), steps(turned("descent", 1.2), "parabola"));
        assertEquals(List.of(1.0, 0.2, 0.04), steps(turned("descent", 0.4), "parabola"));
    }

    @Test
    void aTurnedSeedTrainsTheBeansOfThatSeed() {
        Step first = step(Runs.of("beans"), "result");
        assertEquals(first, step(turned("beans", 1), "result"));
        assertEquals(step(Runs.of(new BeansLesson(), 28).result(), "result"), step(turned("beans", 28), "result"));
    }

    @ParameterizedTest
    @CsvSource({"0.3, mixes", "0.35, parts", "2.95, parts", "3.05, mixes"})
    void aTurnedLinePartsTheAnimalsWhereItPassesBetweenThem(double slope, String key) {
        assertEquals(key, turned("classifier", slope).steps().get(0).key());
    }

    private static LessonResult turned(String name, double value) {
        return ((TurnableLesson) Lessons.named(name).orElseThrow()).turned(value);
    }

    private static Step step(LessonResult result, String key) {
        return result.steps().stream()
                .filter(step -> step.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** The first three weights of the walk. */
    private static List<Double> steps(LessonResult result, String key) {
        return ((Numbers) step(result, key).arguments().get(1))
                .values().subList(0, 3).stream()
                        .map(weight -> Math.round(1e9 * weight) / 1e9)
                        .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3})
    void lessonsHoldForOtherSeeds(long seed) {
        for (String name : List.of("activations", "softmax", "backprop", "shallow", "init")) {
            LessonResult result =
                    Runs.of(Lessons.named(name).orElseThrow(), seed).result();
            assertTrue(result.matches(), () -> name + " with seed " + seed + ": " + result.checks());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TANH, softmax-cross-entropy",
        "SIGMOID, squared-error",
        "RELU, softmax-cross-entropy",
        "SIGMOID, binary-cross-entropy",
        "IDENTITY, squared-error"
    })
    void gradientCheckPassesTheCoreAndCatchesTheMistakes(Activation activation, String loss) {
        for (List<Integer> hidden : List.of(List.<Integer>of(), List.of(5), List.of(6, 4))) {
            LessonResult result = Runs.run(new GradientCheckLesson(hidden, activation, Loss.named(loss)), 1)
                    .result();
            assertTrue(result.matches(), () -> hidden + ": " + result.checks());
        }
    }

    private static Check check(LessonResult result, String key) {
        return result.checks().stream()
                .filter(check -> check.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
