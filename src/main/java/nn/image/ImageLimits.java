package nn.image;

/** How large a picture may be, checked from the header before anything is decoded or allocated. */
final class ImageLimits {

    /** 100 MB, of a file or of what comes on the standard input. */
    static final int BYTES = 100_000_000;

    /** 100 megapixels: twice what the largest phone cameras store by default. */
    static final long PIXELS = 100_000_000;

    private ImageLimits() {
    }

    /**
     * @throws UnreadablePicture when a side is not positive or the picture has too many pixels
     */
    static void check(int width, int height) throws UnreadablePicture {
        if (width <= 0 || height <= 0) {
            throw new UnreadablePicture("damaged (its header says " + width + "x" + height + " pixels)");
        }
        if ((long) width * height > PIXELS) {
            throw new UnreadablePicture("too large (" + width + "x" + height + " pixels; at most 100 megapixels are read)");
        }
    }
}
