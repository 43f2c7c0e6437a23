package nn.lesson;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nn.data.DataDirectory;

/** Lessons that ran once, for all tests of their outcomes. */
public final class Runs {

    private static final DataDirectory MNIST = DataDirectory.of(Path.of("data", "mnist"));
    private static final DigitImages DIGITS = new DigitImages(() -> MNIST.readTrain().range(0, 6000),
            () -> MNIST.readTest().range(0, 1000));
    private static final DigitImages FEW_DIGITS = new DigitImages(() -> DIGITS.train().range(0, 200),
            () -> DIGITS.test().range(0, 100));
    private static final Map<String, Outcome> OUTCOMES = new ConcurrentHashMap<>();

    private Runs() {
    }

    /** The outcome with the default seed; the two lessons on digits with far too few images to reach their values. */
    public static Outcome of(Lesson lesson) {
        return OUTCOMES.computeIfAbsent(lesson.name(), name -> run(lesson, LessonInput.DEFAULT_SEED));
    }

    public static Outcome of(String lesson) {
        return of(Lessons.named(lesson).orElseThrow());
    }

    static Outcome run(Lesson lesson, long seed) {
        return lesson.run(input(lesson, seed), frame -> { });
    }

    /** What {@link #of} runs a lesson on. */
    public static LessonInput input(Lesson lesson, long seed) {
        return new LessonInput(seed, true, lesson.name().startsWith("digits") ? FEW_DIGITS : DIGITS);
    }
}
