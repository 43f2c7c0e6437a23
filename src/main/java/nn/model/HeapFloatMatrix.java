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
                addMultiples(factors.numbers, from, step, others, k, to, n);
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

    /** Adds the rows of a matrix, each times its factor: four rows at a time, which halves the way to memory. */
    private void addMultiples(
            float[] factors, int start, int step, HeapFloatMatrix rows, int count, int to, int columns) {
        float[] four = new float[4];
        int[] starts = new int[4];
        int found = 0;
        for (int i = 0; i < count; i++) {
            float factor = factors[start + i * step];
            if (factor != 0) {
                four[found] = factor;
                starts[found++] = rows.offset() + i * rows.stride();
                if (found == four.length) {
                    addFour(four, rows.numbers, starts, to, columns);
                    found = 0;
                }
            }
        }
        for (int i = 0; i < found; i++) {
            addMultiple(four[i], rows.numbers, starts[i], to, columns);
        }
    }

    /** Neighbors in memory only, so that the JIT uses vector instructions. */
    private void addFour(float[] factors, float[] from, int[] starts, int to, int count) {
        float[] sums = numbers;
        float a = factors[0];
        float b = factors[1];
        float c = factors[2];
        float d = factors[3];
        int atA = starts[0];
        int atB = starts[1];
        int atC = starts[2];
        int atD = starts[3];
        for (int i = 0; i < count; i++) {
            sums[to + i] = sums[to + i] + a * from[atA + i] + b * from[atB + i] + c * from[atC + i] + d * from[atD + i];
        }
    }

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
