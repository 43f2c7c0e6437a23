package nn.model;

import java.lang.ref.Reference;
import java.nio.DoubleBuffer;
import java.util.List;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A {@link Matrix} of doubles: {@link FloatMatrix} and {@link NativeFloatMatrix} line by line in the other precision, as Java has no
 * generic numbers.
 */
public final class DoubleMatrix extends Matrix {

    /** Keeps the memory alive, which a pointer or buffer alone does not. */
    private final INDArray array;
    private final DoublePointer pointer;
    private final DoubleBuffer buffer;
    private double[] rowScratch;
    private double[] otherScratch;

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
    public Precision precision() {
        return Precision.DOUBLE;
    }

    /** The first number. Whoever takes this holds the matrix for as long, as it owns the memory. */
    DoublePointer pointer() {
        return pointer;
    }

    @Override
    void multiplySome(double scale, Matrix left, int leftStride, boolean transposeLeft, Matrix right, boolean transposeRight,
            int m, int n, int k, boolean adds) {
        openblas_nolapack.cblas_dgemm(openblas_nolapack.CblasRowMajor, transposition(transposeLeft),
                transposition(transposeRight), m, n, k, scale, ((DoubleMatrix) left).pointer, leftStride,
                ((DoubleMatrix) right).pointer, right.stride(), adds ? 1 : 0, pointer, stride());
        Reference.reachabilityFence(this);
        Reference.reachabilityFence(left);
        Reference.reachabilityFence(right);
    }

    private static int transposition(boolean transpose) {
        return transpose ? openblas_nolapack.CblasTrans : openblas_nolapack.CblasNoTrans;
    }

    @Override
    void activateSum(List<Matrix> terms, Activation activation, int count) {
        double[] z = rowScratch();
        double[] term = otherScratch();
        for (int row = 0; row < count; row++) {
            terms.get(0).readRow(row, z);
            for (int other = 1; other < terms.size(); other++) {
                terms.get(other).readRow(row, term);
                for (int i = 0; i < z.length; i++) {
                    z[i] += term[i];
                }
            }
            activate(activation, z);
            buffer.put(index(row, 0, z.length), z);
        }
    }

    @Override
    void activate(Activation activation, int count) {
        if (activation == Activation.IDENTITY) {
            return;
        }
        double[] z = rowScratch();
        for (int row = 0; row < count; row++) {
            buffer.get(index(row, 0, z.length), z);
            activate(activation, z);
            buffer.put(index(row, 0, z.length), z);
        }
    }

    private static void activate(Activation activation, double[] z) {
        switch (activation) {
            case IDENTITY -> {
            }
            case RELU -> {
                for (int i = 0; i < z.length; i++) {
                    z[i] = Math.max(0, z[i]);
                }
            }
            case STEP, SIGMOID, TANH -> {
                for (int i = 0; i < z.length; i++) {
                    z[i] = activation.value(z[i]);
                }
            }
        }
    }

    @Override
    void multiplyElements(Matrix factors, int count) {
        DoubleMatrix other = (DoubleMatrix) factors;
        double[] x = rowScratch();
        double[] factor = otherScratch();
        for (int row = 0; row < count; row++) {
            buffer.get(index(row, 0, x.length), x);
            other.buffer.get(other.index(row, 0, factor.length), factor);
            for (int i = 0; i < x.length; i++) {
                x[i] *= factor[i];
            }
            buffer.put(index(row, 0, x.length), x);
        }
    }

    @Override
    void multiplyBySlope(Activation activation, Matrix outputs, double outputScale, int count) {
        if (activation == Activation.IDENTITY) {
            return;
        }
        DoubleMatrix other = (DoubleMatrix) outputs;
        double[] dOutput = rowScratch();
        double[] output = otherScratch();
        for (int row = 0; row < count; row++) {
            buffer.get(index(row, 0, dOutput.length), dOutput);
            other.buffer.get(other.index(row, 0, output.length), output);
            if (activation == Activation.RELU) {
                for (int i = 0; i < dOutput.length; i++) {
                    dOutput[i] = output[i] > 0 ? dOutput[i] : 0;
                }
            } else {
                for (int i = 0; i < dOutput.length; i++) {
                    dOutput[i] *= activation.slope(output[i] * outputScale);
                }
            }
            buffer.put(index(row, 0, dOutput.length), dOutput);
        }
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
    public void readRow(int row, double[] into) {
        buffer.get(index(row, 0, into.length), into);
    }

    @Override
    public void writeRow(int row, double[] from) {
        buffer.put(index(row, 0, from.length), from);
    }

    /** Copies {@code length} consecutive numbers of a row, from a column on. */
    public void read(int row, int column, double[] into, int length) {
        buffer.get(index(row, column, length), into, 0, length);
    }

    /** Overwrites {@code length} consecutive numbers of a row, from a column on. */
    public void write(int row, int column, double[] from, int length) {
        buffer.put(index(row, column, length), from, 0, length);
    }

    @Override
    void copyRows(int to, Matrix source, int from, int count) {
        DoubleMatrix other = (DoubleMatrix) source;
        boolean gapless = stride() == columns() && other.stride() == columns();
        int length = gapless ? count * columns() : columns();
        for (int row = 0; row < (gapless ? 1 : count); row++) {
            buffer.put(rowsIndex(to + row, length), other.buffer, other.rowsIndex(from + row, length), length);
        }
    }

    @Override
    void writeAcrossRows(int start, float[] from, int length) {
        int first = acrossRowsIndex(start, length);
        for (int i = 0; i < length; i++) {
            buffer.put(first + i, from[i]);
        }
    }

    private double[] rowScratch() {
        if (rowScratch == null) {
            rowScratch = new double[columns()];
        }
        return rowScratch;
    }

    private double[] otherScratch() {
        if (otherScratch == null) {
            otherScratch = new double[columns()];
        }
        return otherScratch;
    }
}
