package nn.image.prepare;

import nn.image.Plane;

/**
 * Knows a picture that already is what the preparation aims at: 28x28, the digit's longer side 20 pixels, its mass in the
 * center, full contrast (LeCun, Cortes and Burges 1998, "The MNIST database"). It passes unharmed: preparing twice is preparing
 * once.
 */
final class MnistCrop {

    static final int SIDE = 28;
    static final int DIGIT = 20;
    private static final double CENTER = SIDE / 2.0;
    private static final float BLANK = 0.02f;

    private MnistCrop() {}

    /** Whether ink, 0 paper to 1 full, is such a crop. */
    static boolean matches(Plane ink) {
        if (ink.width() != SIDE || ink.height() != SIDE) {
            return false;
        }
        int left = SIDE;
        int top = SIDE;
        int right = 0;
        int bottom = 0;
        float strongest = 0;
        double mass = 0;
        double massX = 0;
        double massY = 0;
        int gray = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                float value = ink.at(x, y);
                strongest = Math.max(strongest, value);
                mass += value;
                massX += value * x;
                massY += value * y;
                if (value > BLANK && value < 0.9f) {
                    gray++;
                }
                if (value > 0) {
                    left = Math.min(left, x);
                    right = Math.max(right, x + 1);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y + 1);
                }
            }
        }
        int longer = Math.max(right - left, bottom - top);
        // The makers shifted by whole pixels.
        return strongest > 0.95f
                && gray > 0
                && Math.abs(longer - DIGIT) <= 1
                && Math.abs(massX / mass - CENTER) <= 0.6
                && Math.abs(massY / mass - CENTER) <= 0.6;
    }
}
