package nn.image.prepare;

import nn.image.Plane;

/**
 * Which values of an ink plane are ink: found once for the picture.
 *
 * @param paper     what the closing leaves on blank paper, to be subtracted
 * @param threshold from this value on, after subtracting, a pixel is ink
 */
record InkLevel(float paper, float threshold) {

    /** Fainter than this is no ink. */
    private static final float FAINTEST = 0.05f;

    private static final int BINS = 256;

    /**
     * Noise is measured on the paper (most pixels are), by the median absolute deviation. Among what stands out of
     * it by four deviations, Otsu's threshold (1979) parts ink from fainter things like ruled lines and paper grain.
     */
    static InkLevel of(Plane ink) {
        float paper = ink.quantile(0.5);
        float[] deviation = new float[ink.values().length];
        for (int i = 0; i < deviation.length; i++) {
            deviation[i] = Math.abs(ink.values()[i] - paper);
        }
        float noise = 1.4826f * Plane.quantile(deviation, deviation.length, 0.5);
        float floor = Math.max(FAINTEST, 4 * noise);
        int[] histogram = new int[BINS];
        int count = 0;
        for (float value : ink.values()) {
            if (value - paper > floor) {
                histogram[Math.min(BINS - 1, (int) ((value - paper) * BINS))]++;
                count++;
            }
        }
        if (count == 0) {
            return new InkLevel(paper, 1);
        }
        float threshold = Math.max(floor, otsu(histogram, count));
        double sum = 0;
        int above = 0;
        for (float value : ink.values()) {
            if (value - paper >= threshold) {
                sum += value - paper;
                above++;
            }
        }
        float strength = above == 0 ? threshold : (float) (sum / above);
        return new InkLevel(paper, Math.max(floor, Math.min(threshold, 0.6f * strength)));
    }

    /** With another threshold, as a multiple of this one. */
    InkLevel times(float factor) {
        return new InkLevel(paper, threshold * factor);
    }

    private static float otsu(int[] histogram, int count) {
        double total = 0;
        for (int b = 0; b < BINS; b++) {
            total += (b + 0.5) * histogram[b];
        }
        double below = 0;
        double sumBelow = 0;
        double best = -1;
        int bestBin = 0;
        for (int b = 0; b < BINS - 1; b++) {
            below += histogram[b];
            sumBelow += (b + 0.5) * histogram[b];
            double above = count - below;
            if (below == 0 || above == 0) {
                continue;
            }
            double difference = sumBelow / below - (total - sumBelow) / above;
            double between = below * above * difference * difference;
            if (between > best) {
                best = between;
                bestBin = b + 1;
            }
        }
        return (float) bestBin / BINS;
    }
}
