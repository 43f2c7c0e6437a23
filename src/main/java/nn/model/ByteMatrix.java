package nn.model;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
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
    private final NativeFloatMatrix floats;
    private final BytePointer pointer;
    private final Pointer target;
    private final ByteBuffer buffer;
    private final NativeOps operations;

    /**
     * Memory for the bytes.
     *
     * @param floats what they become; all of an array
     * @throws IllegalArgumentException if it is a part of an array, or has gaps between its rows
     */
    ByteMatrix(NativeFloatMatrix floats) {
        if (floats.offset() != 0 || floats.stride() != floats.columns()) {
            throw new IllegalArgumentException("bytes become a matrix without gaps that starts where its array does");
        }
        this.floats = floats;
        array = Nd4j.create(DataType.UINT8, 1, Math.max(1L, (long) floats.rows() * floats.columns()));
        pointer = new BytePointer(array.data().addressPointer());
        buffer = pointer.capacity(array.length()).asByteBuffer();
        target = floats.array().data().addressPointer();
        operations = NativeOpsHolder.getInstance().getDeviceNativeOps();
        // The calling thread does the work; it would otherwise ask for as many more as there are cores.
        operations.setOmpNumThreads(1);
    }

    /** Overwrites the first {@code count} numbers of the matrix of floats by bytes, taken as unsigned. */
    void convert(byte[] from, int count) {
        Objects.checkFromIndexSize(0, count, array.length());
        buffer.put(0, from, 0, count);
        operations.convertTypes(null, DataTypeEx.UINT8.ordinal(), pointer, count,
                DataTypeEx.FLOAT.ordinal(), target);
        Reference.reachabilityFence(array);
        Reference.reachabilityFence(floats);
    }
}
