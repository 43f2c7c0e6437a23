package nn.model;

import java.lang.ref.Reference;
import java.nio.DoubleBuffer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A {@link Matrix} of doubles in the memory of an ND4J array, for lessons and checks. */
final class DoubleMatrix extends Matrix {

    /** Keeps the memory alive; a pointer or buffer alone does not. */
    private final INDArray array;

    private final DoublePointer pointer;
    private final DoubleBuffer buffer;

    DoubleMatrix(INDArray array, int offset, int rows, int columns, int stride) {
        super(array.length(), offset, rows, columns, stride);
        this.array = array;
        DoublePointer start = new DoublePointer(array.data().addressPointer());
        buffer = start.capacity(array.length()).asBuffer();
        pointer = start.getPointer(offset);
    }

    @Override
    Matrix view(int newOffset, int newRows, int newColumns, int newStride) {
        return new DoubleMatrix(array, newOffset, newRows, newColumns, newStride);
    }

    @Override
    public Storage storage() {
        return Storage.NATIVE_DOUBLE;
    }

    /** Points to the first number. Valid only while this matrix is reachable. */
    DoublePointer pointer() {
        return pointer;
    }

    @Override
    void gemm(Matrix left, boolean transposeLeft, Matrix right, boolean transposeRight, int m, int n, int k) {
        openblas_nolapack.cblas_dgemm(
                openblas_nolapack.CblasRowMajor,
                transposition(transposeLeft),
                transposition(transposeRight),
                m,
                n,
                k,
                1,
                ((DoubleMatrix) left).pointer,
                left.stride(),
                ((DoubleMatrix) right).pointer,
                right.stride(),
                0,
                pointer,
                stride());
        Reference.reachabilityFence(this);
        Reference.reachabilityFence(left);
        Reference.reachabilityFence(right);
    }

    private static int transposition(boolean transpose) {
        return transpose ? openblas_nolapack.CblasTrans : openblas_nolapack.CblasNoTrans;
    }

    @Override
    public double get(int row, int column) {
        return buffer.get(index(row, column, 1));
    }

    @Override
    public void set(int row, int column, double value) {
        buffer.put(index(row, column, 1), value);
    }

    @Override
    public void read(int row, int column, double[] into, int length) {
        buffer.get(index(row, column, length), into, 0, length);
    }

    @Override
    public void write(int row, int column, double[] from, int length) {
        buffer.put(index(row, column, length), from, 0, length);
    }

    @Override
    void copy(int to, Matrix source, int from, int length) {
        buffer.put(to, ((DoubleMatrix) source).buffer, from, length);
    }
}
