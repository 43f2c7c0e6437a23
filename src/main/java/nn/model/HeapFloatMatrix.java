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
        HeapFloatMatrix factors = (HeapFloatMatrix) left;
        HeapFloatMatrix others = (HeapFloatMatrix) right;
        int step = transposeLeft ? factors.stride() : 1;
        for (int row = 0; row < m; row++) {
            int to = index(row, 0, n);
            int from = factors.offset() + (transposeLeft ? row : row * factors.stride());
            if (transposeRight) {
                for (int column = 0; column < n; column++) {
                    numbers[to + column] = dot(
                            factors.numbers, from, step, others.numbers, others.offset() + column * others.stride(), k);
                }
            } else {
                Arrays.fill(numbers, to, to + n, 0);
                for (int i = 0; i < k; i++) {
                    float factor = factors.numbers[from + i * step];
                    if (factor != 0) {
                        addMultiple(factor, others.numbers, others.offset() + i * others.stride(), to, n);
                    }
                }
            }
        }
    }

    private static float dot(float[] left, int leftStart, int step, float[] right, int rightStart, int count) {
        float sum = 0;
        for (int i = 0; i < count; i++) {
            float factor = left[leftStart + i * step];
            if (factor != 0) {
                sum += factor * right[rightStart + i];
            }
        }
        return sum;
    }

    /** Neighbors in memory only, so that the JIT uses vector instructions. */
    private void addMultiple(float factor, float[] from, int start, int to, int count) {
        float[] sums = numbers;
        for (int i = 0; i < count; i++) {
            sums[to + i] += factor * from[start + i];
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
