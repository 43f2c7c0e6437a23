package nn.model;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * A {@link FloatMatrix} in a Java array. Its products are slow loops, but need no library: a network answers a few images long before
 * ND4J and its BLAS are loaded. Nobody trains with it. It has all operations so that it passes the same tests.
 */
final class HeapFloatMatrix extends FloatMatrix {

    private final float[] numbers;

    HeapFloatMatrix(float[] numbers, int offset, int rows, int columns, int stride) {
        super(FloatBuffer.wrap(numbers), offset, rows, columns, stride);
        this.numbers = numbers;
    }

    @Override
    Matrix view(int newOffset, int newRows, int newColumns, int newStride) {
        return new HeapFloatMatrix(numbers, newOffset, newRows, newColumns, newStride);
    }

    @Override
    public Storage storage() {
        return Storage.HEAP_FLOAT;
    }

    /** {@inheritDoc} It skips factors of 0, such as blank pixels and half of ReLU's outputs. */
    @Override
    void gemm(Matrix left, boolean transposeLeft, Matrix right, boolean transposeRight, int m, int n, int k) {
        float[] factors = ((HeapFloatMatrix) left).numbers;
        for (int row = 0; row < m; row++) {
            int to = index(row, 0, n);
            Arrays.fill(numbers, to, to + n, 0);
            for (int i = 0; i < k; i++) {
                float factor =
                        factors[left.offset() + (transposeLeft ? i * left.stride() + row : row * left.stride() + i)];
                if (factor != 0) {
                    int from = right.offset() + (transposeRight ? i : i * right.stride());
                    int step = transposeRight ? right.stride() : 1;
                    addMultiple(factor, ((HeapFloatMatrix) right).numbers, from, step, to, n);
                }
            }
        }
    }

    private void addMultiple(float factor, float[] from, int start, int step, int to, int count) {
        for (int i = 0; i < count; i++) {
            numbers[to + i] += factor * from[start + i * step];
        }
    }

    @Override
    void clearWhereZero(FloatMatrix outputs, int count) {
        for (int row = 0; row < count; row++) {
            for (int column = 0; column < columns(); column++) {
                if (outputs.get(row, column) == 0) {
                    set(row, column, 0);
                }
            }
        }
    }
}
