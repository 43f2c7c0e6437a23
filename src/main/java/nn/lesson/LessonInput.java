package nn.lesson;

import java.util.Objects;

/**
 * The input of a lesson.
 *
 * @param seed the seed of its random numbers; the expected values hold for {@link #DEFAULT_SEED}, and usually for others
 * @param subset whether the digit lessons use their documented subset and its expected values
 * @param digits the handwritten digits, read when a lesson needs them
 */
public record LessonInput(long seed, boolean subset, DigitImages digits) {

    public static final long DEFAULT_SEED = 1;

    public LessonInput {
        Objects.requireNonNull(digits);
    }

    boolean hasDefaultSeed() {
        return seed == DEFAULT_SEED;
    }
}
