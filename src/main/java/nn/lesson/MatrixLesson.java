package nn.lesson;

import java.util.List;
import java.util.function.Consumer;
import nn.model.Matrix;
import nn.model.Storage;

/** The product of matrices, and which shapes fit. */
final class MatrixLesson implements Lesson {

    private static final double[][] A = {{1, 2}, {3, 4}};
    private static final double[][] B = {{5, 6}, {7, 8}};
    private static final double[] VECTOR = {1, 2, 3, 4};

    @Override
    public String name() {
        return "matrix";
    }

    @Override
    public LessonResult run(LessonInput input, Consumer<Frame> live) {
        Transcript transcript = new Transcript();
        double[][] product = product(A, B);
        transcript.step("product", A, B, product);
        transcript.step("entry", A[0], column(B, 1), product[0][1]);
        transcript.within("product", product, new double[][] {{19, 22}, {43, 50}}, 0);
        double[][] elementwise = {{A[0][0] * B[0][0], A[0][1] * B[0][1]}, {A[1][0] * B[1][0], A[1][1] * B[1][1]}};
        transcript.step("elementwise", (Object) elementwise);
        transcript.step("order", (Object) product(B, A));
        Numbers vector = Numbers.of(VECTOR);
        transcript.step("vector", VECTOR, vector.shape().size(), vector.shape().get(0));
        transcript.within("vectorDimensions", vector.shape().size(), 1, 0);
        transcript.within(
                "vectorShape",
                vector.shape().stream().mapToDouble(Integer::doubleValue).toArray(),
                new double[] {4},
                0);
        String message = refusal();
        transcript.step("refused", message);
        transcript.within(
                "refusalNamesBothShapes", message.contains("[1, 4]") && message.contains("[2, 2]") ? 1 : 0, 1, 0);
        return transcript.result(
                this,
                Figure.of(
                        1,
                        new Panel.Tables(
                                "product",
                                List.of(
                                        new Panel.Table("A [2, 2]", Numbers.of(A), 0, -1, "\u00d7"),
                                        new Panel.Table("B [2, 2]", Numbers.of(B), -1, 1, "="),
                                        new Panel.Table("A B [2, 2]", Numbers.of(product), 0, 1, "")))));
    }

    private static double[][] product(double[][] left, double[][] right) {
        Matrix product = Matrix.zeros(Storage.NATIVE_DOUBLE, left.length, right[0].length);
        product.product(Matrix.of(left), Matrix.of(right));
        return product.toArray();
    }

    private static double[] column(double[][] matrix, int column) {
        return java.util.Arrays.stream(matrix).mapToDouble(row -> row[column]).toArray();
    }

    /** The error message for multiplying [4] by [2, 2]. */
    private static String refusal() {
        try {
            product(new double[][] {VECTOR}, A);
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
        return "";
    }
}
