package nn.exchange.convert;

/**
 * What the numbers of a file mean.
 *
 * @param ink the number of full ink: 255, and then all are whole, or 1
 */
public record PixelScale(int ink) {

    private static final int MAX = 255;

    public PixelScale {
        if (ink != 1 && ink != MAX) {
            throw new IllegalArgumentException("full ink is " + ink + "; it must be 255 or 1");
        }
    }

    /**
     * The gray level of a number.
     *
     * @throws IllegalArgumentException if it is out of range
     */
    byte gray(double number) {
        if (ink == 1 && number >= 0 && number <= 1) {
            return (byte) Math.round(number * MAX);
        }
        if (ink == MAX && number >= 0 && number <= MAX && number == Math.rint(number)) {
            return (byte) number;
        }
        throw new IllegalArgumentException(
                ink == 1
                        ? number + " is no number from 0 to 1"
                        : number + " is no whole number from 0 to 255 (if full ink is 1, add --pixels 1)");
    }
}
