package nn.model;

import java.lang.ref.Reference;
import java.nio.IntBuffer;
import nn.NnException;
import nn.NnException.Kind;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A {@link FloatMatrix} in the memory of an ND4J array. A field holds the array, as a pointer or buffer alone does not keep native memory
 * alive.
 */
final class NativeFloatMatrix extends FloatMatrix {

    private final INDArray array;
    private final FloatPointer pointer;
    private final IntBuffer bits;
    private int[] bitScratch;
    private int[] otherBitScratch;

    NativeFloatMatrix(INDArray array, int offset, int rows, int columns, int stride) {
        super(start(array).asBuffer(), offset, rows, columns, stride);
        this.array = array;
        bits = new IntPointer(start(array)).capacity(array.length()).asBuffer();
        // A new pointer at position 0: JavaCPP counts positions in bytes for a routine that takes any Pointer.
        pointer = start(array).getPointer(offset);
    }

    private static FloatPointer start(INDArray array) {
        return new FloatPointer(array.data().addressPointer()).capacity(array.length());
    }

    @Override
    Matrix view(int newOffset, int newRows, int newColumns, int newStride) {
        return new NativeFloatMatrix(array, newOffset, newRows, newColumns, newStride);
    }

    @Override
    public Storage storage() {
        return Storage.NATIVE_FLOAT;
    }

    /** Points to the first number. Valid only while this matrix is reachable. */
    FloatPointer pointer() {
        return pointer;
    }

    @Override
    void gemm(Matrix left, boolean transposeLeft, Matrix right, boolean transposeRight, int m, int n, int k) {
        int status = dnnl.dnnl_sgemm(
                transposition(transposeLeft),
                transposition(transposeRight),
                m,
                n,
                k,
                1,
                ((NativeFloatMatrix) left).pointer,
                left.stride(),
                ((NativeFloatMatrix) right).pointer,
                right.stride(),
                0,
                pointer,
                stride());
        Reference.reachabilityFence(this);
        Reference.reachabilityFence(left);
        Reference.reachabilityFence(right);
        requireSuccess(status, m, n, k);
    }

    /** oneDNN needs memory to copy some operands, and to compile its kernels at the first product. */
    private static void requireSuccess(int status, int m, int n, int k) {
        if (status == dnnl.dnnl_out_of_memory || status == dnnl.dnnl_runtime_error) {
            throw new NnException(
                    Kind.ENVIRONMENT,
                    ("not enough memory outside the Java heap to multiply [%d, %d] by [%d, %d] "
                                    + "(oneDNN: %d); close other programs, or use a smaller network or batch")
                            .formatted(m, k, k, n, status));
        }
        if (status != dnnl.dnnl_success) {
            throw new IllegalStateException("dnnl_sgemm: status " + status);
        }
    }

    private static byte transposition(boolean transpose) {
        return (byte) (transpose ? 'T' : 'N');
    }

    /**
     * {@inheritDoc} It works on the bits of the numbers: the compiler does not vectorize a comparison, and half of the branches would
     * be mispredicted.
     */
    @Override
    void clearWhereZero(FloatMatrix outputs, int count) {
        if (bitScratch == null) {
            bitScratch = new int[columns()];
            otherBitScratch = new int[columns()];
        }
        int[] dOutput = bitScratch;
        int[] output = otherBitScratch;
        for (int row = 0; row < count; row++) {
            bits.get(index(row, 0, dOutput.length), dOutput);
            ((NativeFloatMatrix) outputs).bits.get(outputs.index(row, 0, output.length), output);
            for (int i = 0; i < dOutput.length; i++) {
                dOutput[i] &= -output[i] >> 31;
            }
            bits.put(index(row, 0, dOutput.length), dOutput);
        }
    }
}
