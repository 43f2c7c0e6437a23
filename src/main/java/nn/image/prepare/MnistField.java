package nn.image.prepare;

import java.util.List;
import nn.image.Plane;

/** The last steps of the preparation alone, for ink that was drawn rather than found. */
public final class MnistField {

    private static final float BLANK = 0.1f;

    private MnistField() {}

    /**
     * The ink, cropped, fitted by area into 20 x 20 pixels, its aspect kept, and centered by mass.
     *
     * @param ink 0 paper to 1 ink
     * @return {@code [28 * 28]}, 0 paper to 255 ink; blank if there is no ink
     */
    public static byte[] fitted(Plane ink) {
        int left = ink.width();
        int top = ink.height();
        int right = 0;
        int bottom = 0;
        for (int i = 0; i < ink.values().length; i++) {
            if (ink.values()[i] > BLANK) {
                left = Math.min(left, i % ink.width());
                right = Math.max(right, i % ink.width() + 1);
                top = Math.min(top, i / ink.width());
                bottom = i / ink.width() + 1;
            }
        }
        if (right == 0) {
            return new byte[MnistCrop.SIDE * MnistCrop.SIDE];
        }
        double shrink = (double) MnistCrop.DIGIT / Math.max(right - left, bottom - top);
        int columns = (int) Math.max(1, Math.round((right - left) * shrink));
        int rows = (int) Math.max(1, Math.round((bottom - top) * shrink));
        Plane digit = Resampling.resize(ink, left, top, right, bottom, columns, rows);
        return PreparedDigit.of(MassCentering.center(digit), true, List.of()).pixels();
    }
}
