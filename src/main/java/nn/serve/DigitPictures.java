package nn.serve;

import java.util.Base64;
import nn.image.ColorPng;
import nn.image.GrayPng;
import nn.image.prepare.PreparedDigit;

/** Pictures of a digit as data in a page. */
final class DigitPictures {

    /** Ink here speaks for the answer, or against it: the blue and the orange of reports. */
    private static final int[] FOR = {0, 103, 165};

    private static final int[] AGAINST = {194, 79, 0};

    /** How much of the paper's light the digit takes away in the map. */
    private static final double SHADE = 0.5;

    private DigitPictures() {}

    /** What the network sees, dark on light. */
    static String seen(PreparedDigit digit) {
        byte[] light = digit.pixels().clone();
        for (int i = 0; i < light.length; i++) {
            light[i] = (byte) ~light[i];
        }
        return data(GrayPng.encode(light, digit.rows(), digit.columns()));
    }

    /** The gradient of the answer by the pixels in colors, over the digit in gray. Each map has its own scale, by square roots. */
    static String map(PreparedDigit digit, double[] gradient) {
        double most = Double.MIN_NORMAL;
        for (double slope : gradient) {
            most = Math.max(most, Math.abs(slope));
        }
        byte[] samples = new byte[3 * gradient.length];
        for (int i = 0; i < gradient.length; i++) {
            double strength = Math.sqrt(Math.abs(gradient[i]) / most);
            double light = 1 - SHADE * (digit.pixels()[i] & 0xff) / 255;
            for (int channel = 0; channel < 3; channel++) {
                int hue = (gradient[i] > 0 ? FOR : AGAINST)[channel];
                samples[3 * i + channel] = (byte) Math.round(light * (255 + strength * (hue - 255)));
            }
        }
        return data(ColorPng.encode(samples, digit.rows(), digit.columns()));
    }

    private static String data(byte[] png) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }
}
