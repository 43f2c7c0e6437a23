package nn.image.prepare;

/**
 * A digit's strokes at {@link #SCALE} pixels per pixel of MNIST, their width normalized moderately. MNIST's digits were written
 * with a pen about a tenth as wide as the digit is high; a hairline pen all but vanishes when it is shrunk to 20x20, and a
 * thick marker closes the loops.
 */
final class Stroke {

    /** The work is done at eight times MNIST's resolution. */
    static final int SCALE = 8;

    /** Widths at 20x20 that MNIST's own digits rarely leave, in pixels of MNIST. */
    static final double THINNEST = 1.9;

    static final double THICKEST = 3.6;

    /** Of a stroke's width each side gives up at most this share, so that its thinner places survive. */
    private static final double MOST_SHRUNK = 0.25;

    private Stroke() {}

    /** The mean width of the strokes of a mask, in its pixels: across a stroke of width w the mean depth is w / 4. */
    static double width(float[] depth) {
        double sum = 0;
        int count = 0;
        for (float d : depth) {
            if (d > 0) {
                sum += d - 0.5;
                count++;
            }
        }
        return count == 0 ? 0 : Math.max(1, 4 * sum / count);
    }

    /**
     * By how many pixels each side of the strokes must grow (negative: shrink) so that they have a width within the bounds
     * after the grown digit, now of another size, has been fitted to 20 pixels.
     *
     * @param width of the strokes, in pixels
     * @param size  the digit's longer side, in pixels
     */
    static double growth(double width, double size) {
        double share = width / size;
        double wanted = Math.max(THINNEST / MnistCrop.DIGIT, Math.min(THICKEST / MnistCrop.DIGIT, share));
        // (width + 2 g) / (size + 2 g) = wanted
        return Math.max(-MOST_SHRUNK * width, (wanted * size - width) / (2 * (1 - wanted)));
    }
}
