package nn.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class DataSetTest {

    /** Pixels 0 to 17 in three images of two rows and three columns, labels 2, 0, 1. */
    private static DataSet small() {
        return new DataSet(Nd4j.arange(0, 18).castTo(DataType.UINT8).reshape(3, 2, 3), new int[] {2, 0, 1}, 3);
    }

    @Test
    void pixelsComeRowAfterRow() {
        byte[] image = new byte[6];
        small().readPixels(1, image);
        assertArrayEquals(new byte[] {6, 7, 8, 9, 10, 11}, image);
    }

    @Test
    void rangeSharesPixelsAndLabels() {
        DataSet last = small().range(1, 3).range(1, 2);
        byte[] image = new byte[6];
        last.readPixels(0, image);
        assertEquals(1, last.size());
        assertEquals(1, last.label(0));
        assertArrayEquals(new byte[] {12, 13, 14, 15, 16, 17}, image);
    }

    @Test
    void nothingOutsideOfARangeCanBeRead() {
        DataSet first = small().range(0, 1);
        assertThrows(IndexOutOfBoundsException.class, () -> first.label(1));
        assertThrows(IndexOutOfBoundsException.class, () -> first.readPixels(1, new byte[6]));
        assertThrows(IndexOutOfBoundsException.class, () -> first.range(0, 2));
    }

    @Test
    void selectedExamplesComeInTheirOrder() {
        DataSet selected = small().range(1, 3).select(new int[] {1, 0, 1}).select(new int[] {2, 1});
        byte[] image = new byte[6];
        selected.readPixels(1, image);
        assertEquals(2, selected.size());
        assertArrayEquals(new int[] {1, 0}, new int[] {selected.label(0), selected.label(1)});
        assertArrayEquals(new byte[] {6, 7, 8, 9, 10, 11}, image);
        assertThrows(IndexOutOfBoundsException.class, () -> selected.select(new int[] {2}));
    }

    @Test
    void partsThatDoNotFitAreRefused() {
        INDArray pixels = Nd4j.create(DataType.UINT8, 3, 2, 3);
        assertThrows(IllegalArgumentException.class, () -> new DataSet(pixels, new int[2], 3));
        assertThrows(IndexOutOfBoundsException.class, () -> new DataSet(pixels, new int[] {0, 1, 3}, 3));
        assertThrows(IllegalArgumentException.class, () -> new DataSet(pixels.castTo(DataType.FLOAT), new int[3], 3));
        Exception e = assertThrows(IllegalArgumentException.class, () -> small().readPixels(0, new byte[5]));
        assertEquals("an image has 6 pixels, not 5", e.getMessage());
    }

    @Test
    void viewsAndArraysInAnotherOrderAreCopiedAsTheyRead() {
        INDArray wide = Nd4j.arange(0, 36).castTo(DataType.UINT8).reshape(3, 2, 6);
        INDArray right = wide.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(3, 6));
        byte[] image = new byte[6];
        for (INDArray array : new INDArray[] {right, right.dup('f'), right.dup('c')}) {
            new DataSet(array, new int[3], 1).readPixels(1, image);
            assertArrayEquals(new byte[] {15, 16, 17, 21, 22, 23}, image, "order " + array.ordering());
        }
    }

    /** The data set must keep the array alive, because a buffer alone does not keep its memory. */
    @Test
    void pixelsSurviveTheCollectorWithoutTheirArray() throws InterruptedException {
        DataSet[] sets = new DataSet[20];
        for (int i = 0; i < sets.length; i++) {
            sets[i] = new DataSet(Nd4j.create(DataType.UINT8, 100, 100, 100).addi(i + 1), new int[100], 1);
        }
        for (int round = 0; round < 5; round++) {
            System.gc();
            Thread.sleep(20);
            Nd4j.create(DataType.UINT8, 100, 100, 100).addi(99);
        }
        byte[] image = new byte[10_000];
        for (int i = 0; i < sets.length; i++) {
            sets[i].readPixels(99, image);
            assertEquals(i + 1, image[9_999]);
        }
    }
}
