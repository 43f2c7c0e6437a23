package nn.image.decode;

import static nn.image.decode.PictureSamples.levels;
import static nn.image.decode.PictureSamples.read;
import static nn.image.decode.PictureSamples.stored;
import static nn.image.decode.PictureSamples.written;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nn.Exif;
import nn.image.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pictures of a camera that was not held upright; each of their pixels has another level. */
class OrientationTest {

    private static final int WIDTH = 5;
    private static final int HEIGHT = 3;

    /** Where the stored first row and column belong, for orientations 1 to 8 (Exif 2.32, section 4.6.4, Orientation). */
    private static final List<String> FIRST_ROW =
            List.of("top", "top", "bottom", "bottom", "left", "right", "right", "left");

    private static final List<String> FIRST_COLUMN =
            List.of("left", "right", "right", "left", "top", "top", "bottom", "bottom");

    /** A container of pictures, and how far its levels may be from those that were written. */
    private enum Container {
        JPEG(2),
        PNG(0),
        TIFF(0),
        WEBP(0);

        private final float tolerance;

        Container(float tolerance) {
            this.tolerance = tolerance + 1e-3f;
        }

        byte[] file(ByteOrder order, int orientation) {
            byte[] exif = Exif.of(order, orientation);
            return switch (this) {
                case JPEG -> Exif.inJpeg(written(steps(), "jpeg", false, 1), exif);
                case PNG -> Exif.inPng(written(steps(), "png", false), exif);
                case TIFF -> tiff(order).with(TiffFile.ORIENTATION, orientation).bytes();
                case WEBP -> Exif.inWebp(stored("steps.webp"), WIDTH, HEIGHT, exif);
            };
        }
    }

    private static int level(int column, int row) {
        return 10 + 16 * (WIDTH * row + column);
    }

    private static BufferedImage steps() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            image.getRaster().setSample(i % WIDTH, i / WIDTH, 0, level(i % WIDTH, i / WIDTH));
        }
        return image;
    }

    private static TiffFile tiff(ByteOrder order) {
        byte[] samples = (byte[]) steps().getRaster().getDataElements(0, 0, WIDTH, HEIGHT, null);
        return new TiffFile(order, WIDTH, HEIGHT, new int[] {8}, samples).with(TiffFile.PHOTOMETRIC, 1);
    }

    /** Distance from the left or the top of what is that many pixels from the named side. */
    private static int from(String side, int pixels, int length) {
        return side.equals("left") || side.equals("top") ? pixels : length - 1 - pixels;
    }

    private static float[] upright(int orientation) {
        String firstRow = FIRST_ROW.get(orientation - 1);
        String firstColumn = FIRST_COLUMN.get(orientation - 1);
        boolean lying = firstRow.equals("left") || firstRow.equals("right");
        int width = lying ? HEIGHT : WIDTH;
        int height = lying ? WIDTH : HEIGHT;
        float[] levels = new float[WIDTH * HEIGHT];
        for (int row = 0; row < HEIGHT; row++) {
            for (int column = 0; column < WIDTH; column++) {
                int x = lying ? from(firstRow, row, width) : from(firstColumn, column, width);
                int y = lying ? from(firstColumn, column, height) : from(firstRow, row, height);
                levels[y * width + x] = level(column, row);
            }
        }
        return levels;
    }

    private static void assertUpright(int orientation, byte[] file, float tolerance) {
        Picture picture = read(file);
        assertEquals(orientation < 5 ? WIDTH : HEIGHT, picture.width());
        assertArrayEquals(upright(orientation), levels(picture), tolerance);
        assertEquals(List.of(), picture.warnings());
    }

    static List<Arguments> everyWay() {
        List<Arguments> ways = new ArrayList<>();
        for (Container container : Container.values()) {
            for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
                for (int orientation = 1; orientation <= 8; orientation++) {
                    ways.add(Arguments.of(container, order, orientation));
                }
            }
        }
        return ways;
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void aPictureIsPutUpright(Container container, ByteOrder order, int orientation) {
        assertUpright(orientation, container.file(order, orientation), container.tolerance);
    }

    /** A pixel of a transparent part stays where the digit is. */
    @Test
    void opacityIsTurnedWithThePicture() {
        byte[] png = PngFile.of(PngFile.header(2, 1, 8, PngFile.GRAY_ALPHA, 0), PngFile.data(0, 100, 255, 200, 51));
        Picture turned = read(Exif.inPng(png, Exif.of(ByteOrder.LITTLE_ENDIAN, 8)));
        assertEquals(1, turned.width());
        assertArrayEquals(new float[] {200, 100}, levels(turned), 1e-3f);
        assertArrayEquals(new float[] {0.2f, 1}, turned.opacity().values(), 1e-6f);
    }

    @Test
    void warningsStayWithATurnedPicture() {
        byte[] png = Container.PNG.file(ByteOrder.BIG_ENDIAN, 6);
        png[29] ^= 1;
        assertEquals(List.of("a checksum inside the PNG is wrong"), read(png).warnings());
    }

    /** So the standard demands (PNG, third edition, section 5.6), and so do browsers. */
    @Test
    void exifBehindThePictureOfAPngIsIgnored() {
        byte[] upright = written(steps(), "png", false);
        byte[] late = PngFile.join(
                Arrays.copyOf(upright, upright.length - PngFile.END.length),
                PngFile.chunk("eXIf", Exif.of(ByteOrder.BIG_ENDIAN, 3)),
                PngFile.END);
        assertUpright(1, late, 1e-3f);
    }

    /** Cameras write their name, the date and more in front of the orientation, and other chunks and segments first. */
    @Test
    void orientationIsFoundAmongOtherTags() {
        for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
            byte[] others = directory(order, 20, 0x010f, 5, 0x0110, 7, 0x0112, 6, 0x0131, 3);
            assertUpright(6, Exif.inPng(written(steps(), "png", false), others), 1e-3f);
            assertUpright(6, Exif.inJpeg(written(steps(), "jpeg", false, 1), others), 2);
        }
    }

    /** A TIFF structure whose first directory stands at the offset, with pairs of tag and 16-bit value, and nothing behind. */
    private static byte[] directory(ByteOrder order, int offset, int... tagsAndValues) {
        int entries = tagsAndValues.length / 2;
        byte mark = (byte) (order == ByteOrder.LITTLE_ENDIAN ? 'I' : 'M');
        ByteBuffer tiff = ByteBuffer.allocate(offset + 2 + 12 * entries).order(order);
        tiff.put(mark)
                .put(mark)
                .putShort((short) 42)
                .putInt(offset)
                .position(offset)
                .putShort((short) entries);
        for (int i = 0; i < tagsAndValues.length; i += 2) {
            tiff.putShort((short) tagsAndValues[i])
                    .putShort((short) 3)
                    .putInt(1)
                    .putInt(0);
            tiff.putShort(tiff.position() - 4, (short) tagsAndValues[i + 1]);
        }
        return tiff.array();
    }

    static List<Arguments> nonsense() {
        byte[] sound = Exif.of(ByteOrder.BIG_ENDIAN, 3);
        List<Arguments> nonsense = new ArrayList<>();
        for (int orientation : new int[] {0, 9, 65_535}) {
            nonsense.add(Arguments.of("orientation " + orientation, Exif.of(ByteOrder.BIG_ENDIAN, orientation)));
        }
        nonsense.add(Arguments.of("nothing", new byte[0]));
        nonsense.add(Arguments.of("only a byte order", Arrays.copyOf(sound, 7)));
        nonsense.add(Arguments.of("no directory", Arrays.copyOf(sound, 8)));
        nonsense.add(Arguments.of("half a directory", Arrays.copyOf(sound, 21)));
        nonsense.add(Arguments.of("another tag", directory(ByteOrder.BIG_ENDIAN, 8, 0x0113, 3)));
        nonsense.add(Arguments.of("no tag", directory(ByteOrder.BIG_ENDIAN, 8)));
        byte[] two = directory(ByteOrder.BIG_ENDIAN, 8, 0x0113, 1, 0x0112, 3);
        nonsense.add(Arguments.of("a tag behind the directory", changed(two, 9, 1)));
        nonsense.add(Arguments.of("byte order IM", changed(sound, 0, 'I')));
        nonsense.add(Arguments.of("byte order MI", changed(sound, 1, 'I')));
        nonsense.add(Arguments.of("byte order XX", changed(changed(sound, 0, 'X'), 1, 'X')));
        nonsense.add(Arguments.of("43 instead of 42", changed(sound, 3, 43)));
        nonsense.add(Arguments.of("a directory behind the end", changed(sound, 7, 25)));
        nonsense.add(Arguments.of("a directory far behind the end", changed(sound, 4, 0xff)));
        return nonsense;
    }

    private static byte[] changed(byte[] exif, int at, int value) {
        byte[] changed = exif.clone();
        changed[at] = (byte) value;
        return changed;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nonsense")
    void exifWithoutAnOrientationLeavesThePictureAsStored(String what, byte[] exif) {
        assertUpright(1, Exif.inPng(written(steps(), "png", false), exif), 1e-3f);
        assertUpright(1, Exif.inJpeg(written(steps(), "jpeg", false, 1), exif), 2);
        assertUpright(1, Exif.inWebp(stored("steps.webp"), WIDTH, HEIGHT, exif), 1e-3f);
    }

    /** The last tag of a TIFF whose picture stands in front of its directory may end with the file. */
    @Test
    void orientationMayBeTheLastThingInTheFile() {
        byte[] last = directory(ByteOrder.BIG_ENDIAN, 8, 0x0112, 6);
        assertUpright(6, Exif.inWebp(stored("steps.webp"), WIDTH, HEIGHT, last), 1e-3f);
        assertUpright(6, Exif.inJpeg(written(steps(), "jpeg", false, 1), last), 2);
    }
}
