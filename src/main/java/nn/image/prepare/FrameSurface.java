package nn.image.prepare;

import nn.image.Plane;

/**
 * The brightness of the paper as a surface of second order, fitted to the frame of a picture, so that it follows uneven light.
 * Ink that crosses the frame and a table beyond the page are outliers to it (Tukey's biweight, starting at the median; Beaton
 * and Tukey 1974).
 */
final class FrameSurface {

    /** The frame that is taken for paper, as a share of the shorter side. */
    private static final double FRAME = 0.12;

    private static final int ROUNDS = 8;
    /** Tukey's constant: the reach in robust standard deviations. */
    private static final double OUTLIER = 4.685;

    private static final int TERMS = 6;

    private final Plane plane;
    private final double margin;
    private final double[][] terms;
    private final float[] brightness;
    private final float[] scratch;
    private double[] surface = new double[TERMS];

    private FrameSurface(Plane plane) {
        this.plane = plane;
        margin = Math.max(1, FRAME * Math.min(plane.width(), plane.height()));
        int count = 0;
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++) {
                count += contains(x, y) ? 1 : 0;
            }
        }
        terms = new double[count][];
        brightness = new float[count];
        scratch = new float[count];
        int i = 0;
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++) {
                if (contains(x, y)) {
                    terms[i] = terms(x, y);
                    brightness[i++] = plane.at(x, y);
                }
            }
        }
    }

    /** Fits the surface to the picture's frame. */
    static FrameSurface of(Plane plane) {
        FrameSurface fitted = new FrameSurface(plane);
        fitted.fit();
        return fitted;
    }

    /** Whether a pixel belongs to the frame. */
    boolean contains(int x, int y) {
        return x < margin || y < margin || x >= plane.width() - margin || y >= plane.height() - margin;
    }

    /** The share of the picture's pixels that the frame holds. */
    double share() {
        return (double) terms.length / plane.values().length;
    }

    /** How much brighter than the paper a pixel is; negative where it is darker. */
    float residual(int x, int y) {
        return (float) (plane.at(x, y) - value(terms(x, y)));
    }

    /** The median distance of the frame's pixels from the surface. */
    double medianDistance() {
        for (int i = 0; i < terms.length; i++) {
            scratch[i] = Math.abs((float) (brightness[i] - value(terms[i])));
        }
        return Plane.quantile(scratch, terms.length, 0.5);
    }

    /** More than half of the frame of one brightness is flat paper: there is nothing to fit. */
    private void fit() {
        System.arraycopy(brightness, 0, scratch, 0, brightness.length);
        surface[0] = Plane.quantile(scratch, scratch.length, 0.5);
        for (int round = 1; round < ROUNDS; round++) {
            double distance = medianDistance();
            if (distance == 0) {
                return;
            }
            surface = leastSquares(Math.max(0.01, OUTLIER * 1.4826 * distance));
        }
    }

    /** Over the frame, a pixel's weight falling to 0 where it differs from the former surface by the reach. */
    private double[] leastSquares(double reach) {
        double[][] normal = new double[TERMS][TERMS + 1];
        for (int pixel = 0; pixel < terms.length; pixel++) {
            double[] term = terms[pixel];
            double off = Math.min(1, Math.abs(brightness[pixel] - value(term)) / reach);
            double weight = (1 - off * off) * (1 - off * off);
            if (weight == 0) {
                continue;
            }
            for (int i = 0; i < TERMS; i++) {
                for (int j = 0; j < TERMS; j++) {
                    normal[i][j] += weight * term[i] * term[j];
                }
                normal[i][TERMS] += weight * term[i] * brightness[pixel];
            }
        }
        return solve(normal);
    }

    private double[] terms(int x, int y) {
        double u = 2 * (x + 0.5) / plane.width() - 1;
        double v = 2 * (y + 0.5) / plane.height() - 1;
        return new double[] {1, u, v, u * u, v * v, u * v};
    }

    private double value(double[] term) {
        double sum = 0;
        for (int i = 0; i < TERMS; i++) {
            sum += surface[i] * term[i];
        }
        return sum;
    }

    /** Gaussian elimination of [n, n + 1]; a ridge keeps pictures of a single row solvable. */
    private static double[] solve(double[][] rows) {
        int n = rows.length;
        double ridge = 1e-6 * rows[0][0];
        for (int i = 0; i < n; i++) {
            rows[i][i] += ridge;
        }
        for (int i = 0; i < n; i++) {
            for (int k = i + 1; k < n; k++) {
                double factor = rows[k][i] / rows[i][i];
                for (int j = i; j <= n; j++) {
                    rows[k][j] -= factor * rows[i][j];
                }
            }
        }
        double[] solution = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            double sum = rows[i][n];
            for (int j = i + 1; j < n; j++) {
                sum -= rows[i][j] * solution[j];
            }
            solution[i] = sum / rows[i][i];
        }
        return solution;
    }
}
