package nn.image.decode;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import nn.image.Picture;

/** Decodes a TIFF with the JDK's reader, and puts right or names what that reader gets wrong. */
final class TiffDecoder {

    // Tags and their values (TIFF 6.0 section 8).
    private static final int PAGE_KIND = 254;
    private static final int BITS_PER_SAMPLE = 258;
    private static final int COMPRESSION = 259;
    private static final int PHOTOMETRIC = 262;
    private static final int SAMPLE_FORMAT = 339;

    private static final int THUMBNAIL_OR_MASK = 0b101;
    private static final int JPEG = 7;
    private static final int WHITE_IS_ZERO = 0;
    private static final int INKS = 5;
    private static final int SIGNED = 2;
    private static final int REAL = 3;

    /** Those that the JDK's reader unpacks: none, CCITT, LZW, JPEG, Deflate and PackBits. */
    private static final Set<Long> COMPRESSIONS = Set.of(-1L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 32_773L, 32_946L);

    private static final Map<Long, String> OTHER_COMPRESSIONS = Map.of(
            34_712L,
            "JPEG 2000",
            34_887L,
            "LERC",
            34_925L,
            "LZMA",
            50_000L,
            "Zstandard",
            50_001L,
            "WebP",
            50_002L,
            "JPEG XL");

    private static final String CONVERTER = "magick %1$s[0] %2$s";

    private TiffDecoder() {}

    /**
     * @throws IOException when the picture is too large, damaged, or of a kind that cannot be read
     */
    static Picture decode(byte[] file, int longestSide) throws IOException {
        List<TiffDirectory> directories = TiffDirectory.all(file, 0, file.length);
        if (directories.isEmpty()) {
            throw new UnreadablePicture("a damaged TIFF (no picture in it)");
        }
        int[] pages = IntStream.range(0, directories.size())
                .filter(i -> (Math.max(0, directories.get(i).value(PAGE_KIND)) & THUMBNAIL_OR_MASK) == 0)
                .toArray();
        int count = Math.max(1, pages.length);
        try (ImageIoDecoder decoder =
                new ImageIoDecoder(file, longestSide, ImageIoDecoder.jdkReader("tiff"), directories.size())) {
            return PictureSequence.pages(count, page -> {
                int index = pages.length == 0 ? 0 : pages[page];
                return decode(decoder, index, directories.get(index));
            });
        }
    }

    private static Picture decode(ImageIoDecoder decoder, int index, TiffDirectory directory) throws IOException {
        checkKind(directory);
        long photometric = directory.value(PHOTOMETRIC);
        PictureBuilder builder = decoder.builder(index);
        BufferedImage image = decoder.image(index, builder);
        SampleRange range = SampleRange.ofTiff(
                image.getRaster(),
                image.getColorModel().getNumColorComponents(),
                directory.value(SAMPLE_FORMAT) == SIGNED,
                photometric == WHITE_IS_ZERO);
        new RasterSamples(image.getColorModel(), meaning(photometric, image.getColorModel()), range)
                .addAll(image.getRaster(), builder);
        return Orientation.upright(builder.build(), Orientation.of(directory));
    }

    private static RasterSamples.Meaning meaning(long photometric, ColorModel colors) {
        if (photometric == INKS) {
            // The JDK takes inks of 16 bits, or with a further sample, for other colors.
            return RasterSamples.Meaning.INKS;
        }
        // It turns all samples around where white is zero, the opacity too.
        return photometric == WHITE_IS_ZERO && colors.hasAlpha()
                ? RasterSamples.Meaning.TURNED
                : RasterSamples.Meaning.COLORS;
    }

    private static void checkKind(TiffDirectory directory) throws UnreadablePicture {
        long compression = directory.value(COMPRESSION);
        if (!COMPRESSIONS.contains(compression)) {
            throw new UnreadablePicture(
                    "a TIFF packed in a way that is not read ("
                            + OTHER_COMPRESSIONS.getOrDefault(compression, "number " + compression) + ")",
                    CONVERTER);
        }
        if (compression == JPEG && directory.value(PHOTOMETRIC) == INKS) {
            throw new UnreadablePicture("a TIFF of inks (CMYK) packed as JPEG, which Java unpacks wrongly", CONVERTER);
        }
        if (directory.value(SAMPLE_FORMAT) == REAL && directory.value(BITS_PER_SAMPLE) == 16) {
            throw new UnreadablePicture(
                    "a TIFF of real numbers of 16 bits, which Java takes for whole ones", CONVERTER);
        }
    }
}
