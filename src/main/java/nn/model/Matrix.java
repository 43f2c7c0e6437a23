package nn.model;

import java.util.Objects;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A row-major matrix {@code [rows, columns]} in the memory of an ND4J array, with the native BLAS and the plain loops that work
 * on it in place. It exists because an ND4J operation costs microseconds and leaves native garbage, every step; a BLAS call on
 * the same memory does neither.
 *
 * <p>It holds the array in a field: a pointer or buffer alone does not keep native memory alive. Products may read a matrix from
 * several threads at once; the loops use a row of scratch memory of the matrix, so one thread at a time runs those.
 */
public abstract sealed class Matrix permits FloatMatrix, DoubleMatrix {

    private final INDArray array;
    private final int offset;
    private final int rows;
    private final int columns;
    private final int stride;

    /** Rows {@code stride} apart, the first at {@code offset} numbers into the array. */
    Matrix(INDArray array, int offset, int rows, int columns, int stride) {
        this.array = Objects.requireNonNull(array);
        long end = rows == 0 ? offset : offset + (rows - 1L) * stride + columns;
        if (rows < 0 || columns < 0 || stride < columns || offset < 0 || end > array.length()) {
            throw new IllegalArgumentException("a matrix [%d, %d] with rows %d apart from %d does not fit into %d numbers"
                    .formatted(rows, columns, stride, offset, array.length()));
        }
        this.offset = offset;
        this.rows = rows;
        this.columns = columns;
        this.stride = stride;
    }

    /** A matrix of zeros without gaps between its rows. */
    public static Matrix zeros(Precision precision, int rows, int columns) {
        return zeros(precision, rows, columns, columns);
    }

    /** A matrix of zeros whose rows start {@code stride} numbers apart. */
    static Matrix zeros(Precision precision, int rows, int columns, int stride) {
        long length = Math.max(1, Math.multiplyExact((long) rows, stride));
        if (length > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a matrix [%d, %d] is too large".formatted(rows, columns));
        }
        INDArray array = Nd4j.create(precision.dataType(), 1, length);
        return switch (precision) {
            case FLOAT -> new FloatMatrix(array, 0, rows, columns, stride);
            case DOUBLE -> new DoubleMatrix(array, 0, rows, columns, stride);
        };
    }

    /** A double matrix with the given rows, all of one length. */
    public static Matrix of(double[]... values) {
        Matrix matrix = zeros(Precision.DOUBLE, values.length, values[0].length);
        for (int row = 0; row < values.length; row++) {
            matrix.writeRow(row, values[row]);
        }
        return matrix;
    }

    /** A matrix without gaps on a part of this one's memory: a change of the one is a change of the other. */
    public abstract Matrix block(int start, int blockRows, int blockColumns);

    /** The same memory with another number of columns, within this matrix's stride. */
    abstract Matrix withColumns(int newColumns);

    public abstract Precision precision();

    public final int rows() {
        return rows;
    }

    public final int columns() {
        return columns;
    }

    final int stride() {
        return stride;
    }

    final int offset() {
        return offset;
    }

    /** The array that owns the memory; whoever takes a buffer from this matrix holds the matrix for as long. */
    public final INDArray array() {
        return array;
    }

    /**
     * This matrix becomes {@code left x right}, the first {@code m} rows of it; with {@code m}, {@code n} and {@code k} as in
     * BLAS: {@code [m, n] = [m, k] x [k, n]} after the transpositions.
     */
    abstract void multiply(Matrix left, boolean transposeLeft, Matrix right, boolean transposeRight, int m, int n, int k);

    /** This matrix becomes {@code left x right}. */
    public final void product(Matrix left, Matrix right) {
        if (left.columns != right.rows || rows != left.rows || columns != right.columns) {
            throw new IllegalArgumentException("cannot multiply [%d, %d] by [%d, %d] into [%d, %d]: the inner sizes must agree"
                    .formatted(left.rows, left.columns, right.rows, right.columns, rows, columns));
        }
        multiply(left, false, right, false, rows, columns, left.columns);
    }

    /** Applies the activation to the first {@code count} rows, in place. */
    abstract void activate(Activation activation, int count);

    /** Multiplies the first {@code count} rows by the other matrix's, in place. */
    abstract void multiplyElements(Matrix factors, int count);

    /**
     * Multiplies the first {@code count} rows by the activation's slope, in place.
     *
     * @param outputs the activation's outputs times {@code 1 / outputScale}, where they are not 0
     */
    abstract void multiplyBySlope(Activation activation, Matrix outputs, double outputScale, int count);

    public abstract double get(int row, int column);

    public abstract void set(int row, int column, double value);

    /** Copies a row's first {@code into.length} columns. */
    public abstract void readRow(int row, double[] into);

    /** Overwrites a row's first {@code from.length} columns. */
    public abstract void writeRow(int row, double[] from);

    /** The numbers of a row, copied. */
    public final double[] row(int row) {
        double[] copy = new double[columns];
        readRow(row, copy);
        return copy;
    }

    /** All rows, copied. */
    public final double[][] toArray() {
        double[][] copy = new double[rows][];
        for (int row = 0; row < rows; row++) {
            copy[row] = row(row);
        }
        return copy;
    }

    /** Sets every number to the value. */
    public final void fill(double value) {
        double[] row = new double[columns];
        java.util.Arrays.fill(row, value);
        for (int i = 0; i < rows; i++) {
            writeRow(i, row);
        }
    }

    /** Overwrites this matrix by one of the same shape and precision. */
    public abstract void copyFrom(Matrix source);

    /** Position of an element in the array's memory. */
    final int index(int row, int column) {
        return offset + row * stride + column;
    }

    static int transposition(boolean transpose) {
        return transpose ? openblas_nolapack.CblasTrans : openblas_nolapack.CblasNoTrans;
    }
}
