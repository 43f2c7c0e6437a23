package nn.data;

/** The way back through {@link GradientDirections}: from the gradient by the features to the gradient by the pixels. */
final class GradientDirectionsBackward {

    private final GradientDirections forward;
    private final int rows;
    private final int columns;

    /** The gradient by the sums of each row of cells, {@code [rows of cells][directions * columns of cells]}. */
    private final double[][] dSums;

    /** The gradient by the image on its paper, {@code [rows + 4, stride]}. */
    private final double[] dPaper;

    GradientDirectionsBackward(GradientDirections forward, int rows, int columns) {
        this.forward = forward;
        this.rows = rows;
        this.columns = columns;
        dSums = new double[forward.sums.length][forward.sums[0].length];
        dPaper = new double[forward.paper.length];
    }

    /**
     * Adds the gradient by the pixels to {@code dPixels}. Where a feature is 0 its slope is not defined, and counts as 0.
     *
     * @param pixels {@code [rows * columns]}, 0 paper to 1 ink
     * @param dFeatures the gradient by the features, from index {@code from} on
     */
    void add(float[] pixels, double[] dFeatures, int from, double[] dPixels) {
        forward.write(pixels, new float[dSums.length * dSums[0].length], 0);
        for (int row = 0; row < dSums.length; row++) {
            for (int i = 0; i < dSums[row].length; i++) {
                float sum = forward.sums[row][i];
                dSums[row][i] = sum > 0 ? dFeatures[from + row * dSums[row].length + i] / (2 * Math.sqrt(sum)) : 0;
            }
        }
        for (int row = forward.top; row <= forward.bottom + 2; row++) {
            double[] dLine = dLine(row);
            for (int x = forward.left; x <= forward.right + 2; x++) {
                addAt(row, x, dLine);
            }
        }
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                dPixels[row * columns + column] += dPaper[(row + 2) * forward.stride + column + 2];
            }
        }
    }

    /** The gradient by the sums over one row of pixels. */
    private double[] dLine(int row) {
        double[] dLine = new double[dSums[0].length + GradientCells.TAPS];
        for (int tap = 0; tap < GradientCells.TAPS; tap++) {
            float weight = forward.down.weights[row * GradientCells.TAPS + tap];
            if (weight != 0) {
                double[] own = dSums[forward.down.first[row] + tap];
                for (int i = 0; i < own.length; i++) {
                    dLine[i] += weight * own[i];
                }
            }
        }
        return dLine;
    }

    /** One pixel's part: the Sobel operator's two slopes, split along an axis and a diagonal. */
    private void addAt(int row, int x, double[] dLine) {
        float[] paper = forward.paper;
        int above = row * forward.stride + x;
        int here = above + forward.stride;
        int below = here + forward.stride;
        float rise = paper[above + 2]
                + 2 * paper[here + 2]
                + paper[below + 2]
                - paper[above]
                - 2 * paper[here]
                - paper[below];
        float fall = paper[below]
                + 2 * paper[below + 1]
                + paper[below + 2]
                - paper[above]
                - 2 * paper[above + 1]
                - paper[above + 2];
        boolean steep = Math.abs(rise) < Math.abs(fall);
        int octant = GradientDirections.octant(rise, fall, steep);
        double dAxis = along(GradientDirections.AXES[octant], x, dLine);
        double dDiagonal = GradientDirections.DIAGONAL * along(GradientDirections.DIAGONALS[octant], x, dLine);
        double dLarger = dAxis / 4;
        double dSmaller = (dDiagonal - dAxis) / 4;
        double dRise = Math.signum(rise) * (steep ? dSmaller : dLarger);
        double dFall = Math.signum(fall) * (steep ? dLarger : dSmaller);
        for (int i = 0; i < 3; i++) {
            int weight = i == 1 ? 2 : 1;
            int line = above + i * forward.stride;
            dPaper[line + 2] += weight * dRise;
            dPaper[line] -= weight * dRise;
            dPaper[below + i] += weight * dFall;
            dPaper[above + i] -= weight * dFall;
        }
    }

    private double along(int direction, int x, double[] dLine) {
        int start = direction * forward.across.count + forward.across.first[x];
        double sum = 0;
        for (int tap = 0; tap < GradientCells.TAPS; tap++) {
            sum += forward.across.weights[x * GradientCells.TAPS + tap] * dLine[start + tap];
        }
        return sum;
    }
}
