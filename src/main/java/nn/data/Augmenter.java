package nn.data;

/**
 * Deforms images at random: stroke thickness, blur, an affine map about the center plus an elastic displacement, and
 * contrast. It owns its buffers, so it is not thread-safe; {@link #another()} makes one for another thread. Allocates nothing
 * per image.
 */
final class Augmenter {

    /** The uses of an image's random numbers, in order. Add a new one at the end, so that no other changes. */
    private enum Draw {
        ROTATION,
        SCALE_X,
        SCALE_Y,
        SHEAR,
        MOVE_X,
        MOVE_Y,
        ELASTIC_X,
        ELASTIC_Y,
        THICKNESS,
        BLUR,
        CONTRAST
    }

    private final Augmentation augmentation;
    private final int rows;
    private final int columns;
    private final long stream;
    private final ElasticField field;
    private final PaddedImage image;
    private final Warp warp;

    /**
     * Makes an augmenter for images of one size.
     *
     * @throws IllegalArgumentException if a side is not in 1 to 4096
     */
    Augmenter(Augmentation augmentation, int rows, int columns, long seed) {
        this(
                augmentation,
                rows,
                columns,
                RandomStreams.start(seed, RandomStreams.Purpose.AUGMENTATION),
                augmentation.elastic() > 0
                        ? ElasticField.of(rows, columns, augmentation.elasticSmoothing(), seed)
                        : ElasticField.still(rows, columns));
    }

    private Augmenter(Augmentation augmentation, int rows, int columns, long stream, ElasticField field) {
        this.augmentation = augmentation;
        this.rows = rows;
        this.columns = columns;
        this.stream = stream;
        this.field = field;
        image = new PaddedImage(rows, columns);
        warp = new Warp(rows, columns);
    }

    /** An augmenter for another thread, which makes the same images and shares the elastic fields. */
    Augmenter another() {
        return new Augmenter(augmentation, rows, columns, stream, field);
    }

    /**
     * Deforms one image. The result depends only on the image, the seed, the epoch and the example.
     *
     * @param pixels {@code [rows * columns]}, 0 paper to 255 ink
     * @param into   {@code [rows * columns]}, overwritten, 0 paper to 255 ink
     */
    void apply(byte[] pixels, byte[] into, long epoch, int example) {
        apply(pixels, into, epoch, example, 1);
    }

    /**
     * Deforms one image with all strengths multiplied by a factor, so that augmentation can fade in or out.
     *
     * @param strength 0 (the image itself) to 1
     */
    void apply(byte[] pixels, byte[] into, long epoch, int example, double strength) {
        if (augmentation.isNone() || strength == 0) {
            System.arraycopy(pixels, 0, into, 0, pixels.length);
            return;
        }
        long random = RandomStreams.absorb(RandomStreams.absorb(stream, epoch), example);
        image.set(pixels);
        image.thicken(strength * augmentation.thickness() * signed(random, Draw.THICKNESS));
        image.blur(strength * augmentation.blur() * unsigned(random, Draw.BLUR));
        warp(random, strength, into);
    }

    private void warp(long random, double strength, byte[] into) {
        double scale = strength * augmentation.scale();
        double move = strength * augmentation.translation();
        InverseAffine map = InverseAffine.of(
                strength * augmentation.rotation() * signed(random, Draw.ROTATION),
                1 + scale * signed(random, Draw.SCALE_X),
                1 + scale * signed(random, Draw.SCALE_Y),
                strength * augmentation.shear() * signed(random, Draw.SHEAR),
                move * signed(random, Draw.MOVE_X),
                move * signed(random, Draw.MOVE_Y));
        double ink = 1 - strength * augmentation.contrast() * unsigned(random, Draw.CONTRAST);
        warp.apply(
                image,
                map,
                field,
                bits(random, Draw.ELASTIC_X),
                bits(random, Draw.ELASTIC_Y),
                strength * augmentation.elastic(),
                ink,
                into);
    }

    /** One number of the SplitMix64 stream that starts at {@code state}. */
    private static long bits(long state, Draw draw) {
        return RandomStreams.mix(state + (draw.ordinal() + 1) * RandomStreams.GOLDEN_GAMMA);
    }

    /** Uniform in [-1, 1). */
    private static double signed(long state, Draw draw) {
        return (bits(state, draw) >> 11) * 0x1p-52;
    }

    /** Uniform in [0, 1). */
    private static double unsigned(long state, Draw draw) {
        return (bits(state, draw) >>> 11) * 0x1p-53;
    }
}
