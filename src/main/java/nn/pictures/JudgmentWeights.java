package nn.pictures;

/** What evidence counts, in log odds. Fitted by {@code scripts/fit-judgment.py} on drawn scenes; paste its output here. */
final class JudgmentWeights {

    /** For {@link Judgment#traits}. */
    static final double[] CANDIDATE = {-2.688, 0.101, 0.262, 2.147, 0.793, -0.184, -2.743, -0.753, 0.352, 0.027, 2.743};
    /** For each kind of candidate. */
    static final double[] KIND = {0.000, -0.692, -0.327, -0.730, -0.273, -1.002, -0.253, -0.027, -0.101, 0.009, 0};
    /** For {@link Tally#traits}: that the answer is right. */
    static final double[] RIGHT = {
        -4.783, 1.061, 7.332, 0.852, 0.220, -4.331, -0.102, 0.232, 1.591, 2.767, -1.800, 1.333, -2.218
    };

    /** For the same: that there is a digit in the picture. */
    static final double[] DIGIT = {
        -2.814, 1.483, 6.503, -0.161, 0.191, -1.727, -0.247, 0.082, 0.953, 2.174, 0.086, -0.595, -1.729
    };

    /** Below this probability of a digit a picture is said to show none. */
    static final double NO_DIGIT = 0.62;

    private JudgmentWeights() {}
}
