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
    // So many words of eight bytes cover whole rows of an image.
    private final long[] words;
    private final byte[] ofWords;

    /** For images with so many columns. */
    InkSpread(int columns) {
        this.columns = new byte[columns];
        words = new long[columns / greatestCommonDivisor(columns, Long.BYTES)];
        ofWords = new byte[words.length * Long.BYTES];
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
        Arrays.fill(words, 0);
        int wholeWords = image.length / Long.BYTES;
        for (int i = 0, word = 0; i < wholeWords; i++, word = word + 1 == words.length ? 0 : word + 1) {
            words[word] |= (long) EIGHT.get(image, i * Long.BYTES);
        }
        for (int word = 0; word < words.length; word++) {
            EIGHT.set(ofWords, word * Long.BYTES, words[word]);
        }
        Arrays.fill(columns, (byte) 0);
        for (int i = 0, column = 0; i < ofWords.length; i++, column = column + 1 == columns.length ? 0 : column + 1) {
            columns[column] |= ofWords[i];
        }
        for (int i = wholeWords * Long.BYTES; i < image.length; i++) {
            columns[i % columns.length] |= image[i];
        }
    }
}
