package nn.train;

import static nn.train.Limits.require;
import static nn.train.Limits.required;

import java.util.BitSet;
import java.util.Optional;
import java.util.stream.IntStream;
import nn.data.DataSet;
import nn.data.ImageForm;
import nn.data.RandomStreams;
import nn.data.RandomStreams.Purpose;
import nn.data.StratifiedSample;
import nn.json.DefaultsTo;

/**
 * Which examples a training uses, the seed, and the threads.
 *
 * @param seed of all random numbers
 * @param threads the most threads that work; the result does not depend on them
 * @param limit how many training examples are used; 0 is all
 * @param validation the size of the validation split, which is taken from the used examples; {@link #DEFAULT_VALIDATION} is a sixth of them,
 *     at most 10,000; another negative number {@code -n} is a sixth, at most {@code n}
 * @param sampling how both are chosen
 * @param digits whether the examples are digits: MNIST's, or the user said so; true in older files
 * @param form how the files hold the images
 * @param splitSeed draws the used examples and the validation split; empty if {@code seed} does
 */
public record DataConfig(
        long seed,
        int threads,
        int limit,
        int validation,
        @DefaultsTo("\"in-order\"") Sampling sampling,
        @DefaultsTo("true") boolean digits,
        @DefaultsTo("{}") ImageForm form,
        @DefaultsTo("null") Optional<Long> splitSeed) {

    /** A sixth, at most 10,000. */
    public static final int DEFAULT_VALIDATION = -1;

    private static final int LARGEST_DEFAULT_VALIDATION = 10_000;
    private static final int MAX_THREADS = 256;

    public DataConfig {
        require(threads >= 1 && threads <= MAX_THREADS, "threads", threads, "from 1 to 256");
        require(limit >= 0, "limit", limit, "at least 1");
        require(validation >= -LARGEST_DEFAULT_VALIDATION, "validation", validation, "0 or more");
        required("sampling", sampling);
    }

    /** For digits. */
    public DataConfig(long seed, int threads, int limit, int validation, Sampling sampling) {
        this(seed, threads, limit, validation, sampling, true, ImageForm.MNIST, Optional.empty());
    }

    /** How many of the {@code available} training examples are used at all. */
    int used(int available) {
        return limit == 0 ? available : Math.min(limit, available);
    }

    /**
     * The size of the validation split.
     *
     * @throws IllegalArgumentException if nothing is left to train on
     */
    public int validation(int available) {
        int used = used(available);
        int atMost = validation == DEFAULT_VALIDATION ? LARGEST_DEFAULT_VALIDATION : -validation;
        int split = validation < 0 ? Math.min(used / 6, atMost) : validation;
        // Concatenated, as this text is made even if it is not shown, and the first Formatter of a process takes 10 ms.
        require(split < used, "validation", split, "less than the " + used + " training examples");
        return split;
    }

    /**
     * The used examples, as a view: first those to train on, then the validation split. Both are in the order of the data.
     *
     * @throws IllegalArgumentException if nothing is left to train on
     */
    DataSet used(DataSet data) {
        int used = used(data.size());
        int split = validation(data.size());
        if (sampling == Sampling.IN_ORDER) {
            return data.range(0, used);
        }
        DataSet limited = used == data.size()
                ? data
                : data.select(sample(data, used, 0).stream().toArray());
        if (split == 0) {
            return limited;
        }
        BitSet validated = sample(limited, split, 1);
        IntStream trained = IntStream.range(0, used).filter(example -> !validated.get(example));
        return limited.select(IntStream.concat(trained, validated.stream()).toArray());
    }

    private BitSet sample(DataSet data, int size, int number) {
        return StratifiedSample.of(data, size, RandomStreams.of(splitSeed.orElse(seed), Purpose.SAMPLE, number));
    }

    /** The same with another seed. */
    DataConfig withSeed(long newSeed) {
        return new DataConfig(newSeed, threads, limit, validation, sampling, digits, form, splitSeed);
    }

    /** The same for a committee's network with that number, from 0: another seed, and the examples of the first. */
    DataConfig ofMember(int member) {
        return member == 0
                ? this
                : new DataConfig(
                        seed + member,
                        threads,
                        limit,
                        validation,
                        sampling,
                        digits,
                        form,
                        Optional.of(splitSeed.orElse(seed)));
    }

    /** The same for examples that are, or are not, known to be digits. */
    DataConfig withDigits(boolean newDigits) {
        return new DataConfig(seed, threads, limit, validation, sampling, newDigits, form, splitSeed);
    }

    DataConfig withForm(ImageForm newForm) {
        return new DataConfig(seed, threads, limit, validation, sampling, digits, newForm, splitSeed);
    }

    /** The same without a validation split. */
    DataConfig withoutValidation() {
        return new DataConfig(seed, threads, limit, 0, sampling, digits, form, splitSeed);
    }
}
