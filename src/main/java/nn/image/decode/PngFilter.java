package nn.image.decode;

/** The filters of a PNG's rows (ISO/IEC 15948 section 9): each byte is stored as its difference from its neighbors. */
final class PngFilter {

    private PngFilter() {}

    /**
     * Undoes a row's filter in place.
     *
     * @param above the row above, unfiltered; zeros for the first
     * @param step  bytes of a pixel, at least 1
     * @throws UnreadablePicture if there is no such filter
     */
    static void undo(int filter, byte[] row, byte[] above, int step) throws UnreadablePicture {
        switch (filter) {
            case 0 -> {}
            case 1 -> {
                for (int i = step; i < row.length; i++) {
                    row[i] += row[i - step];
                }
            }
            case 2 -> {
                for (int i = 0; i < row.length; i++) {
                    row[i] += above[i];
                }
            }
            case 3 -> {
                for (int i = 0; i < row.length; i++) {
                    row[i] += (byte) (((i < step ? 0 : row[i - step] & 0xff) + (above[i] & 0xff)) >> 1);
                }
            }
            case 4 -> {
                for (int i = 0; i < row.length; i++) {
                    row[i] +=
                            i < step ? above[i] : paeth(row[i - step] & 0xff, above[i] & 0xff, above[i - step] & 0xff);
                }
            }
            default -> throw new UnreadablePicture("a damaged PNG (unknown row filter)");
        }
    }

    private static byte paeth(int left, int above, int corner) {
        int estimate = left + above - corner;
        int toLeft = Math.abs(estimate - left);
        int toAbove = Math.abs(estimate - above);
        int toCorner = Math.abs(estimate - corner);
        return (byte) (toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner);
    }
}
