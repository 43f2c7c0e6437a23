package nn.train;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * How far the ink of images spreads: to which column from the middle. It sorts the examples of mini-batches so that the first ones
 * leave many inputs blank, for {@link nn.model.RowTiers}. Owns its buffers, so it is not thread-safe; allocates nothing per image.
 */
final class InkSpread {

    /** Eight bytes at once: the compiler does not vectorize a loop over bytes. */
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private static final int MOST = 0xff;

    private final byte[] columns;
    /** As many words of eight bytes as cover whole rows of an image. */
    private final byte[] words;

    /** For images with so many columns. */
    InkSpread(int columns) {
        this.columns = new byte[columns];
        words = new byte[columns / greatestCommonDivisor(columns, Long.BYTES) * Long.BYTES];
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }

    /**
     * That of an image: 1, and the half columns from the middle to the far side of the outermost column with ink, and at most 255; 1
     * if it is blank.
     *
     * @param image {@code [rows * columns]}
     * @return unsigned, never 0
     */
    byte of(byte[] image) {
        findInked(image);
        int spread = 1;
        for (int left = 0, right = columns.length - 1; left <= right; left++, right--) {
            if ((columns[left] | columns[right]) != 0) {
                spread = right - left + 2;
                break;
            }
        }
        return (byte) Math.min(spread, MOST);
    }

    private void findInked(byte[] image) {
        int wholeWords = image.length - image.length % Long.BYTES;
        for (int start = 0; start < words.length; start += Long.BYTES) {
            long ink = 0;
            for (int i = start; i < wholeWords; i += words.length) {
                ink |= (long) EIGHT.get(image, i);
            }
            EIGHT.set(words, start, ink);
        }
        Arrays.fill(columns, (byte) 0);
        for (int row = 0; row < words.length; row += columns.length) {
            for (int column = 0; column < columns.length; column++) {
                columns[column] |= words[row + column];
            }
        }
        for (int i = wholeWords; i < image.length; i++) {
            columns[i % columns.length] |= image[i];
        }
    }
}
