package nn.read;

/** What evidence counts for a way to read a line, in log odds: a weight for each trait of {@code Lattice}. */
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
    static final int COUNT = 19;

    /** Fitted to drawn strings and pages of MNIST's training digits, strokes and fonts. */
    static final SegmentWeights FITTED = new SegmentWeights(new double[] {
        -0.49, 3.27, 8.38, -8.0, -5.92, -2.49, -4.14, -2.68, -0.89, -0.62, -0.07, -0.61, -3.41, -3.0, -1.78, -3.27, -0.07, -3.27, -1.5
    });

    double score(double[] traits) {
        double sum = 0;
        for (int i = 0; i < COUNT; i++) {
            sum += values[i] * traits[i];
        }
        return sum;
    }
}
