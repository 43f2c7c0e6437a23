package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import nn.Exif;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code nn predict} of files as cameras and image programs write them. All show the test set's first image, a seven. */
class PredictJpegTest {

    private static final Path MODEL = Path.of("data", "model.safetensors").toAbsolutePath();
    private static final int ZOOM = 6;

    @TempDir
    private Path scratch;

    /** Dark on light with a margin, stored with the given number of clockwise turns by 90 degrees. */
    private static BufferedImage seven(int turns) {
        byte[] ink = SmallMnist.testPixels(0);
        int side = (SmallMnist.SIDE + 8) * ZOOM;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < side * side; i++) {
            int x = i % side / ZOOM - 4;
            int y = i / side / ZOOM - 4;
            boolean inside = x >= 0 && x < SmallMnist.SIDE && y >= 0 && y < SmallMnist.SIDE;
            int toX = i % side;
            int toY = i / side;
            for (int turn = 0; turn < turns; turn++) {
                int oldX = toX;
                toX = side - 1 - toY;
                toY = oldX;
            }
            image.getRaster().setSample(toX, toY, 0, inside ? 255 - (ink[y * SmallMnist.SIDE + x] & 0xff) : 255);
        }
        return image;
    }

    private static byte[] jpeg(BufferedImage image, float quality) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static String answer(Path picture) {
        Cli.Result result = Cli.run("predict", "--model", MODEL, picture);
        String text = result.printed();
        assertEquals("", result.err(), "no warning");
        return text;
    }

    /** The prepared image of a picture. */
    private int[] prepared(String name, byte[] picture) throws IOException {
        Path saved = scratch.resolve(name);
        Path file = Files.write(scratch.resolve(name + ".jpg"), picture);
        Cli.run("predict", "--model", MODEL, "--save-prepared", saved, file);
        BufferedImage image =
                ImageIO.read(saved.resolve("0001-" + name + ".png").toFile());
        return image.getRaster().getPixels(0, 0, 28, 28, (int[]) null);
    }

    private static double meanDifference(int[] a, int[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] - b[i]);
        }
        return sum / a.length;
    }

    @ParameterizedTest
    @ValueSource(floats = {0.15f, 0.9f})
    void aJpegOfAnyQualityIsRead(float quality) throws IOException {
        assertTrue(answer(Files.write(scratch.resolve("seven.jpg"), jpeg(seven(0), quality)))
                .startsWith("7 "));
    }

    /** Made with ImageMagick from the same image, resized to 168 x 168, with a border: {@code -colorspace CMYK -quality 80}. */
    @Test
    void aJpegInTheColorsOfPrintIsRead() {
        assertTrue(answer(Path.of("src", "test", "resources", "nn", "image", "seven-cmyk.jpg"))
                .startsWith("7 "));
    }

    /**
     * A camera that was held upright stores the picture sideways. 6 means that it must be turned clockwise, 8
     * counter-clockwise.
     */
    @ParameterizedTest
    @ValueSource(ints = {6, 8})
    void aPictureIsTurnedAsItsCameraSays(int orientation) throws IOException {
        byte[] stored = jpeg(seven(orientation == 6 ? 3 : 1), 0.95f);
        byte[] marked = Exif.inJpeg(stored, Exif.of(ByteOrder.BIG_ENDIAN, orientation));
        int[] upright = prepared("upright", jpeg(seven(0), 0.95f));
        int[] turned = prepared("turned", marked);
        assertTrue(meanDifference(upright, turned) < 3, () -> "turned: " + meanDifference(upright, turned));
        assertTrue(answer(Files.write(scratch.resolve("marked.jpg"), marked)).startsWith("7 "));
    }

    /** Many programs drop what the camera said. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aPictureOnItsSideIsTurnedWithAWarning(int turns) throws IOException {
        Path lying = Files.write(scratch.resolve("lying.jpg"), jpeg(seven(turns), 0.95f));
        Cli.Result result = Cli.run("predict", "--model", MODEL, lying);
        assertTrue(result.printed().startsWith("7 "), result.out());
        assertTrue(
                result.err()
                        .contains("lies on its side (or is several digits); read after a turn by "
                                + (turns == 1 ? 270 : 90) + " degrees"),
                result.err());
    }
}
