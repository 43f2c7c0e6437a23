package nn.model;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.bytedeco.javacpp.BytePointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.buffer.DataTypeEx;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * Numbers from 0 to 255 that become a {@link NativeFloatMatrix}; ND4J's native loop converts sixteen at once, the compiler's for a
 * loop over Java bytes one.
 */
final class ByteMatrix {

    private final INDArray array;
    private final BytePointer pointer;
    private final ByteBuffer buffer;
    private final NativeOps operations;

    /** Memory for the bytes of a matrix of this size. */
    ByteMatrix(int rows, int columns) {
        array = Nd4j.create(DataType.UINT8, 1, Math.max(1L, (long) rows * columns));
        pointer = new BytePointer(array.data().addressPointer());
        buffer = pointer.capacity(array.length()).asByteBuffer();
        operations = NativeOpsHolder.getInstance().getDeviceNativeOps();
        // The calling thread does the work; it would otherwise ask for as many more as there are cores.
        operations.setOmpNumThreads(1);
    }

    /**
     * Overwrites the first {@code count} numbers of a matrix of floats by bytes, taken as unsigned.
     *
     * @param to without gaps between its rows
     */
    void convert(byte[] from, int count, NativeFloatMatrix to) {
        Objects.checkFromIndexSize(0, count, array.length());
        to.acrossRowsIndex(0, count);
        buffer.put(0, from, 0, count);
        operations.convertTypes(null, DataTypeEx.UINT8.ordinal(), pointer, count, DataTypeEx.FLOAT.ordinal(), to.pointer());
        Reference.reachabilityFence(array);
        Reference.reachabilityFence(to);
    }
}
