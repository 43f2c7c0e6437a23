package nn.train;

/**
 * A vector in Java arrays of {@link #PIECE} numbers each, for numbers that only Java's loops use, such as an optimizer's velocities. The
 * compiler vectorizes a loop over whole arrays. Numbers in native memory must be copied out and back, and a loop that reads one long array
 * from another index than the other arrays is not vectorized.
 */
public final class PieceVector {

    /** The numbers of a piece; the last piece may have fewer. They take 4 kB, so all pieces of an update fit into the first cache. */
    public static final int PIECE = 1024;

    private final int length;
    private final float[][] pieces;

    /** All zero. */
    public static PieceVector zeros(int length) {
        return new PieceVector(length);
    }

    private PieceVector(int length) {
        this.length = length;
        pieces = new float[(length + PIECE - 1) / PIECE][];
        for (int number = 0; number < pieces.length; number++) {
            pieces[number] = new float[Math.min(PIECE, length - number * PIECE)];
        }
    }

    /** The number of numbers. */
    public int length() {
        return length;
    }

    /** The array with the numbers from {@code number * PIECE} on, not a copy. */
    public float[] piece(int number) {
        return pieces[number];
    }

    /**
     * Copies all numbers.
     *
     * @throws IllegalArgumentException if the array has another length
     */
    public void read(float[] into) {
        requireLength(into.length);
        for (int number = 0; number < pieces.length; number++) {
            System.arraycopy(pieces[number], 0, into, number * PIECE, pieces[number].length);
        }
    }

    /**
     * Overwrites all numbers.
     *
     * @throws IllegalArgumentException if the array has another length
     */
    public void write(float[] from) {
        requireLength(from.length);
        for (int number = 0; number < pieces.length; number++) {
            System.arraycopy(from, number * PIECE, pieces[number], 0, pieces[number].length);
        }
    }

    private void requireLength(int other) {
        if (other != length) {
            throw new IllegalArgumentException("%d numbers, not %d".formatted(length, other));
        }
    }

    /** Whether no number is NaN or infinite. */
    boolean isFinite() {
        for (float[] piece : pieces) {
            for (float value : piece) {
                if (!Float.isFinite(value)) {
                    return false;
                }
            }
        }
        return true;
    }
}
