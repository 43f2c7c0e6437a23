package nn.read;

/**
 * From the unit square to a quadrilateral on a page, as a camera sees it (Heckbert 1989, "Fundamentals of Texture Mapping and Image
 * Warping", section 2.2.3).
 *
 * @param a [9] the matrix, row by row, applied to (u, v, 1)
 * @param width  the mean length of the upper and the lower side, in pixels
 * @param height of the left and the right side
 */
record Perspective(double[] a, double width, double height) {

    /** @param x, y [4] the corners on the page: top left, top right, bottom right, bottom left */
    static Perspective of(double[] x, double[] y) {
        double dx1 = x[1] - x[2];
        double dx2 = x[3] - x[2];
        double dy1 = y[1] - y[2];
        double dy2 = y[3] - y[2];
        double sx = x[0] - x[1] + x[2] - x[3];
        double sy = y[0] - y[1] + y[2] - y[3];
        double determinant = dx1 * dy2 - dx2 * dy1;
        double g = determinant == 0 ? 0 : (sx * dy2 - dx2 * sy) / determinant;
        double h = determinant == 0 ? 0 : (dx1 * sy - sx * dy1) / determinant;
        double[] a = {
            x[1] - x[0] + g * x[1],
            x[3] - x[0] + h * x[3],
            x[0],
            y[1] - y[0] + g * y[1],
            y[3] - y[0] + h * y[3],
            y[0],
            g,
            h,
            1
        };
        return new Perspective(
                a,
                (Math.hypot(x[1] - x[0], y[1] - y[0]) + Math.hypot(x[2] - x[3], y[2] - y[3])) / 2,
                (Math.hypot(x[3] - x[0], y[3] - y[0]) + Math.hypot(x[2] - x[1], y[2] - y[1])) / 2);
    }

    double x(double u, double v) {
        return (a[0] * u + a[1] * v + a[2]) / (a[6] * u + a[7] * v + a[8]);
    }

    double y(double u, double v) {
        return (a[3] * u + a[4] * v + a[5]) / (a[6] * u + a[7] * v + a[8]);
    }
}
