package nn.image.decode;

import java.util.ArrayList;
import java.util.List;

/**
 * A frame that follows the picture of an animated PNG (PNG specification, third edition, section 11.3.6), which every reader of PNG
 * shows.
 *
 * @param data   where its first chunk of data begins, at the length
 * @param width  columns
 * @param height rows
 * @param place  where it lies on the picture
 */
record PngFrame(int data, int width, int height, FramePlace place) {

    private static final int FIRST_CHUNK = 8;

    /** All of them, none where the PNG is not animated, up to where the file ends or makes no sense. */
    static List<PngFrame> all(byte[] png) {
        List<PngFrame> frames = new ArrayList<>();
        long at = FIRST_CHUNK;
        int control = 0;
        boolean animated = false;
        while (at + 12 <= png.length) {
            int chunk = (int) at;
            animated |= ImageFormat.starts(png, chunk + 4, "acTL");
            if (ImageFormat.starts(png, chunk + 4, "fcTL") && number(png, chunk) >= 26) {
                control = chunk + 8;
            } else if (ImageFormat.starts(png, chunk + 4, "IDAT")) {
                if (!animated) {
                    break;
                }
                control = 0;
            } else if (ImageFormat.starts(png, chunk + 4, "fdAT") && control > 0) {
                frames.add(of(png, chunk, control));
                control = 0;
            }
            at += 12 + Integer.toUnsignedLong(number(png, chunk));
        }
        return frames;
    }

    private static PngFrame of(byte[] png, int data, int control) {
        int header = FIRST_CHUNK + 8;
        return new PngFrame(
                data,
                number(png, control + 4),
                number(png, control + 8),
                new FramePlace(
                        number(png, header),
                        number(png, header + 4),
                        number(png, control + 12),
                        number(png, control + 16)));
    }

    private static int number(byte[] png, int at) {
        return png[at] << 24 | (png[at + 1] & 0xff) << 16 | (png[at + 2] & 0xff) << 8 | png[at + 3] & 0xff;
    }
}
