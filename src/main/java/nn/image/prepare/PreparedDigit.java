package nn.image.prepare;

import java.util.List;

/**
 * A digit as MNIST's makers would have prepared it, ready for a network.
 *
 * @param pixels   [rows * columns], 0 paper to 255 ink
 * @param rows     28
 * @param columns  28
 * @param hasInk   whether there is any ink; without it the pixels are blank and no digit should be read from them
 * @param warnings what is doubtful about the picture, one line each
 */
public record PreparedDigit(byte[] pixels, int rows, int columns, boolean hasInk, List<String> warnings) {

    /** The warning of a picture that shows more than one digit. */
    public static final String SEVERAL_DIGITS = "several digits; only the main one is read, nn read reads all";
    /** The warning of a digit that may be cut off. */
    public static final String TOUCHES_EDGE = "the digit touches the edge of the picture";

    public PreparedDigit {
        if (rows < 1 || columns < 1 || pixels.length != rows * columns) {
            throw new IllegalArgumentException(rows + "x" + columns + " pixels are not " + pixels.length);
        }
        warnings = List.copyOf(warnings);
    }

    /** Blank paper: what is left of a picture without ink. */
    public static PreparedDigit blank(List<String> warnings) {
        return of(new float[MnistCrop.SIDE * MnistCrop.SIDE], false, warnings);
    }

    static PreparedDigit of(float[] field, boolean hasInk, List<String> warnings) {
        byte[] pixels = new byte[field.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.round(255 * Math.min(1, Math.max(0, field[i])));
        }
        return new PreparedDigit(pixels, MnistCrop.SIDE, MnistCrop.SIDE, hasInk, warnings);
    }
}
