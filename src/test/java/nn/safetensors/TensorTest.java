package nn.safetensors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ReadOnlyBufferException;
import nn.safetensors.Tensor.DType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TensorTest {

    @Test
    void dataIsLittleEndianWhateverTheOrderOfTheBuffer() {
        ByteBuffer big = ByteBuffer.wrap(new byte[] {0, 0, (byte) 0x80, 0x3f}).order(ByteOrder.BIG_ENDIAN);
        assertEquals(1f, new Tensor(DType.F32, new long[0], big).data().getFloat());
        assertEquals(0x3f, Tensor.of(new float[] {1}, 1).data().get(3));
        assertEquals(-2L, Tensor.of(new long[] {-2}, 1).data().asLongBuffer().get());
    }

    @Test
    void onlyTheBytesBetweenPositionAndLimitCount() {
        ByteBuffer buffer = ByteBuffer.wrap(new byte[] {9, 1, 2, 9}).position(1).limit(3);
        assertEquals(Tensor.of(new byte[] {1, 2}, 2), new Tensor(DType.U8, new long[] {2}, buffer));
        assertEquals(1, buffer.position());
    }

    @Test
    void sizeMustFitTheShape() {
        assertThrows(IllegalArgumentException.class, () -> Tensor.of(new float[5], 2, 3));
        assertThrows(IllegalArgumentException.class, () -> Tensor.of(new float[0]));
        assertThrows(IllegalArgumentException.class, () -> Tensor.of(new float[1], -1, -1));
        assertThrows(IllegalArgumentException.class, () -> Tensor.of(new float[0], 1L << 32, 1L << 32, 0));
        assertEquals(6, Tensor.of(new double[6], 2, 3).elements());
        assertEquals(48, Tensor.of(new double[6], 2, 3).byteCount());
    }

    @Test
    void viewsAreReadOnlyAndIndependent() {
        Tensor tensor = Tensor.of(new byte[] {1, 2}, 2);
        tensor.data().get();
        assertEquals(2, tensor.data().remaining());
        assertThrows(ReadOnlyBufferException.class, () -> tensor.data().put((byte) 0));
        tensor.shape()[0] = 7;
        assertArrayEquals(new long[] {2}, tensor.shape());
    }

    @Test
    void finiteMeansNeitherNanNorInfinite() {
        assertTrue(Tensor.of(new float[] {Float.MAX_VALUE, -0f}, 2).isFinite());
        assertFalse(Tensor.of(new float[] {1, Float.NEGATIVE_INFINITY}, 2).isFinite());
        assertFalse(Tensor.of(new double[] {1, Double.NaN}, 2).isFinite());
        assertTrue(Tensor.of(new long[] {-1}, 1).isFinite());
    }

    /** The numbers are tested in chunks of 4096. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4096, 4097, 10_000})
    void whatIsNotFiniteIsFoundWhereverItIs(int length) {
        for (int place : new int[] {0, length / 2, length - 1}) {
            float[] floats = new float[length];
            double[] doubles = new double[length];
            assertTrue(Tensor.of(floats, length).isFinite()
                    && Tensor.of(doubles, length).isFinite());
            floats[place] = Float.NaN;
            doubles[place] = Double.POSITIVE_INFINITY;
            assertFalse(Tensor.of(floats, length).isFinite(), "float " + place);
            assertFalse(Tensor.of(doubles, length).isFinite(), "double " + place);
        }
    }

    @Test
    void equalityIsOfTypeShapeAndBytes() {
        assertEquals(Tensor.of(new float[] {Float.NaN}, 1), Tensor.of(new float[] {Float.NaN}, 1));
        assertNotEquals(Tensor.of(new float[] {0f}, 1), Tensor.of(new float[] {-0f}, 1));
        assertNotEquals(Tensor.of(new float[2], 2, 1), Tensor.of(new float[2], 1, 2));
        assertNotEquals(Tensor.of(new long[1], 1), Tensor.of(new double[1], 1));
        assertEquals(
                Tensor.of(new float[] {1, 2}, 2).hashCode(),
                Tensor.of(new float[] {1, 2}, 2).hashCode());
        assertEquals("F32[2, 3]", Tensor.of(new float[6], 2, 3).toString());
    }
}
