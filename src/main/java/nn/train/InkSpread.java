package nn.train;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import nn.data.DataSet;

/**
 * How far the ink of each image spreads: the number of its columns that have some. It sorts the examples of mini-batches so that
 * the first ones leave many inputs blank, for {@link nn.model.RowTiers}; ones stand before zeros. An image is looked at once. With
 * more than 254 columns, further ones make no difference.
 */
final class InkSpread {

    /** Eight bytes at once: the compiler does not vectorize a loop over bytes. */
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private final DataSet data;
    /** {@code [examples]}, unsigned: 0 for what was not looked at, else 1 and the columns. */
    private final byte[] known;

    InkSpread(DataSet data) {
        this.data = data;
        known = new byte[data.size()];
    }

    /** One thread's memory for looking at images. */
    final class Gauge {

        private final byte[] image = new byte[data.pixelsPerImage()];
        private final byte[] columns = new byte[data.columns()];
        // So many words of eight bytes cover whole rows of an image.
        private final long[] words = new long[data.columns() / greatestCommonDivisor(data.columns(), Long.BYTES)];
        private final byte[] ofWords = new byte[words.length * Long.BYTES];

        private static int greatestCommonDivisor(int a, int b) {
            return b == 0 ? a : greatestCommonDivisor(b, a % b);
        }

        /** Looks at some of a mini-batch's examples. Several threads may do so at once, each with its own gauge. */
        void look(MiniBatch batch, int from, int count) {
            for (int row = from; row < from + count; row++) {
                int example = batch.example(row);
                if (known[example] == 0) {
                    known[example] = (byte) Math.min(1 + inkedColumns(example), 0xff);
                }
            }
        }

        private int inkedColumns(int example) {
            data.readPixels(example, image);
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
            int inked = 0;
            for (byte column : columns) {
                inked += column == 0 ? 0 : 1;
            }
            return inked;
        }
    }

    /** Sorts a mini-batch's examples, all of which were looked at; those whose ink spreads as far stay in the order they are in. */
    void sort(MiniBatch batch) {
        batch.sort(known);
    }
}
