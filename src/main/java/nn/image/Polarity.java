package nn.image;

/** Whether ink is darker or lighter than paper. */
public enum Polarity {
    /** Told from the picture. */
    AUTO,
    /** Pen on paper. */
    DARK_INK,
    /** Chalk on a board, and MNIST itself. */
    LIGHT_INK;

    private static final int SIDE = 64;
    /** The frame that is taken for paper, as a share of the side. */
    private static final double FRAME = 0.12;
    private static final int ROUNDS = 12;
    private static final int TERMS = 6;

    /**
     * Tells ink from paper by the border, not by the mean: a surface of second order is fitted to the frame of the picture
     * (least absolute deviations, by reweighting), which follows uneven light and does not mind ink that crosses the
     * frame. The ink is on the side where the inner pixels differ more from that surface, squared, beyond what the frame itself
     * differs.
     */
    static Polarity of(Plane light) {
        Plane small = Resampling.shrink(light, SIDE);
        double[] surface = surface(small);
        float[] residual = new float[small.values().length];
        float[] frame = new float[residual.length];
        int frameCount = 0;
        for (int y = 0; y < small.height(); y++) {
            for (int x = 0; x < small.width(); x++) {
                float r = (float) (small.at(x, y) - value(surface, terms(small, x, y)));
                residual[y * small.width() + x] = r;
                if (inFrame(small, x, y)) {
                    frame[frameCount++] = Math.abs(r);
                }
            }
        }
        float spread = 3 * 1.4826f * Plane.quantile(frame, frameCount, 0.5);
        double dark = 0;
        double bright = 0;
        for (float r : residual) {
            double beyond = Math.max(0, Math.abs(r) - spread);
            if (r < 0) {
                dark += beyond * beyond;
            } else {
                bright += beyond * beyond;
            }
        }
        return bright > dark ? LIGHT_INK : DARK_INK;
    }

    private static boolean inFrame(Plane plane, int x, int y) {
        double margin = Math.max(1, FRAME * Math.min(plane.width(), plane.height()));
        return x < margin || y < margin || x >= plane.width() - margin || y >= plane.height() - margin;
    }

    private static double[] surface(Plane plane) {
        double[] surface = new double[TERMS];
        double scale = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double[][] normal = new double[TERMS][TERMS + 1];
            for (int y = 0; y < plane.height(); y++) {
                for (int x = 0; x < plane.width(); x++) {
                    if (inFrame(plane, x, y)) {
                        double[] terms = terms(plane, x, y);
                        double weight = round == 0 ? 1 : 1 / Math.max(0.005, Math.abs(plane.at(x, y) - value(surface, terms)));
                        for (int i = 0; i < TERMS; i++) {
                            for (int j = 0; j < TERMS; j++) {
                                normal[i][j] += weight * terms[i] * terms[j];
                            }
                            normal[i][TERMS] += weight * terms[i] * plane.at(x, y);
                        }
                    }
                }
            }
            surface = solve(normal);
        }
        return surface;
    }

    private static double[] terms(Plane plane, int x, int y) {
        double u = 2 * (x + 0.5) / plane.width() - 1;
        double v = 2 * (y + 0.5) / plane.height() - 1;
        return new double[] {1, u, v, u * u, v * v, u * v};
    }

    private static double value(double[] surface, double[] terms) {
        double sum = 0;
        for (int i = 0; i < TERMS; i++) {
            sum += surface[i] * terms[i];
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
