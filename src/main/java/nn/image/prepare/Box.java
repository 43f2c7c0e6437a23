package nn.image.prepare;

/**
 * An axis-parallel rectangle of pixels, its right and bottom edges excluded.
 *
 * @param left   first column
 * @param top    first row
 * @param right  the column after the last
 * @param bottom the row after the last
 */
public record Box(int left, int top, int right, int bottom) {

    public int width() {
        return right - left;
    }

    public int height() {
        return bottom - top;
    }

    public int longerSide() {
        return Math.max(width(), height());
    }

    public Box union(Box other) {
        return new Box(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }

    /** Whether it reaches the edge of a picture of the given size. */
    public boolean touchesEdge(int pictureWidth, int pictureHeight) {
        return left == 0 || top == 0 || right == pictureWidth || bottom == pictureHeight;
    }

    /** Whether the other lies within, touching no side. */
    public boolean encloses(Box other) {
        return left < other.left && top < other.top && right > other.right && bottom > other.bottom;
    }
}
