package nn.pictures;

/** What {@link Judgment} makes of a candidate's traits. */
final class Weights {
    static final double BIAS = 0, CLASS = 0, DIGIT = 0, EXPLAINED = 0, CONTRAST = 0, SIZE = 0, PEN = 0, EDGE = 0, SEVERAL = 0;
    static final double[] KIND = new double[11];

    private Weights() {}
}
