package nn.image.prepare;

/**
 * Distances to the nearest pixel of a mask, exact (Felzenszwalb and Huttenlocher 2012, "Distance Transforms of Sampled
 * Functions", section 2).
 */
public final class DistanceTransform {

    private static final float FAR = 1e12f;

    private DistanceTransform() {}

    /** Euclidean distance, in pixels, from each pixel to the nearest one whose mask is {@code target}; very far if none is. */
    public static float[] to(boolean[] mask, boolean target, int width, int height) {
        float[] squared = withinColumns(mask, target, width);
        for (int i = 0; i < squared.length; i++) {
            squared[i] = Math.min(FAR, squared[i] * squared[i]);
        }
        Envelope horizontal = new Envelope(width);
        for (int y = 0; y < height; y++) {
            horizontal.run(squared, y * width);
        }
        for (int i = 0; i < squared.length; i++) {
            squared[i] = (float) Math.sqrt(squared[i]);
        }
        return squared;
    }

    /** Distances to the nearest pixel of the same column; infinite if it has none. */
    private static float[] withinColumns(boolean[] mask, boolean target, int width) {
        float[] distance = new float[mask.length];
        for (int i = 0; i < mask.length; i++) {
            float above = i < width ? Float.POSITIVE_INFINITY : distance[i - width];
            distance[i] = mask[i] == target ? 0 : above + 1;
        }
        for (int i = mask.length - width - 1; i >= 0; i--) {
            distance[i] = Math.min(distance[i], distance[i + width] + 1);
        }
        return distance;
    }

    /** The lower envelope of parabolas along one line. */
    private static final class Envelope {

        private final int length;
        private final int[] vertex;
        private final float[] boundary;
        private final float[] line;

        Envelope(int length) {
            this.length = length;
            this.vertex = new int[length];
            this.boundary = new float[length + 1];
            this.line = new float[length];
        }

        void run(float[] values, int offset) {
            System.arraycopy(values, offset, line, 0, length);
            int k = 0;
            vertex[0] = 0;
            boundary[0] = Float.NEGATIVE_INFINITY;
            boundary[1] = Float.POSITIVE_INFINITY;
            for (int q = 1; q < length; q++) {
                float crossing = crossing(q, vertex[k]);
                while (crossing <= boundary[k]) {
                    k--;
                    crossing = crossing(q, vertex[k]);
                }
                k++;
                vertex[k] = q;
                boundary[k] = crossing;
                boundary[k + 1] = Float.POSITIVE_INFINITY;
            }
            k = 0;
            for (int q = 0; q < length; q++) {
                while (boundary[k + 1] < q) {
                    k++;
                }
                float along = q - vertex[k];
                values[offset + q] = along * along + line[vertex[k]];
            }
        }

        private float crossing(int q, int v) {
            return (float) (((double) line[q] + (double) q * q - line[v] - (double) v * v) / (2.0 * q - 2.0 * v));
        }
    }
}
