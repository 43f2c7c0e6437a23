package nn.detect;

import java.util.SplittableRandom;

/** Random values that neighbors share. */
final class Noise {

    private Noise() {}

    /**
     * Values with mean 0 and standard deviation 1, {@code [height * width]}.
     *
     * @param radius how far neighbors are averaged, in pixels; 0 for independent values
     */
    static float[] smooth(int width, int height, int radius, SplittableRandom random) {
        float[] values = new float[width * height];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt() * 0x1p-31f;
        }
        for (int round = 0; radius > 0 && round < 2; round++) {
            values = averaged(values, width, height, radius, 1, width);
            values = averaged(values, width, height, radius, width, height);
        }
        double square = 0;
        for (float value : values) {
            square += value * value;
        }
        float scale = (float) (1 / Math.sqrt(square / values.length + 1e-12));
        for (int i = 0; i < values.length; i++) {
            values[i] *= scale;
        }
        return values;
    }

    /** Means over runs of values a step apart, {@code count} of them in a row of the plane; at its ends over what there is. */
    private static float[] averaged(float[] values, int width, int height, int radius, int step, int count) {
        float[] means = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            int place = step == 1 ? i % width : i / width;
            int from = Math.max(-radius, -place);
            int to = Math.min(radius, count - 1 - place);
            float sum = 0;
            for (int k = from; k <= to; k++) {
                sum += values[i + k * step];
            }
            means[i] = sum / (to - from + 1);
        }
        return means;
    }
}
