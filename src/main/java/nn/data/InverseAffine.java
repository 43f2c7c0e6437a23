package nn.data;

/**
 * Maps a pixel of a deformed image to its source: {@code sourceX = xx * x + xy * y + x0},
 * {@code sourceY = yx * x + yy * y + y0}. Both points are in pixels from the center of the image, x to the right, y down.
 */
record InverseAffine(double xx, double xy, double x0, double yx, double yy, double y0) {

    /**
     * The inverse of: scale, then shear, then rotate, then move.
     *
     * @param rotation degrees, counter-clockwise as displayed
     * @param scaleX   factor of the width
     * @param scaleY   factor of the height
     * @param shear    columns per row; positive leans the top to the right
     * @param moveX    pixels to the right
     * @param moveY    pixels down
     */
    static InverseAffine of(double rotation, double scaleX, double scaleY, double shear, double moveX, double moveY) {
        double sin = Math.sin(Math.toRadians(rotation));
        double cos = Math.cos(Math.toRadians(rotation));
        double xx = (cos + shear * sin) / scaleX;
        double xy = (shear * cos - sin) / scaleX;
        double yx = sin / scaleY;
        double yy = cos / scaleY;
        return new InverseAffine(xx, xy, -xx * moveX - xy * moveY, yx, yy, -yx * moveX - yy * moveY);
    }
}
