package nn.data;

/** The cells along one axis, and the weights of a pixel for the cells around it. */
final class GradientCells {

    /** Rows and columns between the centers of neighboring cells, in pixels. */
    static final int STRIDE = 4;

    /** Standard deviation of the Gaussian along each axis, in pixels. */
    static final double SIGMA = 1.6;

    /** The distance at which the Gaussian is cut off. Its weights sum to 1. */
    static final int RADIUS = (int) (3 * SIGMA + 0.5);

    /** The most cells along an axis that a pixel contributes to. A constant, so that the JIT unrolls the loop over them. */
    static final int TAPS = 2 * RADIUS / STRIDE + 1;

    final int count;

    /**
     * The first cell of each pixel, and its weights for this cell and the next ones; 0 without a cell. From one pixel
     * before the image to one after it.
     */
    final int[] first;

    final float[] weights;

    GradientCells(int pixels) {
        count = count(pixels);
        first = new int[pixels + 2];
        weights = new float[first.length * TAPS];
        double sum = 0;
        for (int distance = -RADIUS; distance <= RADIUS; distance++) {
            sum += gaussian(distance);
        }
        for (int i = 0; i < first.length; i++) {
            int pixel = i - 1;
            first[i] = Math.max(0, Math.min((pixel - RADIUS + STRIDE - 1) / STRIDE, count - TAPS));
            for (int tap = 0; tap < Math.min(TAPS, count); tap++) {
                int distance = pixel - STRIDE * (first[i] + tap);
                weights[i * TAPS + tap] = Math.abs(distance) <= RADIUS ? (float) (gaussian(distance) / sum) : 0;
            }
        }
    }

    static int count(int pixels) {
        return (int) ((pixels + STRIDE - 1L) / STRIDE);
    }

    private static double gaussian(int distance) {
        return Math.exp(-distance * distance / (2 * SIGMA * SIGMA));
    }
}
