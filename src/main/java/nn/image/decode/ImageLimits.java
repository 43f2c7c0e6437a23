package nn.image.decode;

import java.io.EOFException;

/** How large a picture may be, checked from the header before anything is decoded or allocated. */
final class ImageLimits {

    /** 100 MB, of a file or of what comes on the standard input. */
    static final int BYTES = 100_000_000;

    /** 100 megapixels: twice what the largest phone cameras store by default. */
    static final long PIXELS = 100_000_000;

    /** The longest side that a JPEG can have; a row of a PNG is held in memory as a whole. */
    static final int SIDE = 65_535;

    /** 160 MB of samples, for decoders that unpack a whole picture before it can be shrunk; some need twice as much. */
    private static final long DECODED_BYTES = 160_000_000;

    /** The longest string of LZW with codes of 12 bits, 4,096 pixels in 1.5 bytes; run lengths pack less. */
    private static final long PIXELS_PER_BYTE = 2731;

    private ImageLimits() {}

    /**
     * @throws UnreadablePicture when a side is not positive or too long, or the picture has too many pixels
     */
    static void check(int width, int height) throws UnreadablePicture {
        if (width <= 0 || height <= 0) {
            throw new UnreadablePicture("damaged (its header says " + width + "x" + height + " pixels)");
        }
        if ((long) width * height > PIXELS || Math.max(width, height) > SIDE) {
            throw new UnreadablePicture(
                    "too large (" + width + "x" + height + " pixels; at most 100 megapixels are read)");
        }
    }

    /**
     * @param bitsPerPixel what a decoder holds of each pixel
     * @throws UnreadablePicture when all of them need too much memory
     */
    static void checkDecoded(int width, int height, int bitsPerPixel) throws UnreadablePicture {
        if ((long) width * height * bitsPerPixel / 8 > DECODED_BYTES) {
            throw new UnreadablePicture("too large (" + width + "x" + height + " pixels of " + bitsPerPixel
                    + " bits; at most 160 MB are unpacked)");
        }
    }

    /**
     * @param bytes of the file
     * @throws EOFException when a GIF or a BMP of these cannot have so many pixels
     */
    static void checkPacked(int width, int height, int bytes) throws EOFException {
        if ((long) width * height > bytes * PIXELS_PER_BYTE) {
            throw new EOFException("cut short");
        }
    }
}
