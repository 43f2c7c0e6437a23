package nn.image.prepare;

import nn.image.Plane;

/** Puts a digit into the 28x28 field so that its center of mass is where MNIST's makers put it. */
final class MassCentering {

    /** MNIST's digits have their mass around pixel 14 of 0 to 27, whose middle is here; not around the field's middle. */
    private static final double CENTER = 14.5;

    private MassCentering() {}

    /** The field, [28 * 28], with the digit of at most 20x20 shifted by whole pixels; what would leave the field is kept in. */
    static float[] center(Plane digit) {
        double mass = 0;
        double massX = 0;
        double massY = 0;
        for (int y = 0; y < digit.height(); y++) {
            for (int x = 0; x < digit.width(); x++) {
                mass += digit.at(x, y);
                massX += digit.at(x, y) * (x + 0.5);
                massY += digit.at(x, y) * (y + 0.5);
            }
        }
        int left = offset(massX / mass, digit.width());
        int top = offset(massY / mass, digit.height());
        float[] field = new float[MnistCrop.SIDE * MnistCrop.SIDE];
        for (int y = 0; y < digit.height(); y++) {
            System.arraycopy(
                    digit.values(), y * digit.width(), field, (top + y) * MnistCrop.SIDE + left, digit.width());
        }
        return field;
    }

    private static int offset(double center, int size) {
        int offset = (int) Math.round(CENTER - center);
        return Math.max(0, Math.min(MnistCrop.SIDE - size, offset));
    }
}
