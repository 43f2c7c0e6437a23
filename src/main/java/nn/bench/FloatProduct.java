package nn.bench;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** One product of two float matrices, {@code [m, k]} by {@code [k, n]}, with memory of its own, that can be done again and again. */
final class FloatProduct {

    private final GemmBenchmark.Shape shape;
    private final INDArray left;
    private final INDArray right;
    private final INDArray result;
    private final FloatPointer leftMemory;
    private final FloatPointer rightMemory;
    private final FloatPointer resultMemory;

    FloatProduct(GemmBenchmark.Shape shape) {
        this.shape = shape;
        left = Nd4j.valueArrayOf(new long[] {shape.m(), shape.k()}, 0.5f, DataType.FLOAT);
        right = Nd4j.valueArrayOf(new long[] {shape.k(), shape.n()}, 0.5f, DataType.FLOAT);
        result = Nd4j.create(DataType.FLOAT, shape.m(), shape.n());
        leftMemory = memory(left);
        rightMemory = memory(right);
        resultMemory = memory(result);
    }

    private static FloatPointer memory(INDArray array) {
        return (FloatPointer) array.data().addressPointer();
    }

    /** Computes it on the calling thread. A transposed operand lies in memory as {@code [k, m]} or {@code [n, k]}. */
    void compute() {
        openblas_nolapack.cblas_sgemm(openblas_nolapack.CblasRowMajor, transposition(shape.transposeLeft()),
                transposition(shape.transposeRight()), shape.m(), shape.n(), shape.k(), 1,
                leftMemory, shape.transposeLeft() ? shape.m() : shape.k(),
                rightMemory, shape.transposeRight() ? shape.k() : shape.n(), 0, resultMemory, shape.n());
    }

    private static int transposition(boolean transpose) {
        return transpose ? openblas_nolapack.CblasTrans : openblas_nolapack.CblasNoTrans;
    }

    /** Of each result the same number, for a check: the sum over k of 0.5 times 0.5. */
    float corner() {
        return result.getFloat(0, 0);
    }
}
