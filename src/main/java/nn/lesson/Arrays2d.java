package nn.lesson;

/** Rows and columns of plain arrays, where a lesson writes matrices the way its introduction does. */
final class Arrays2d {

    private Arrays2d() {}

    /** Rows become columns. */
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
