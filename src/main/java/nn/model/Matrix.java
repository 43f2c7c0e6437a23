package nn.model;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import nn.natives.NativeLibraries;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A row-major matrix {@code [rows, columns]} in the memory of an ND4J array, with products by the native BLAS and element-wise loops, all
 * in place. An ND4J operation would cost microseconds and leave native garbage in every step; a BLAS call on the same memory does not. The
 * exception is {@link HeapFloatMatrix}, in a Java array: programs that use it end before ND4J could start.
 *
 * <p>Several threads may read a matrix at once for products. A loop uses a row of scratch memory of the matrix, so only one thread at a
 * time may run one.
 */
public abstract sealed class Matrix permits FloatMatrix, DoubleMatrix {

    private final int offset;
    private final int rows;
    private final int columns;
    private final int stride;
    private double[] rowScratch;
    private double[] otherScratch;

    /** The first row starts at number {@code offset} of {@code length} in memory; the rows start {@code stride} numbers apart. */
    Matrix(long length, int offset, int rows, int columns, int stride) {
        long end = rows == 0 ? offset : offset + (rows - 1L) * stride + columns;
        if (rows < 0 || columns < 0 || stride < columns || offset < 0 || end > length) {
            throw new IllegalArgumentException(
                    "a matrix [%d, %d] with rows %d apart from %d does not fit into %d numbers"
                            .formatted(rows, columns, stride, offset, length));
        }
        this.offset = offset;
        this.rows = rows;
        this.columns = columns;
        this.stride = stride;
    }

    /** A matrix of zeros without gaps between its rows. */
    public static Matrix zeros(Storage storage, int rows, int columns) {
        return zeros(storage, rows, columns, columns);
    }

    /**
     * A matrix of zeros whose rows start {@code stride} numbers apart. Native memory starts at a whole cache line: vectors that lie across
     * two lines take longer to load, and ND4J's memory starts within one.
     */
    static Matrix zeros(Storage storage, int rows, int columns, int stride) {
        long length = Math.max(1, Math.multiplyExact((long) rows, stride));
        if ((length + storage.numbersPerLine()) * storage.bytes() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a matrix [%d, %d] is larger than 2 GB".formatted(rows, columns));
        }
        return switch (storage) {
            case NATIVE_FLOAT -> {
                INDArray array = array(DataType.FLOAT, length + storage.numbersPerLine());
                yield new NativeFloatMatrix(
                        array, storage.lineStart(array.data().address()), rows, columns, stride);
            }
            case NATIVE_DOUBLE -> {
                INDArray array = array(DataType.DOUBLE, length + storage.numbersPerLine());
                yield new DoubleMatrix(array, storage.lineStart(array.data().address()), rows, columns, stride);
            }
            case HEAP_FLOAT -> new HeapFloatMatrix(new float[(int) length], 0, rows, columns, stride);
        };
    }

    private static INDArray array(DataType type, long length) {
        NativeLibraries.load();
        return Nd4j.create(type, 1, length);
    }

    /** A matrix of zeros whose rows all start at whole cache lines. */
    public static Matrix padded(Storage storage, int rows, int columns) {
        return zeros(
                storage,
                rows,
                columns,
                (columns + storage.numbersPerLine() - 1) / storage.numbersPerLine() * storage.numbersPerLine());
    }

    /** A double matrix with the given rows: at least one, all of the same length. */
    public static Matrix of(double[]... values) {
        if (Arrays.stream(values).mapToInt(row -> row.length).distinct().count() != 1) {
            throw new IllegalArgumentException("a matrix has at least one row, and all of one length");
        }
        Matrix matrix = zeros(Storage.NATIVE_DOUBLE, values.length, values[0].length);
        for (int row = 0; row < values.length; row++) {
            matrix.writeRow(row, values[row]);
        }
        return matrix;
    }

    /** A matrix without gaps on a part of this one's memory; they share the numbers. */
    public final Matrix block(int start, int blockRows, int blockColumns) {
        long count = (long) blockRows * blockColumns;
        if (stride != columns
                || start < 0
                || blockRows < 0
                || blockColumns < 0
                || start + count > (long) rows * columns) {
            throw new IllegalArgumentException("a block [%d, %d] from number %d does not fit into a matrix [%d, %d]"
                    .formatted(blockRows, blockColumns, start, rows, columns));
        }
        return view(offset + start, blockRows, blockColumns, blockColumns);
    }

    /** The same memory with another number of columns, within this matrix's stride. */
    final Matrix withColumns(int newColumns) {
        return view(offset, rows, newColumns, stride);
    }

    /** Some of the rows: the same memory. */
    public final Matrix rowsFrom(int first, int count) {
        Objects.checkFromIndexSize(first, count, rows);
        return view(offset + first * stride, count, columns, stride);
    }

    /** Some of the columns: the same memory. */
    public final Matrix columnsFrom(int first, int count) {
        Objects.checkFromIndexSize(first, count, columns);
        return view(offset + first, rows, count, stride);
    }

    /** A matrix on the same memory. */
    abstract Matrix view(int newOffset, int newRows, int newColumns, int newStride);

    public abstract Storage storage();

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

    /**
     * The first {@code rows} rows of this matrix become {@code left x right}. Only the first {@code inner} columns of {@code left} and rows
     * of {@code right} count. They must not share memory with this matrix.
     */
    public final void multiply(Matrix left, Matrix right, int rows, int inner) {
        multiply(left, false, right, false, rows, columns, inner);
    }

    /** The same with {@code right} transposed, by all its columns: {@code [rows, columns] = [rows, k] x [columns, k]'}. */
    public final void multiplyByTransposed(Matrix left, Matrix right, int rows) {
        multiply(left, false, right, true, rows, columns, right.columns);
    }

    /**
     * The same with {@code left} transposed: {@code [rows, columns] = [inner, rows]' x [inner, columns]}, a sum over
     * {@code inner} examples.
     */
    public final void multiplyTransposed(Matrix left, Matrix right, int rows, int inner) {
        multiply(left, true, right, false, rows, columns, inner);
    }

    /**
     * The first rows and columns become a product, with {@code m}, {@code n} and {@code k} as in BLAS:
     * {@code [m, n] = [m, k] x [k, n]} after the transpositions. With a {@code k} of 0 it is zero.
     *
     * @throws IllegalArgumentException if a matrix is smaller than that: native code would write outside of its memory
     */
    final void multiply(Matrix left, boolean transposeLeft, Matrix right, boolean transposeRight, int m, int n, int k) {
        requireProduct(left, transposeLeft, right, transposeRight, m, n, k);
        if (k > 0 && m > 0 && n > 0) {
            gemm(left, transposeLeft, right, transposeRight, m, n, k);
        } else if (k == 0) {
            rowsFrom(0, m).columnsFrom(0, n).fill(0);
        }
    }

    private void requireProduct(
            Matrix left, boolean transposeLeft, Matrix right, boolean transposeRight, int m, int n, int k) {
        boolean fits = m >= 0
                && n >= 0
                && k >= 0
                && m <= rows
                && n <= columns
                && m <= (transposeLeft ? left.columns : left.rows)
                && k <= (transposeLeft ? left.rows : left.columns)
                && k <= (transposeRight ? right.columns : right.rows)
                && n <= (transposeRight ? right.rows : right.columns);
        if (!fits) {
            throw new IllegalArgumentException(
                    "no product [%d, %d] x [%d, %d] of matrices [%d, %d] and [%d, %d] into [%d, %d]"
                            .formatted(m, k, k, n, left.rows, left.columns, right.rows, right.columns, rows, columns));
        }
    }

    /** Computes the product. No size is 0, as libraries treat that differently. */
    abstract void gemm(Matrix left, boolean transposeLeft, Matrix right, boolean transposeRight, int m, int n, int k);

    /** This matrix becomes {@code left x right}. They must not share memory with it. */
    public final void product(Matrix left, Matrix right) {
        product(left, false, right, false);
    }

    /** The same with operands that may be taken transposed. */
    public final void product(Matrix left, boolean transposeLeft, Matrix right, boolean transposeRight) {
        if (left.storage() != storage() || right.storage() != storage()) {
            throw new IllegalArgumentException("cannot multiply %s by %s numbers into %s ones: one storage for all"
                    .formatted(left.storage(), right.storage(), storage()));
        }
        int m = transposeLeft ? left.columns : left.rows;
        int k = transposeLeft ? left.rows : left.columns;
        int inner = transposeRight ? right.columns : right.rows;
        int n = transposeRight ? right.rows : right.columns;
        if (k != inner || rows != m || columns != n) {
            throw new IllegalArgumentException(
                    "cannot multiply [%d, %d] by [%d, %d] into [%d, %d]: the inner sizes must agree"
                            .formatted(m, k, inner, n, rows, columns));
        }
        multiply(left, transposeLeft, right, transposeRight, m, n, k);
    }

    /** Overwrites the first {@code count} rows by the activation of the sum of {@code terms}, which are at least one. */
    public void activateSum(List<Matrix> terms, Activation activation, int count) {
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
            for (int i = 0; i < z.length; i++) {
                z[i] = activation.value(z[i]);
            }
            writeRow(row, z);
        }
    }

    /** Applies the activation to the first {@code count} rows, in place. */
    void activate(Activation activation, int count) {
        if (activation != Activation.IDENTITY) {
            activateSum(List.of(this), activation, count);
        }
    }

    /** Multiplies the first {@code count} rows by the other matrix's, in place. */
    public void multiplyElements(Matrix factors, int count) {
        double[] x = rowScratch();
        double[] factor = otherScratch();
        for (int row = 0; row < count; row++) {
            readRow(row, x);
            factors.readRow(row, factor);
            for (int i = 0; i < x.length; i++) {
                x[i] *= factor[i];
            }
            writeRow(row, x);
        }
    }

    /**
     * Multiplies the first {@code count} rows by the activation's slope, in place. Where the slope is 0 the result is 0, even for NaN
     * and infinity.
     *
     * @param outputs the activation's outputs, divided by {@code outputScale} or set to 0
     */
    public void multiplyBySlope(Activation activation, Matrix outputs, double outputScale, int count) {
        if (activation == Activation.IDENTITY) {
            return;
        }
        double[] dOutput = rowScratch();
        double[] output = otherScratch();
        for (int row = 0; row < count; row++) {
            readRow(row, dOutput);
            outputs.readRow(row, output);
            for (int i = 0; i < dOutput.length; i++) {
                double slope = activation.slope(output[i] * outputScale);
                dOutput[i] = slope == 0 ? 0 : dOutput[i] * slope;
            }
            writeRow(row, dOutput);
        }
    }

    private double[] rowScratch() {
        if (rowScratch == null) {
            rowScratch = new double[columns];
        }
        return rowScratch;
    }

    private double[] otherScratch() {
        if (otherScratch == null) {
            otherScratch = new double[columns];
        }
        return otherScratch;
    }

    public abstract double get(int row, int column);

    public abstract void set(int row, int column, double value);

    /** Copies {@code length} consecutive numbers of a row, from a column on. */
    public abstract void read(int row, int column, double[] into, int length);

    /** Overwrites {@code length} consecutive numbers of a row, from a column on. */
    public abstract void write(int row, int column, double[] from, int length);

    /** Copies a row's first {@code into.length} columns. */
    public final void readRow(int row, double[] into) {
        read(row, 0, into, into.length);
    }

    /** Overwrites a row's first {@code from.length} columns. */
    public final void writeRow(int row, double[] from) {
        write(row, 0, from, from.length);
    }

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
        Arrays.fill(row, value);
        for (int i = 0; i < rows; i++) {
            writeRow(i, row);
        }
    }

    /** Overwrites this matrix by one of the same shape and storage. */
    public final void copyFrom(Matrix source) {
        if (source.storage() != storage() || source.rows != rows || source.columns != columns) {
            throw new IllegalArgumentException("a %s matrix [%d, %d] cannot become a %s matrix [%d, %d]"
                    .formatted(source.storage(), source.rows, source.columns, storage(), rows, columns));
        }
        copyRows(0, source, 0, rows);
    }

    /** Copies {@code count} rows of {@code source}, from row {@code from} on, to the rows from {@code to} on. */
    public final void copyRows(int to, Matrix source, int from, int count) {
        boolean gapless = stride == columns && source.stride == columns;
        int length = gapless ? count * columns : columns;
        for (int row = 0; row < (gapless ? 1 : count); row++) {
            copy(rowsIndex(to + row, length), source, source.rowsIndex(from + row, length), length);
        }
    }

    /** Copies consecutive numbers between positions in the memory. */
    abstract void copy(int to, Matrix source, int from, int length);

    /**
     * Position in the memory of {@code length} consecutive numbers of a row, from a column on.
     *
     * @throws IndexOutOfBoundsException if they are not all in this matrix; the memory around it may belong to another one
     */
    final int index(int row, int column, int length) {
        Objects.checkFromIndexSize(column, length, columns);
        return offset + Objects.checkIndex(row, rows) * stride + column;
    }

    /**
     * Position in the memory of {@code length} consecutive numbers from the start of a row on. They may cross rows if these have no gap
     * between them.
     */
    final int rowsIndex(int row, int length) {
        Objects.checkFromIndexSize((long) row * columns, length, (long) rows * columns);
        return offset + row * stride;
    }

    /** Position in the memory of {@code length} consecutive numbers from number {@code start} of a matrix without gaps. */
    final int acrossRowsIndex(int start, int length) {
        if (stride != columns) {
            throw new IllegalStateException("a matrix with gaps between its rows");
        }
        Objects.checkFromIndexSize(start, length, (long) rows * columns);
        return offset + start;
    }
}
