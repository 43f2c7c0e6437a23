package nn.data;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A random sample of a data set, with the classes in the proportions of the data. */
public final class StratifiedSample {

    private StratifiedSample() {}

    /**
     * Draws a sample. Each class is sampled alone, in one pass over the data (Knuth, The Art of Computer Programming 2, algorithm 3.4.2 S).
     *
     * @param size from 0 to {@code data.size()}
     * @return the examples
     */
    public static BitSet of(DataSet data, int size, SplittableRandom random) {
        return of(IntStream.range(0, data.size()).map(data::label).toArray(), data.classes(), size, random);
    }

    /**
     * The same for labels alone.
     *
     * @param labels  {@code [examples]}, each in {@code 0..classes-1}
     */
    public static BitSet of(int[] labels, int classes, int size, SplittableRandom random) {
        int[] left = new int[classes];
        for (int label : labels) {
            left[label]++;
        }
        int[] missing = shares(left, labels.length, size);
        BitSet sample = new BitSet(labels.length);
        for (int i = 0; i < labels.length; i++) {
            int label = labels[i];
            if (random.nextInt(left[label]) < missing[label]) {
                sample.set(i);
                missing[label]--;
            }
            left[label]--;
        }
        return sample;
    }

    /**
     * How many examples of each class a sample has: the proportional number without its fraction, and one more where the fraction is
     * largest. A class is not used up by that one more, if others can give it.
     *
     * @param counts {@code [classes]}, of all examples
     */
    private static int[] shares(int[] counts, int all, int size) {
        int[] shares = new int[counts.length];
        int rest = size;
        for (int label = 0; label < counts.length; label++) {
            shares[label] = (int) ((long) counts[label] * size / all);
            rest -= shares[label];
        }
        List<Integer> byFraction = IntStream.range(0, counts.length)
                .boxed()
                .sorted(Comparator.<Integer, Boolean>comparing(label -> shares[label] + 1 >= counts[label])
                        .thenComparing(label -> (long) counts[label] * size % all, Comparator.reverseOrder()))
                .toList();
        byFraction.subList(0, rest).forEach(label -> shares[label]++);
        return shares;
    }
}
