package nn.data;

import java.util.SplittableRandom;

/** The order in which an epoch visits the examples. */
public final class MiniBatchOrder {

    private MiniBatchOrder() {}

    /** A random permutation of {@code 0..size-1} (Fisher and Yates; Durstenfeld 1964), which depends only on the arguments. */
    public static int[] of(long seed, int epoch, int size) {
        SplittableRandom random = RandomStreams.of(seed, RandomStreams.Purpose.SHUFFLE, epoch);
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
