package nn.model;

import java.lang.ref.Reference;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A {@link Matrix} of floats. Its loops copy a row to a Java array, work there, and copy it back: the JIT compiler vectorizes a
 * loop over arrays, but not over native memory.
 */
public final class FloatMatrix extends Matrix {

    private final FloatPointer pointer;
    private final FloatBuffer buffer;
    private final IntBuffer bits;
    private float[] rowScratch;
    private float[] otherScratch;
    private int[] bitScratch;
    private int[] otherBitScratch;

    FloatMatrix(INDArray array, int offset, int rows, int columns, int stride) {
        super(array, offset, rows, columns, stride);
        FloatPointer start = new FloatPointer(array.data().addressPointer());
        buffer = start.capacity(array.length()).asBuffer();
        bits = new IntPointer(start).capacity(array.length()).asBuffer();
        pointer = new FloatPointer(start).position(offset);
    }

    @Override
    Matrix view(int newOffset, int newRows, int newColumns, int newStride) {
        return new FloatMatrix(array(), newOffset, newRows, newColumns, newStride);
    }

    @Override
    public Precision precision() {
        return Precision.FLOAT;
    }

    @Override
    void multiply(double scale, Matrix left, int leftStride, boolean transposeLeft, Matrix right, boolean transposeRight,
            int m, int n, int k, boolean adds) {
        openblas_nolapack.cblas_sgemm(openblas_nolapack.CblasRowMajor, transposition(transposeLeft),
                transposition(transposeRight), m, n, k, (float) scale, ((FloatMatrix) left).pointer, leftStride,
                ((FloatMatrix) right).pointer, right.stride(), adds ? 1 : 0, pointer, stride());
        Reference.reachabilityFence(this);
        Reference.reachabilityFence(left);
        Reference.reachabilityFence(right);
    }

    @Override
    void activateSum(List<Matrix> terms, Activation activation, int count) {
        float[] z = rowScratch();
        float[] term = otherScratch();
        for (int row = 0; row < count; row++) {
            ((FloatMatrix) terms.get(0)).read(row, 0, z, z.length);
            for (int other = 1; other < terms.size(); other++) {
                ((FloatMatrix) terms.get(other)).read(row, 0, term, term.length);
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
        float[] z = rowScratch();
        for (int row = 0; row < count; row++) {
            buffer.get(index(row, 0, z.length), z);
            activate(activation, z);
            buffer.put(index(row, 0, z.length), z);
        }
    }

    private static void activate(Activation activation, float[] z) {
        switch (activation) {
            case IDENTITY -> {
            }
            case RELU -> {
                for (int i = 0; i < z.length; i++) {
                    z[i] = Math.max(0f, z[i]);
                }
            }
            case STEP, SIGMOID, TANH -> {
                for (int i = 0; i < z.length; i++) {
                    z[i] = (float) activation.value(z[i]);
                }
            }
        }
    }

    @Override
    void multiplyElements(Matrix factors, int count) {
        FloatMatrix other = (FloatMatrix) factors;
        float[] x = rowScratch();
        float[] factor = otherScratch();
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
        FloatMatrix other = (FloatMatrix) outputs;
        if (activation == Activation.RELU) {
            clearWhereZero(other, count);
            return;
        }
        float[] dOutput = rowScratch();
        float[] output = otherScratch();
        for (int row = 0; row < count; row++) {
            buffer.get(index(row, 0, dOutput.length), dOutput);
            other.buffer.get(other.index(row, 0, output.length), output);
            for (int i = 0; i < dOutput.length; i++) {
                dOutput[i] *= (float) activation.slope(output[i] * outputScale);
            }
            buffer.put(index(row, 0, dOutput.length), dOutput);
        }
    }

    /**
     * Zeroes what belongs to an output of zero: the slope of ReLU, whose outputs are never negative. On the numbers' bits, as
     * the compiler does not vectorize the comparison and half of the branches would be mispredicted.
     */
    private void clearWhereZero(FloatMatrix outputs, int count) {
        if (bitScratch == null) {
            bitScratch = new int[columns()];
            otherBitScratch = new int[columns()];
        }
        int[] dOutput = bitScratch;
        int[] output = otherBitScratch;
        for (int row = 0; row < count; row++) {
            bits.get(index(row, 0, dOutput.length), dOutput);
            outputs.bits.get(outputs.index(row, 0, output.length), output);
            for (int i = 0; i < dOutput.length; i++) {
                dOutput[i] &= -output[i] >> 31;
            }
            bits.put(index(row, 0, dOutput.length), dOutput);
        }
    }

    @Override
    public double get(int row, int column) {
        return buffer.get(index(row, column, 1));
    }

    @Override
    public void set(int row, int column, double value) {
        buffer.put(index(row, column, 1), (float) value);
    }

    @Override
    public void readRow(int row, double[] into) {
        int start = index(row, 0, into.length);
        for (int i = 0; i < into.length; i++) {
            into[i] = buffer.get(start + i);
        }
    }

    @Override
    public void writeRow(int row, double[] from) {
        int start = index(row, 0, from.length);
        for (int i = 0; i < from.length; i++) {
            buffer.put(start + i, (float) from[i]);
        }
    }

    /** Copies {@code length} consecutive numbers of a row, from a column on. */
    public void read(int row, int column, float[] into, int length) {
        read(row, column, into, 0, length);
    }

    /** The same to {@code into} from {@code to} on. */
    public void read(int row, int column, float[] into, int to, int length) {
        buffer.get(index(row, column, length), into, to, length);
    }

    /** Overwrites {@code length} consecutive numbers of a row, from a column on. */
    public void write(int row, int column, float[] from, int length) {
        write(row, column, from, 0, length);
    }

    /** The same by those of {@code from} from {@code first} on. */
    public void write(int row, int column, float[] from, int first, int length) {
        buffer.put(index(row, column, length), from, first, length);
    }

    /** Copies {@code length} consecutive numbers from number {@code start} of a matrix without gaps, over the ends of rows. */
    void readAcrossRows(int start, float[] into, int at, int length) {
        buffer.get(acrossRowsIndex(start, length), into, at, length);
    }

    @Override
    void copyRows(int to, Matrix source, int from, int count) {
        FloatMatrix other = (FloatMatrix) source;
        boolean gapless = stride() == columns() && other.stride() == columns();
        int length = gapless ? count * columns() : columns();
        for (int row = 0; row < (gapless ? 1 : count); row++) {
            buffer.put(rowsIndex(to + row, length), other.buffer, other.rowsIndex(from + row, length), length);
        }
    }

    @Override
    void writeAcrossRows(int start, float[] from, int length) {
        buffer.put(acrossRowsIndex(start, length), from, 0, length);
    }

    private float[] rowScratch() {
        if (rowScratch == null) {
            rowScratch = new float[columns()];
        }
        return rowScratch;
    }

    private float[] otherScratch() {
        if (otherScratch == null) {
            otherScratch = new float[columns()];
        }
        return otherScratch;
    }
}
