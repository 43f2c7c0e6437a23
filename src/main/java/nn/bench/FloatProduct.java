package nn.bench;

import nn.model.Matrix;
import nn.model.Storage;

/** A repeatable product of two float matrices, {@code [m, k]} by {@code [k, n]}, with its own memory. */
final class FloatProduct implements Runnable {

    private final GemmBenchmark.Shape shape;
    private final Matrix left;
    private final Matrix right;
    private final Matrix result;

    FloatProduct(GemmBenchmark.Shape shape) {
        this.shape = shape;
        left = operand(shape.m(), shape.k(), shape.transposeLeft());
        right = operand(shape.k(), shape.n(), shape.transposeRight());
        result = Matrix.zeros(Storage.NATIVE_FLOAT, shape.m(), shape.n());
    }

    /** A transposed operand lies in memory as {@code [columns, rows]}. */
    private static Matrix operand(int rows, int columns, boolean transposed) {
        Matrix operand = Matrix.zeros(Storage.NATIVE_FLOAT, transposed ? columns : rows, transposed ? rows : columns);
        operand.fill(0.5);
        return operand;
    }

    /** Computes it on the calling thread. */
    @Override
    public void run() {
        result.product(left, shape.transposeLeft(), right, shape.transposeRight());
    }

    /** One element of the result, for a check. Each is the sum over k of 0.5 times 0.5. */
    float corner() {
        return (float) result.get(0, 0);
    }
}
