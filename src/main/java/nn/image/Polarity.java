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
    private static final int ROUNDS = 8;
    /** Tukey's constant: the reach in robust standard deviations. */
    private static final double OUTLIER = 4.685;
    private static final int TERMS = 6;
    /** Ink is denser inside than in the frame; a shadow or a table is not. */
    private static final double CONFINED = 0.8;
    /** A thin stroke's width as a share of the shorter side. */
    private static final double THIN = 0.06;

    /**
     * Tells ink from paper by the border, not by the mean: a surface of second order is fitted to the frame of the picture,
     * which follows uneven light. Ink that crosses the frame and a table beyond the page are outliers to it (Tukey's biweight,
     * starting at the median; Beaton and Tukey 1974). The ink is on the side where the inner pixels differ more from that
     * surface, squared, beyond what the frame itself differs. If that is as dense in the frame as within, then the frame shows
     * a shadow's edge or a table rather than one paper, and thin parts decide.
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
        // Energy beyond the spread, per side of the surface: [0] darker, [1] brighter; in the whole picture and in its frame.
        double[] all = new double[2];
        double[] inFrame = new double[2];
        for (int y = 0; y < small.height(); y++) {
            for (int x = 0; x < small.width(); x++) {
                float r = residual[y * small.width() + x];
                double beyond = Math.max(0, Math.abs(r) - spread);
                int side = r < 0 ? 0 : 1;
                all[side] += beyond * beyond;
                inFrame[side] += inFrame(small, x, y) ? beyond * beyond : 0;
            }
        }
        int ink = all[1] > all[0] ? 1 : 0;
        double frameShare = (double) frameCount / residual.length;
        boolean confined = inFrame[ink] < CONFINED * frameShare * all[ink];
        if (confined || all[ink] == 0) {
            return ink == 1 ? LIGHT_INK : DARK_INK;
        }
        return ofThinParts(light);
    }

    /**
     * The darker or the brighter thin things, whichever have more energy: what a small closing fills against what a small
     * opening takes away. Strokes are thinner than the gaps between them.
     */
    private static Polarity ofThinParts(Plane light) {
        Plane small = Resampling.shrink(light, SIDE * 3 / 2);
        int radius = (int) Math.max(1, Math.round(THIN * Math.min(small.width(), small.height()) / 2));
        Plane inverted = small.inverted();
        Plane filled = Morphology.close(small, radius);
        Plane leveled = Morphology.close(inverted, radius);
        double dark = 0;
        double bright = 0;
        for (int i = 0; i < small.values().length; i++) {
            double d = filled.values()[i] - small.values()[i];
            double b = leveled.values()[i] - inverted.values()[i];
            dark += d * d;
            bright += b * b;
        }
        return bright > dark ? LIGHT_INK : DARK_INK;
    }

    private static boolean inFrame(Plane plane, int x, int y) {
        double margin = Math.max(1, FRAME * Math.min(plane.width(), plane.height()));
        return x < margin || y < margin || x >= plane.width() - margin || y >= plane.height() - margin;
    }

    private static double[] surface(Plane plane) {
        double[] surface = new double[TERMS];
        float[] frame = new float[plane.values().length];
        for (int round = 0; round < ROUNDS; round++) {
            int count = 0;
            for (int y = 0; y < plane.height(); y++) {
                for (int x = 0; x < plane.width(); x++) {
                    if (inFrame(plane, x, y)) {
                        float residual = (float) (plane.at(x, y) - value(surface, terms(plane, x, y)));
                        frame[count++] = round == 0 ? residual : Math.abs(residual);
                    }
                }
            }
            double median = Plane.quantile(frame, count, 0.5);
            if (round == 0) {
                surface[0] = median;
            } else {
                surface = fit(plane, surface, Math.max(0.01, OUTLIER * 1.4826 * median));
            }
        }
        return surface;
    }

    /** Least squares over the frame, a pixel's weight falling to 0 where it differs from the former surface by the reach. */
    private static double[] fit(Plane plane, double[] former, double reach) {
        double[][] normal = new double[TERMS][TERMS + 1];
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++) {
                if (!inFrame(plane, x, y)) {
                    continue;
                }
                double[] terms = terms(plane, x, y);
                double off = Math.min(1, Math.abs(plane.at(x, y) - value(former, terms)) / reach);
                double weight = (1 - off * off) * (1 - off * off);
                for (int i = 0; i < TERMS; i++) {
                    for (int j = 0; j < TERMS; j++) {
                        normal[i][j] += weight * terms[i] * terms[j];
                    }
                    normal[i][TERMS] += weight * terms[i] * plane.at(x, y);
                }
            }
        }
        return solve(normal);
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
