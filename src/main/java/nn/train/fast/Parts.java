package nn.train.fast;

import nn.model.Matrix;

/**
 * Divides a step into parts. The number of parts never depends on the machine: sums of other parts would be rounded differently.
 */
public record Parts(int count) {

    /** For every network. Eight parts slow small and wide networks down more than their better balance gains. */
    public static final Parts FOUR = new Parts(4);

    /** One of the parts, counted from 0. */
    Part part(int number) {
        return new Part(number, count);
    }

    /** Owns consecutive rows of anything that is divided, about as many as the other parts. The first part owns the first rows. */
    record Part(int number, int count) {

        /** The first own row of so many. */
        int first(int rows) {
            return (int) ((long) rows * number / count);
        }

        /** How many of so many rows this part owns, perhaps none. */
        int size(int rows) {
            return (int) ((long) rows * (number + 1) / count) - first(rows);
        }

        /** The own rows of a matrix: the same memory. */
        Matrix rowsOf(Matrix matrix) {
            return matrix.rowsFrom(first(matrix.rows()), size(matrix.rows()));
        }

        /** The own columns of a matrix: the same memory. */
        Matrix columnsOf(Matrix matrix) {
            return matrix.columnsFrom(first(matrix.columns()), size(matrix.columns()));
        }
    }
}
