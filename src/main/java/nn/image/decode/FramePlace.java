package nn.image.decode;

/**
 * Where a frame lies on the canvas of its animation.
 *
 * @param canvasWidth  columns
 * @param canvasHeight rows
 * @param left         the frame's first column on the canvas
 * @param top          its first row
 */
record FramePlace(int canvasWidth, int canvasHeight, int left, int top) {

    /** @throws UnreadablePicture when the canvas is too large, or the frame begins outside of it */
    PictureBuilder builder(int longestSide) throws UnreadablePicture {
        if (left < 0 || top < 0) {
            throw new UnreadablePicture("damaged (a frame begins outside of its picture)");
        }
        ImageLimits.check(canvasWidth, canvasHeight);
        return new PictureBuilder(canvasWidth, canvasHeight, longestSide, 1, left, top);
    }
}
