package nn.model;

import java.nio.FloatBuffer;
import java.util.List;

/**
 * A {@link Matrix} of floats. A loop copies a row to a Java array, works there, and copies it back: the JIT compiler vectorizes loops over
 * arrays, but not over native memory.
 */
public abstract sealed class FloatMatrix extends Matrix permits NativeFloatMatrix, HeapFloatMatrix {

    private final FloatBuffer buffer;
    private float[] rowScratch;
    private float[] otherScratch;

    /** Rows {@code stride} apart, the first at {@code offset} numbers into the memory. */
    FloatMatrix(FloatBuffer memory, int offset, int rows, int columns, int stride) {
        super(memory.capacity(), offset, rows, columns, stride);
        buffer = memory;
    }

    @Override
    public void activateSum(List<Matrix> terms, Activation activation, int count) {
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

    private static void activate(Activation activation, float[] z) {
        switch (activation) {
            case IDENTITY -> {}
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
    public void multiplyElements(Matrix factors, int count) {
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
    public void multiplyBySlope(Activation activation, Matrix outputs, double outputScale, int count) {
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
                float slope = (float) activation.slope(output[i] * outputScale);
                dOutput[i] = slope == 0 ? 0 : dOutput[i] * slope;
            }
            buffer.put(index(row, 0, dOutput.length), dOutput);
        }
    }

    /** Sets a number to 0 where the output is 0. That multiplies by the slope of ReLU, whose outputs are never negative. */
    abstract void clearWhereZero(FloatMatrix outputs, int count);

    @Override
    public double get(int row, int column) {
        return buffer.get(index(row, column, 1));
    }

    @Override
    public void set(int row, int column, double value) {
        buffer.put(index(row, column, 1), (float) value);
    }

    @Override
    public void read(int row, int column, double[] into, int length) {
        int start = index(row, column, length);
        for (int i = 0; i < length; i++) {
            into[i] = buffer.get(start + i);
        }
    }

    @Override
    public void write(int row, int column, double[] from, int length) {
        int start = index(row, column, length);
        for (int i = 0; i < length; i++) {
            buffer.put(start + i, (float) from[i]);
        }
    }

    /** Copies {@code length} consecutive numbers of a row, from a column on. */
    public void read(int row, int column, float[] into, int length) {
        read(row, column, into, 0, length);
    }

    /** The same, writing {@code into} from index {@code to} on. */
    public void read(int row, int column, float[] into, int to, int length) {
        buffer.get(index(row, column, length), into, to, length);
    }

    /** Overwrites {@code length} consecutive numbers of a row, from a column on. */
    public void write(int row, int column, float[] from, int length) {
        write(row, column, from, 0, length);
    }

    /** The same, reading {@code from} from index {@code first} on. */
    public void write(int row, int column, float[] from, int first, int length) {
        buffer.put(index(row, column, length), from, first, length);
    }

    /** Copies {@code length} consecutive numbers of a matrix without gaps, from number {@code start} on, across rows. */
    public void readAcrossRows(int start, float[] into, int at, int length) {
        buffer.get(acrossRowsIndex(start, length), into, at, length);
    }

    @Override
    void copy(int to, Matrix source, int from, int length) {
        buffer.put(to, ((FloatMatrix) source).buffer, from, length);
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
