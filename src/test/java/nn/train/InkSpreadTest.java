package nn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.stream.IntStream;
import nn.data.DataSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

class InkSpreadTest {

    /** Image i has ink in {@code spreads[i]} of its columns, each in another row. */
    private static DataSet images(int rows, int columns, int... spreads) {
        byte[] pixels = new byte[spreads.length * rows * columns];
        for (int i = 0; i < spreads.length; i++) {
            for (int column = 0; column < spreads[i]; column++) {
                // From the right border on, and not from the left: nothing depends on where the columns are.
                pixels[(i * rows + column * 7 % rows) * columns + columns - 1 - column] = (byte) (column % 2 == 0 ? 200 : 1);
            }
        }
        return new DataSet(Nd4j.create(pixels, new long[] {spreads.length, rows, columns}, DataType.UINT8),
                new int[spreads.length], 1);
    }

    @ParameterizedTest
    @CsvSource({"28, 28", "28, 30", "1, 13", "9, 11", "5, 64", "13, 8", "3, 300"})
    void examplesAreSortedByHowManyColumnsHaveInk(int rows, int columns) {
        DataSet data = images(rows, columns, 5, 0, columns, 3, 5, 1, columns - 1, 4);
        int[] order = {7, 6, 5, 4, 3, 2, 1, 0};
        InkSpread spread = new InkSpread(data);
        MiniBatch batch = new MiniBatch(order, 0, 8, 1, 0);
        InkSpread.Gauge gauge = spread.new Gauge();
        gauge.look(batch, 0, 3);
        spread.new Gauge().look(batch, 3, 5);
        spread.sort(batch);
        assertArrayEquals(new int[] {1, 5, 3, 7, 4, 0, 6, 2}, order);
        spread.sort(batch);
        assertArrayEquals(new int[] {1, 5, 3, 7, 4, 0, 6, 2}, order);
    }

    @ParameterizedTest
    @CsvSource({"0, 3", "2, 4", "5, 1"})
    void onlyTheMiniBatchIsSorted(int start, int size) {
        DataSet data = images(28, 28, 6, 5, 4, 3, 2, 1);
        int[] order = IntStream.range(0, 6).toArray();
        MiniBatch batch = new MiniBatch(order, start, size, 1, 0);
        InkSpread spread = new InkSpread(data);
        spread.new Gauge().look(batch, 0, size);
        spread.sort(batch);
        int[] expected = IntStream.range(0, 6).map(i -> i < start || i >= start + size ? i : 2 * start + size - 1 - i).toArray();
        assertArrayEquals(expected, order);
    }
}
