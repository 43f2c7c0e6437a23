package nn.pictures;

/** What evidence counts, in log odds. Fitted by {@code scripts/fit-judgment.py} on drawn scenes; paste its output here. */
final class JudgmentWeights {

    /** For {@link Judgment#traits}. */
    static final double[] CANDIDATE = {-2.688, 0.101, 0.262, 2.147, 0.793, -0.184, -2.743, -0.753, 0.352, 0.027, 2.743};
    /** For each kind of candidate. */
    static final double[] KIND = {0.000, -0.692, -0.327, -0.730, -0.273, -1.002, -0.253, -0.027, -0.101, 0.009, 0};
    /** For what {@link Verdict} sums up. */
    static final double[] PICTURE = {
        -4.783, 1.061, 7.332, 0.852, 0.220, -4.331, -0.102, 0.232, 1.591, 2.767, -1.800, 1.333, -2.218
    };

    /** Below this probability a picture is said to show no digit: it is likelier that the answer would be wrong. */
    static final double NO_DIGIT = 0.5;

    private JudgmentWeights() {}
}
