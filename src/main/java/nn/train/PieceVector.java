package nn.train;

/**
 * As many numbers as there are parameters, in Java arrays of {@link #PIECE} each: what only Java's loops read and write, such as an
 * optimizer's velocities. The compiler vectorizes a loop over these in place, while numbers in native memory are copied out and
 * back, and a loop over one array from a position of its own it does not vectorize.
 */
public final class PieceVector {

    /** The numbers of a piece but the last, which may have fewer: 4 kB, so that a rule's pieces all fit into the first cache. */
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

    /** How many numbers there are. */
    public int length() {
        return length;
    }

    /** The numbers from {@code number} times {@link #PIECE} on, themselves. */
    public float[] piece(int number) {
        return pieces[number];
    }

    /**
     * Copies all numbers.
     *
     * @throws IllegalArgumentException if there is not room for exactly these
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
     * @throws IllegalArgumentException if they are not as many
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
