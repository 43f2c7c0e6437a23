package nn.exchange;

/** The range of the gray levels that a network outside nn reads, from 0 (paper). */
public enum PixelRange {
    /** 0 to 255, as in the files. */
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
     * The range that ends with this number.
     *
     * @throws IllegalArgumentException if it is neither 255 nor 1
     */
    public static PixelRange to(String ink) {
        return switch (ink) {
            case "255" -> BYTES;
            case "1" -> UNIT;
            default -> throw new IllegalArgumentException("the pixels '" + ink + "' are neither 255 nor 1");
        };
    }
}
