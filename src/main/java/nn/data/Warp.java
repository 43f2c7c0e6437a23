package nn.data;

import java.util.Arrays;

/**
 * Moves the pixels of an image. An inverse affine map and a displacement field give the source of each target pixel, which
 * becomes the bilinear mean of the four pixels there. Outside the image is paper. Owns its buffers, so it is not thread-safe.
 *
 * <p>Coordinates are integers with 16 fractional bits, and the work is done in several plain loops over all pixels. The JIT
 * compiler of JDK 17 vectorizes a loop only if it has no branch, no Math.min or Math.max, and reads all arrays at the same
 * index. Hence the masks, and the copies of neighbors and of parts of a field.
 */
final class Warp {

    /** Larger images would overflow the coordinates. */
    private static final int MAX_SIDE = 4096;

    private static final int ONE = 1 << 16;

    private final int rows;
    private final int columns;

    /** Twice the distance from the center, so that it is an integer: {@code [rows * columns]}. */
    private final int[] doubleX;

    private final int[] doubleY;

    /** The source of each target pixel in the padded image, and the value there: {@code [rows * columns]}. */
    private final int[] sourceX;

    private final int[] sourceY;
    private final int[] gathered;

    /** Each pixel of the padded image, packed with its right, lower and lower right neighbors, from the low byte up. */
    private final int[] corners;

    private final int[] shifted;

    /** @throws IllegalArgumentException if a side is not in 1 to 4096 */
    Warp(int rows, int columns) {
        if (rows < 1 || rows > MAX_SIDE || columns < 1 || columns > MAX_SIDE) {
            throw new IllegalArgumentException("images can be deformed from 1 x 1 to " + MAX_SIDE + " x " + MAX_SIDE
                    + " pixels, not " + rows + " x " + columns);
        }
        this.rows = rows;
        this.columns = columns;
        int size = rows * columns;
        doubleX = new int[size];
        doubleY = new int[size];
        Arrays.setAll(doubleX, i -> 2 * (i % columns) - (columns - 1));
        Arrays.setAll(doubleY, i -> 2 * (i / columns) - (rows - 1));
        sourceX = new int[size];
        sourceY = new int[size];
        gathered = new int[size];
        corners = new int[(rows + 2) * (columns + 2)];
        shifted = new int[corners.length];
    }

    /**
     * Deforms one image.
     *
     * @param fieldX  random bits that choose the displacements to the right and their sign
     * @param fieldY  the same for the displacements down
     * @param elastic standard deviation of the displacements, in pixels
     * @param ink     the darkness of full ink in the result, at most 1
     * @param into    {@code [rows * columns]}, overwritten, 0 paper to 255 ink
     */
    void apply(
            PaddedImage image,
            InverseAffine map,
            ElasticField field,
            long fieldX,
            long fieldY,
            double elastic,
            double ink,
            byte[] into) {
        pack(image.values(), image.stride());
        int amplitude = fixed(elastic);
        locate(
                sourceX,
                fixed(map.xx() / 2),
                fixed(map.xy() / 2),
                fixed(map.x0() + (columns + 1) / 2.0),
                (columns + 1) * ONE,
                field.values(),
                field.start(fieldX),
                (fieldX & 1) == 0 ? amplitude : -amplitude);
        locate(
                sourceY,
                fixed(map.yx() / 2),
                fixed(map.yy() / 2),
                fixed(map.y0() + (rows + 1) / 2.0),
                (rows + 1) * ONE,
                field.values(),
                field.start(fieldY),
                (fieldY & 1) == 0 ? amplitude : -amplitude);
        gather(image.stride());
        interpolate((int) Math.rint(ink * 256));
        for (int i = 0; i < gathered.length; i++) {
            into[i] = (byte) gathered[i];
        }
    }

    private static int fixed(double value) {
        return (int) Math.rint(value * ONE);
    }

    private void pack(int[] values, int stride) {
        int[] corners = this.corners;
        int[] shifted = this.shifted;
        System.arraycopy(values, 1, shifted, 0, values.length - 1);
        for (int i = 0; i < corners.length; i++) {
            corners[i] = values[i] | shifted[i] << 8;
        }
        System.arraycopy(corners, stride, shifted, 0, corners.length - stride);
        for (int i = 0; i < corners.length; i++) {
            corners[i] |= shifted[i] << 16;
        }
    }

    /** One coordinate of each target pixel's source, limited to 0 and {@code max}, which are paper. */
    private void locate(int[] source, int perX, int perY, int center, int max, int[] field, int start, int amplitude) {
        System.arraycopy(field, start, source, 0, source.length);
        int[] doubleX = this.doubleX;
        int[] doubleY = this.doubleY;
        for (int i = 0; i < source.length; i++) {
            int at = doubleX[i] * perX
                    + doubleY[i] * perY
                    + center
                    + (source[i] * amplitude >> ElasticField.FRACTION_BITS);
            at &= ~(at >> 31);
            int beyond = at - max;
            source[i] = at - (beyond & ~(beyond >> 31));
        }
    }

    private void gather(int stride) {
        int[] sourceX = this.sourceX;
        int[] sourceY = this.sourceY;
        int[] gathered = this.gathered;
        for (int i = 0; i < gathered.length; i++) {
            gathered[i] = (sourceY[i] >> 16) * stride + (sourceX[i] >> 16);
        }
        int[] corners = this.corners;
        for (int i = 0; i < gathered.length; i++) {
            gathered[i] = corners[gathered[i]];
        }
    }

    /** Replaces the gathered corners by their bilinear mean times {@code parts / 256}, rounded. */
    private void interpolate(int parts) {
        int[] sourceX = this.sourceX;
        int[] sourceY = this.sourceY;
        int[] gathered = this.gathered;
        for (int i = 0; i < gathered.length; i++) {
            int four = gathered[i];
            int right = sourceX[i] >> 8 & 0xff;
            int down = sourceY[i] >> 8 & 0xff;
            int upperLeft = four & 0xff;
            int upper = (upperLeft << 8) + ((four >> 8 & 0xff) - upperLeft) * right;
            int lowerLeft = four >> 16 & 0xff;
            int lower = (lowerLeft << 8) + ((four >>> 24) - lowerLeft) * right;
            gathered[i] = (upper + ((lower - upper) * down >> 8)) * parts + ONE / 2 >> 16;
        }
    }
}
