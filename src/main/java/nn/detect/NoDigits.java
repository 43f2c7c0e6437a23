package nn.detect;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import nn.data.DataSet;
import nn.data.RandomStreams;
import nn.data.RandomStreams.Purpose;
import nn.image.prepare.DigitPreparation;

/**
 * Images of 28 x 28 pixels that show no digit, as they come out of the preparation of pictures: what lies about where digits are written,
 * letters and signs, and digits that are spoiled. Each is a pure function of the digits, the seed and its number.
 */
public final class NoDigits {

    private static final int ATTEMPTS = 8;
    private static final int SIDE = DigitPreparation.SIDE;
    private static final int FAINT = 64;
    /** In pixels; few ones are wider. */
    private static final int NARROW = 9;

    /** What can be seen. */
    enum Kind {
        EMPTY_CELL,
        LINES,
        BOX,
        BLOT,
        SCRIBBLE,
        STROKE,
        TEXTURE,
        SIGN,
        MADE_UP,
        HALF,
        TOGETHER,
        WITH_LINES,
        CROSSED_OUT,
        INVERTED,
        TURNED
    }

    /** The share of each kind is how often it stands here. */
    private static final Kind[] SHARES = {
        Kind.EMPTY_CELL,
        Kind.EMPTY_CELL,
        Kind.EMPTY_CELL,
        Kind.LINES,
        Kind.LINES,
        Kind.BOX,
        Kind.BLOT,
        Kind.SCRIBBLE,
        Kind.STROKE,
        Kind.TEXTURE,
        Kind.TEXTURE,
        Kind.SIGN,
        Kind.SIGN,
        Kind.MADE_UP,
        Kind.MADE_UP,
        Kind.HALF,
        Kind.TOGETHER,
        Kind.WITH_LINES,
        Kind.CROSSED_OUT,
        Kind.INVERTED,
        Kind.TURNED
    };

    private final SpoiledDigits spoiled;
    private final long seed;

    /** Made with a data set's digits, from 0 to 9, of 28 x 28 pixels. */
    public NoDigits(DataSet digits, long seed) {
        this.seed = seed;
        spoiled = new SpoiledDigits(
                example -> {
                    byte[] image = new byte[digits.pixelsPerImage()];
                    digits.readPixels(example, image);
                    return image;
                },
                digits::label,
                digits.size());
    }

    /** The kind of an image. */
    static Kind kind(int number) {
        return SHARES[number % SHARES.length];
    }

    /** An image, {@code [28 * 28]}, 0 paper to 255 ink. */
    public byte[] image(int number) {
        SplittableRandom random = RandomStreams.of(seed, Purpose.NO_DIGIT, number);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            byte[] image = image(kind(number), random);
            if (!isUpright(image)) {
                return image;
            }
        }
        return Handwriting.sign(random).fitted();
    }

    /** Whether an image is narrow and so could be a one, or blank. */
    private static boolean isUpright(byte[] image) {
        int left = SIDE;
        int right = -1;
        for (int i = 0; i < image.length; i++) {
            if ((image[i] & 0xff) > FAINT) {
                left = Math.min(left, i % SIDE);
                right = Math.max(right, i % SIDE);
            }
        }
        return right - left < NARROW;
    }

    private byte[] image(Kind kind, SplittableRandom random) {
        return switch (kind) {
            case EMPTY_CELL -> prepared(() -> Clutter.emptyCell(random), random);
            case LINES -> prepared(() -> Clutter.lines(random), random);
            case BOX -> either(Clutter.box(random), random);
            case BLOT -> either(Clutter.blot(random), random);
            case SCRIBBLE -> either(Clutter.scribble(random), random);
            case STROKE -> either(Clutter.stroke(random), random);
            case TEXTURE -> either(Clutter.texture(random), random);
            case SIGN -> either(Handwriting.sign(random), random);
            case MADE_UP -> either(Handwriting.madeUp(random), random);
            case HALF -> either(spoiled.half(random), random);
            case TOGETHER -> spoiled.together(random).fitted();
            case WITH_LINES -> spoiled.withLines(random).fitted();
            case CROSSED_OUT -> spoiled.crossedOut(random).fitted();
            case INVERTED -> spoiled.inverted(random).fitted();
            case TURNED -> either(spoiled.turned(random), random);
        };
    }

    /** As it was drawn, or as the preparation finds it in a picture; in half of the images each. */
    private static byte[] either(Drawing drawing, SplittableRandom random) {
        Optional<byte[]> prepared = random.nextBoolean() ? drawing.prepared(random) : Optional.empty();
        return prepared.orElseGet(drawing::fitted);
    }

    /** What the preparation finds; where it finds nothing time and again, a texture. */
    private static byte[] prepared(Supplier<Drawing> drawings, SplittableRandom random) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<byte[]> prepared = drawings.get().prepared(random);
            if (prepared.isPresent()) {
                return prepared.get();
            }
        }
        return Clutter.texture(random).fitted();
    }
}
