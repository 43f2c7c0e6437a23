package nn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MiniBatchTest {

    @Test
    void examplesAreSortedByUnsignedKeysAndStayInOrderOtherwise() {
        int[] order = {10, 11, 12, 13, 14, 15, 16, 17};
        int[] before = new int[8];
        new MiniBatch(order, 0, 8, 1, 0).sort(new byte[] {5, 0, (byte) 200, 3, 5, 1, 127, 3}, before);
        assertArrayEquals(new int[] {11, 15, 13, 17, 10, 14, 16, 12}, order);
        assertArrayEquals(new int[] {1, 5, 3, 7, 0, 4, 6, 2}, before);
    }

    @Test
    void onlyTheMiniBatchIsSorted() {
        int[] order = {6, 5, 4, 3, 2, 1};
        int[] before = new int[6];
        Arrays.fill(before, -1);
        new MiniBatch(order, 2, 3, 1, 0).sort(new byte[] {9, 8, 7, 0, 0, 0}, before);
        assertArrayEquals(new int[] {6, 5, 2, 3, 4, 1}, order);
        assertArrayEquals(new int[] {2, 1, 0, -1, -1, -1}, before);
    }
}
