package nn.train;

import static nn.train.Limits.require;

/**
 * Which examples a training uses, and the numbers that only decide how it runs.
 *
 * @param seed of all random numbers
 * @param threads at the most; the result does not depend on them
 * @param limit only the first so many training examples; 0 is all
 * @param validation how many examples at the end of the training data are kept for choices; -1 is a sixth, at most
 *     10,000, and a smaller number a sixth, at most as many as it says without its sign
 */
public record Examples(long seed, int threads, int limit, int validation) {

    /** {@link #validation} for the default split. */
    public static final int DEFAULT_VALIDATION = -1;

    private static final int LARGEST_DEFAULT_VALIDATION = 10_000;
    private static final int MAX_THREADS = 256;

    public Examples {
        require(threads >= 1 && threads <= MAX_THREADS, "threads", threads, "from 1 to 256");
        require(limit >= 0, "limit", limit, "at least 1");
        require(validation >= -LARGEST_DEFAULT_VALIDATION, "validation", validation, "0 or more");
    }

    /** How many of the given training examples are used at all. */
    public int used(int available) {
        return limit == 0 ? available : Math.min(limit, available);
    }

    /**
     * How many of the used training examples, at their end, are the validation split.
     *
     * @throws IllegalArgumentException if nothing would be left to train on
     */
    public int validation(int available) {
        int used = used(available);
        int atMost = validation == DEFAULT_VALIDATION ? LARGEST_DEFAULT_VALIDATION : -validation;
        int split = validation < 0 ? Math.min(used / 6, atMost) : validation;
        // Not formatted, as this is made whether it is said or not: the first Formatter takes 10 ms of a start.
        require(split < used, "validation", split, "less than the " + used + " training examples");
        return split;
    }

    /** The same with another seed. */
    Examples withSeed(long newSeed) {
        return new Examples(newSeed, threads, limit, validation);
    }

    /** The same without a validation split. */
    Examples withoutValidation() {
        return new Examples(seed, threads, limit, 0);
    }
}
