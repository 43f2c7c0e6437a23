package nn.pictures;

/** What evidence counts, in log odds. Fitted by {@code scripts/fit-judgment.py} on drawn scenes; paste its output here. */
final class JudgmentWeights {

    /** For {@link Judgment#traits}. */
    static final double[] CANDIDATE = {-2.486, 0.104, 0.228, 1.935, 0.771, -0.212, -2.805, -0.662, 0.340, 0.983, 2.805};
    /** For each kind of candidate. */
    static final double[] KIND = {0.000, -0.696, -0.400, -0.706, -0.278, -0.930, -0.342, -0.020, -0.160, 0.037, 0};
    /** For what {@link Verdict} sums up. */
    static final double[] PICTURE = {
        -3.580, 1.693, 10.580, 1.003, 0.388, -3.487, -0.291, 0.138, 1.117, 2.049, -1.284, -1.282
    };

    /** Below this probability a picture is said to show no digit. */
    static final double NO_DIGIT = 0.2;

    private JudgmentWeights() {}
}
