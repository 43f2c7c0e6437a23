package nn.read;

/** What evidence counts for a way to read a line, in log odds: a weight for each of {@link SegmentTraits}. */
record SegmentWeights(double[] values) {

    static final int DIGIT = 0;
    static final int LOG_PROBABILITY = 1;
    static final int LOG_DIGIT = 2;
    static final int LOW = 3;
    static final int HIGH = 4;
    static final int WIDE = 5;
    static final int WIDE_ONE = 6;
    static final int NARROW = 7;
    static final int CUT_ONE = 8;
    static final int CUT = 9;
    static final int CROSSED = 10;
    static final int JOINED = 11;
    static final int JOINED_GAP = 12;
    static final int SKIPPED = 13;
    static final int SKIPPED_CUT = 14;
    static final int SKIPPED_CUT_INK = 15;
    static final int SKIPPED_SMALL = 16;
    static final int SKIPPED_SMALL_INK = 17;
    static final int SKIPPED_NEAR = 18;
    static final int LOG_WHOLE = 19;
    static final int LOG_NO_WHOLE = 20;
    static final int LOG_AGREES = 21;
    static final int COUNT = 22;

    /** Fitted to drawn strings and pages of MNIST's training digits, strokes and fonts, where the segment network is not asked. */
    static final SegmentWeights WITHOUT_NETWORK = new SegmentWeights(new double[] {
        -0.15, 2.5, 8.4, -5.3, -5.9, -1.7, -5.2, -3.2, -0.55, -0.3, -0.04, -0.62, -3.4, -3, -3.7, -3.8, -0.07, -3.27,
        -0.8, 0, 0, 0
    });

    /**
     * The same where it is asked. SKIPPED_SMALL was raised by hand, from -0.72, because the labels count no points: a point beside a digit
     * is rather a point than a piece of the digit.
     */
    static final SegmentWeights WITH_NETWORK = new SegmentWeights(new double[] {
        2.01, 2.44, 0.6, -1.26, -0.5, 1.68, -2.55, -0.33, -0.71, -0.63, -0.29, -1.15, -0.67, -3.74, -0.49, -2.21, 2,
        -1.87, -0.29, 0.56, -0.68, 0.42
    });

    double score(double[] traits) {
        double sum = 0;
        for (int i = 0; i < COUNT; i++) {
            sum += values[i] * traits[i];
        }
        return sum;
    }
}
