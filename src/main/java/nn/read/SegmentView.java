package nn.read;

import nn.image.Plane;

/**
 * What the segment network sees of a segment: on the left its own ink, on the right all other ink around it, which tells whether a stroke
 * goes on beyond a cut. The height of the line's digits has {@value #HEIGHT} pixels in it.
 */
final class SegmentView {

    static final int ROWS = 24;
    /** Both halves together. */
    static final int COLUMNS = 64;

    private static final int HALF = COLUMNS / 2;
    private static final int HEIGHT = 16;

    private SegmentView() {}

    /**
     * The image, {@code [ROWS * COLUMNS]}, 0 paper to 255 ink.
     *
     * @param height of the line's digits, in pixels of the page
     */
    static byte[] of(Part segment, InkMap map, double height) {
        byte[] view = new byte[ROWS * COLUMNS];
        Plane ink = map.ink();
        double scale = height / HEIGHT;
        int[] columns = edges(segment.centerX() - HALF / 2.0 * scale, scale, HALF);
        int[] rows = edges(segment.centerY() - ROWS / 2.0 * scale, scale, ROWS);
        for (int row = 0; row < ROWS; row++) {
            int bottom = Math.max(rows[row] + 1, rows[row + 1]);
            for (int column = 0; column < HALF; column++) {
                int right = Math.max(columns[column] + 1, columns[column + 1]);
                double own = 0;
                double other = 0;
                for (int y = Math.max(0, rows[row]); y < Math.min(ink.height(), bottom); y++) {
                    for (int x = Math.max(0, columns[column]); x < Math.min(ink.width(), right); x++) {
                        float value = Math.min(1, ink.at(x, y));
                        boolean mine = segment.at(
                                x - segment.box().left(), y - segment.box().top());
                        own += mine ? value : 0;
                        other += mine ? 0 : value;
                    }
                }
                double pixels = (double) (bottom - rows[row]) * (right - columns[column]);
                view[row * COLUMNS + column] = (byte) Math.round(255 * own / pixels);
                view[row * COLUMNS + HALF + column] = (byte) Math.round(255 * other / pixels);
            }
        }
        return view;
    }

    private static int[] edges(double from, double scale, int count) {
        int[] edges = new int[count + 1];
        for (int i = 0; i <= count; i++) {
            edges[i] = (int) Math.floor(from + i * scale);
        }
        return edges;
    }
}
