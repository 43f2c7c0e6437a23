package nn.exchange;

/** The range of the gray levels in files of other programs and for their networks, from 0 (paper) to full ink. */
public enum PixelRange {
    /** Whole numbers from 0 to 255, as in IDX files. */
    BYTES(255),
    /** 0 to 1. */
    UNIT(1);

    private final int ink;

    PixelRange(int ink) {
        this.ink = ink;
    }

    /** The value of full ink. */
    public int ink() {
        return ink;
    }

    /**
     * The gray level of a number, 0 to 255 as an unsigned byte.
     *
     * @throws IllegalArgumentException if it is out of range
     */
    public byte gray(double number) {
        if (!(number >= 0 && number <= ink) || this == BYTES && number != Math.rint(number)) {
            throw new IllegalArgumentException(number
                    + switch (this) {
                        case BYTES -> " is no whole number from 0 to 255 (if full ink is 1, add --pixels 1)";
                        case UNIT -> " is no number from 0 to 1";
                    });
        }
        return (byte) Math.round(number * BYTES.ink / ink);
    }

    /**
     * The range that ends with this number.
     *
     * @throws IllegalArgumentException if it is neither 255 nor 1
     */
    public static PixelRange to(String ink) {
        return switch (ink) {
            case "255" -> BYTES;
            case "1" -> UNIT;
            default -> throw new IllegalArgumentException("full ink is '" + ink + "'; it must be 255 or 1");
        };
    }
}
