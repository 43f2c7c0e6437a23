package nn.pictures;

/** What evidence counts, in log odds. Fitted by {@code scripts/fit-judgment.py} on drawn scenes; paste its output here. */
final class JudgmentWeights {

    /** For {@link Judgment#traits}. */
    static final double[] CANDIDATE = {-2.688, 0.101, 0.262, 2.147, 0.793, -0.184, -2.743, -0.753, 0.352, 0.027, 2.743};
    /** For each kind of candidate. */
    static final double[] KIND = {0.000, -0.692, -0.327, -0.730, -0.273, -1.002, -0.253, -0.027, -0.101, 0.009, 0};
    /** For what {@link Verdict} sums up. */
    static final double[] PICTURE = {
        -5.122, 1.096, 9.377, 0.583, 0.319, -4.353, -0.197, 0.208, 1.715, 2.813, -1.916, 0.137
    };

    /** Below this probability a picture is said to show no digit. */
    static final double NO_DIGIT = 0.4;

    private JudgmentWeights() {}
}
