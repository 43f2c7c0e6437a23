package nn.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nn.json.DefaultsTo;

/**
 * How the files of a data set hold their images, where that differs from MNIST's. {@link DataSet#converted} makes them alike.
 *
 * @param darkInk whether ink is 0 and paper the largest value
 * @param transposed whether the pixels are stored column after column
 * @param largestPixel the pixel value that becomes 255
 */
public record ImageForm(
        @DefaultsTo("false") boolean darkInk,
        @DefaultsTo("false") boolean transposed,
        @DefaultsTo("255") int largestPixel) {

    /** MNIST's. */
    public static final ImageForm MNIST = new ImageForm(false, false, 255);

    /** Values below this many are few for gray levels, so the largest one must be full ink. */
    private static final int FEW_LEVELS = 64;

    /** A share by which images must be wider than tall to look transposed: writing is taller than wide. */
    private static final double WIDER = 1.1;

    private static final int EXAMPLES = 2000;

    /** @throws IllegalArgumentException if the largest pixel is not from 1 to 255 */
    public ImageForm {
        if (largestPixel < 1 || largestPixel > 255) {
            throw new IllegalArgumentException("the largest pixel is " + largestPixel + ", not from 1 to 255");
        }
    }

    /** What the first images of a data set look like. Whether ink is dark is told by the border, which is paper. */
    public static ImageForm of(DataSet data) {
        byte[] image = new byte[data.pixelsPerImage()];
        int largest = 0;
        long border = 0;
        long borderPixels = 0;
        int examples = Math.min(EXAMPLES, data.size());
        for (int example = 0; example < examples; example++) {
            data.readPixels(example, image);
            for (int i = 0; i < image.length; i++) {
                int value = image[i] & 0xff;
                largest = Math.max(largest, value);
                if (isBorder(i, data)) {
                    border += value;
                    borderPixels++;
                }
            }
        }
        int full = largest > 0 && largest < FEW_LEVELS ? largest : 255;
        boolean dark = border > 0.5 * full * borderPixels;
        return new ImageForm(dark, looksTransposed(data, examples, dark, full), full);
    }

    private static boolean isBorder(int pixel, DataSet data) {
        int row = pixel / data.columns();
        int column = pixel % data.columns();
        return row == 0 || column == 0 || row == data.rows() - 1 || column == data.columns() - 1;
    }

    /** Whether the ink of square images is wider than tall, on average. */
    private static boolean looksTransposed(DataSet data, int examples, boolean dark, int full) {
        byte[] image = new byte[data.pixelsPerImage()];
        long width = 0;
        long height = 0;
        for (int example = 0; example < examples; example++) {
            data.readPixels(example, image);
            int top = data.rows();
            int bottom = -1;
            int left = data.columns();
            int right = -1;
            for (int i = 0; i < image.length; i++) {
                int value = image[i] & 0xff;
                if (2 * (dark ? full - value : value) > full) {
                    top = Math.min(top, i / data.columns());
                    bottom = i / data.columns();
                    left = Math.min(left, i % data.columns());
                    right = Math.max(right, i % data.columns());
                }
            }
            if (bottom >= 0) {
                width += right - left + 1;
                height += bottom - top + 1;
            }
        }
        return data.rows() == data.columns() && width > WIDER * height;
    }

    /** What looks unlike this form in data that are read in it, and the flags that help. */
    public Optional<String> doubts(ImageForm looks) {
        List<String> doubts = new ArrayList<>();
        if (looks.darkInk != darkInk) {
            doubts.add(
                    looks.darkInk
                            ? "the images look like dark ink on light paper; if they are: --data-ink dark"
                            : "the images look like light ink on dark paper; if they are: --data-ink light");
        }
        if (looks.transposed && !transposed) {
            doubts.add(
                    "the images are wider than tall, as if rows and columns were exchanged; if they are: --transpose");
        }
        return doubts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", doubts));
    }

    /** Each pixel value as MNIST would have it, {@code [256]}, 0 paper to 255 ink. */
    byte[] gray() {
        byte[] gray = new byte[256];
        for (int i = 0; i < gray.length; i++) {
            int value = Math.min(i, largestPixel);
            int ink = darkInk ? largestPixel - value : value;
            gray[i] = (byte) ((255 * ink + largestPixel / 2) / largestPixel);
        }
        return gray;
    }
}
