package nn.data;

import java.util.SplittableRandom;

/**
 * Independent random numbers for each purpose: draws for one purpose never change those for another. A stream for any epoch
 * and example can be made directly, without the streams before it.
 */
public final class RandomStreams {

    /** 2^64 divided by the golden ratio, made odd: the increment of SplitMix64. */
    static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    /** The purpose of random numbers. */
    public enum Purpose {
        INITIALIZATION(0x243f6a8885a308d3L),
        SHUFFLE(0x13198a2e03707344L),
        AUGMENTATION(0xa4093822299f31d0L),
        DROPOUT(0x082efa98ec4e6c89L),
        STYLE(0x452821e638d01377L),
        NO_DIGIT(0xbe5466cf34e90c6cL),
        SAMPLE(0xc0ac29b7c97c50ddL);

        /** Digits of pi. They are fixed, so that a new purpose changes no existing stream. */
        private final long tag;

        Purpose(long tag) {
            this.tag = tag;
        }
    }

    private RandomStreams() {}

    /**
     * An independent stream, which depends only on the arguments.
     *
     * @param counters the position in the run, such as epoch and example; their order and number matter
     */
    public static SplittableRandom of(long seed, Purpose purpose, long... counters) {
        long state = start(seed, purpose);
        for (long counter : counters) {
            state = absorb(state, counter);
        }
        return new SplittableRandom(state);
    }

    /** The state of a stream without counters. */
    static long start(long seed, Purpose purpose) {
        return mix(mix(seed + GOLDEN_GAMMA) ^ purpose.tag);
    }

    /** The state of a stream with one more counter. */
    static long absorb(long state, long counter) {
        return mix((state ^ mix(counter + GOLDEN_GAMMA)) + GOLDEN_GAMMA);
    }

    /**
     * A bijection in which each input bit changes each output bit with probability 1/2: Stafford 2011, variant 13, as in
     * SplitMix64.
     */
    static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
