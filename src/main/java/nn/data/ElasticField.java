package nn.data;

import java.util.SplittableRandom;

/**
 * A long strip of smoothed Gaussian noise, as wide as the images. Any {@code rows} successive rows are a random displacement
 * of an image along one axis (Simard, Steinkraus and Platt 2003, section 2), contiguous in memory. Immutable, so threads
 * share it.
 */
final class ElasticField {

    /** Displacements are stored as multiples of 1/256 of their standard deviation. */
    static final int FRACTION_BITS = 8;

    /** The size of the strip: some thousand fields, small enough for the second-level cache. */
    private static final int VALUES = 1 << 17;

    private static final int MAX_STARTS = 1 << 13;

    private final int[] values;
    private final int columns;
    private final int starts;

    private ElasticField(int[] values, int columns, int starts) {
        this.values = values;
        this.columns = columns;
        this.starts = starts;
    }

    /** A field that displaces nothing. */
    static ElasticField still(int rows, int columns) {
        return new ElasticField(new int[rows * columns], columns, 1);
    }

    /**
     * Makes the strip, which depends only on the arguments.
     *
     * @param smoothing standard deviation of the Gaussian, in pixels; 0 leaves white noise
     */
    static ElasticField of(int rows, int columns, double smoothing, long seed) {
        float[] kernel = gaussian(smoothing);
        int starts = Math.max(4 * rows, Math.min(MAX_STARTS, VALUES / columns));
        int height = starts + rows - 1;
        float[] noise = noise((height + kernel.length - 1) * (columns + kernel.length - 1), seed);
        float[] narrow = smoothRows(noise, height + kernel.length - 1, columns, kernel);
        return new ElasticField(smoothColumns(narrow, height, columns, kernel), columns, starts);
    }

    /** Displacements, row after row, in units of {@code 2^-FRACTION_BITS} standard deviations. Callers must not change them. */
    int[] values() {
        return values;
    }

    /** The index in {@link #values()} at which the field number {@code bits mod (number of fields)} starts. */
    int start(long bits) {
        return (int) ((bits >>> 32) * starts >>> 32) * columns;
    }

    /** A Gaussian kernel of three standard deviations, scaled to keep the variance of white noise. */
    private static float[] gaussian(double smoothing) {
        int radius = (int) Math.ceil(3 * smoothing);
        double[] bell = new double[2 * radius + 1];
        double energy = 0;
        for (int i = -radius; i <= radius; i++) {
            bell[i + radius] = radius == 0 ? 1 : Math.exp(-i * i / (2 * smoothing * smoothing));
            energy += bell[i + radius] * bell[i + radius];
        }
        float[] kernel = new float[bell.length];
        for (int i = 0; i < bell.length; i++) {
            kernel[i] = (float) (bell[i] / Math.sqrt(energy));
        }
        return kernel;
    }

    /** Noise of mean 0 and variance 1. Each value is the sum of four uniform ones, which is close enough to normal. */
    private static float[] noise(int length, long seed) {
        SplittableRandom random = RandomStreams.of(seed, RandomStreams.Purpose.AUGMENTATION);
        float scale = (float) (Math.sqrt(3) / 65536);
        float[] noise = new float[length];
        for (int i = 0; i < length; i++) {
            long bits = random.nextLong();
            int sum = (int) ((bits & 0xffff) + (bits >>> 16 & 0xffff) + (bits >>> 32 & 0xffff) + (bits >>> 48));
            noise[i] = (sum - 131_070) * scale;
        }
        return noise;
    }

    /**
     * Smooths also across the ends of the rows, which are then dropped: the JIT compiles one long loop sooner than many short
     * ones.
     */
    private static float[] smoothRows(float[] from, int rows, int columns, float[] kernel) {
        int width = columns + kernel.length - 1;
        float[] sum = smooth(from, rows * width - (kernel.length - 1), 1, kernel);
        float[] to = new float[rows * columns];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(sum, row * width, to, row * columns, columns);
        }
        return to;
    }

    private static int[] smoothColumns(float[] from, int rows, int columns, float[] kernel) {
        float[] sum = smooth(from, rows * columns, columns, kernel);
        int[] to = new int[sum.length];
        for (int i = 0; i < to.length; i++) {
            to[i] = Math.round(sum[i] * (1 << FRACTION_BITS));
        }
        return to;
    }

    /** Convolves the numbers with the kernel. Neighbors are {@code step} apart. */
    private static float[] smooth(float[] from, int length, int step, float[] kernel) {
        float[] sum = new float[length];
        for (int k = 0; k < kernel.length; k++) {
            addScaled(from, k * step, kernel[k], sum);
        }
        return sum;
    }

    private static void addScaled(float[] from, int offset, float weight, float[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weight * from[offset + i];
        }
    }
}
