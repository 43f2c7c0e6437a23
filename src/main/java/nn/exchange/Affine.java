package nn.exchange;

/**
 * Multiplies values and then adds to them.
 *
 * @param scales one for all values, or one for each
 * @param shifts one for all values, or one for each
 */
public record Affine(double[] scales, double[] shifts) {

    /** Changes nothing. */
    public static final Affine IDENTITY = of(1, 0);

    /** The same for all values. */
    public static Affine of(double scale, double shift) {
        return new Affine(new double[] {scale}, new double[] {shift});
    }

    /** What a value is multiplied by. */
    double scale(int index) {
        return at(scales, index);
    }

    /** What is added to a value. */
    double shift(int index) {
        return at(shifts, index);
    }

    private static double at(double[] vector, int index) {
        return vector[vector.length == 1 ? 0 : index];
    }

    /** Whether it multiplies all values by the same positive number, as a temperature does. */
    public boolean isScale() {
        return scales.length == 1 && scales[0] > 0 && shifts.length == 1 && shifts[0] == 0;
    }

    /** This one after another. */
    public Affine after(Affine first) {
        int count = Math.max(length(), first.length());
        double[] product = new double[count];
        double[] sum = new double[count];
        for (int i = 0; i < count; i++) {
            product[i] = scale(i) * first.scale(i);
            sum[i] = scale(i) * first.shift(i) + shift(i);
        }
        return new Affine(product, sum);
    }

    /** How many values it is for; 1 if for any number of them. */
    public int length() {
        return Math.max(scales.length, shifts.length);
    }

    /** Whether its constants fit this many values. */
    public boolean fits(int values) {
        return (scales.length == 1 || scales.length == values) && (shifts.length == 1 || shifts.length == values);
    }
}
