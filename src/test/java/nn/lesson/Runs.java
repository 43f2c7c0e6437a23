package nn.lesson;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nn.data.DataDirectory;

/** Runs each lesson once, for all tests of its result. */
public final class Runs {

    private static final DataDirectory MNIST = DataDirectory.of(Path.of("data", "mnist"));
    private static final DigitImages DIGITS = new DigitImages(
            () -> MNIST.readTrain().range(0, 6000), () -> MNIST.readTest().range(0, 1000));
    private static final DigitImages FEW_DIGITS = new DigitImages(
            () -> DIGITS.train().range(0, 200), () -> DIGITS.test().range(0, 100));
    private static final Map<String, Run> RUNS = new ConcurrentHashMap<>();

    /** The result and the frames of a lesson. */
    public record Run(LessonResult result, List<Frame> frames) {}

    private Runs() {}

    /** The result with the default seed. The two lessons on digits get far too few images to reach their values. */
    public static LessonResult of(Lesson lesson) {
        return of(lesson, LessonInput.DEFAULT_SEED).result();
    }

    public static LessonResult of(String lesson) {
        return of(Lessons.named(lesson).orElseThrow());
    }

    public static Run of(Lesson lesson, long seed) {
        return RUNS.computeIfAbsent(lesson.name() + seed, key -> run(lesson, seed));
    }

    /** Runs a lesson again, because its options are not in its name. */
    static Run run(Lesson lesson, long seed) {
        List<Frame> frames = new ArrayList<>();
        return new Run(lesson.run(input(lesson, seed), frames::add), frames);
    }

    /** The input of the lessons. */
    public static LessonInput input(Lesson lesson, long seed) {
        return new LessonInput(seed, true, lesson.name().startsWith("digits") ? FEW_DIGITS : DIGITS);
    }
}
