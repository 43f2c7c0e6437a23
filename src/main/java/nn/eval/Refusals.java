package nn.eval;

/**
 * How many images a {@link DigitDetector} refused.
 *
 * @param count of all of them; 0 if it was not measured
 */
public record Refusals(int count, int refused) {

    /** Not measured. */
    public static final Refusals NONE = new Refusals(0, 0);

    /** With one more image. */
    public Refusals plus(boolean isRefused) {
        return new Refusals(count + 1, refused + (isRefused ? 1 : 0));
    }

    public boolean measured() {
        return count > 0;
    }

    /** In [0, 1]; NaN if it was not measured. */
    public double share() {
        return (double) refused / count;
    }
}
