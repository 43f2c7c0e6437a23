package nn.lesson;

/** Operations on plain two-dimensional arrays, for lessons that write matrices as their textbook does. */
final class Arrays2d {

    private Arrays2d() {}

    /** The transpose. */
    static double[][] transposed(double[][] matrix) {
        double[][] transposed = new double[matrix[0].length][matrix.length];
        for (int row = 0; row < matrix.length; row++) {
            for (int column = 0; column < matrix[row].length; column++) {
                transposed[column][row] = matrix[row][column];
            }
        }
        return transposed;
    }
}
