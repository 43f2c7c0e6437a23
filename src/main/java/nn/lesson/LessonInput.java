package nn.lesson;

import java.util.Objects;

/**
 * What a lesson runs on.
 *
 * @param seed of its random numbers; the expected values hold for {@link #DEFAULT_SEED} and, as a rule, for others
 * @param subset whether the digit lessons train on their documented subset, against values for that
 * @param digits the handwritten digits, read when a lesson asks for them
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
