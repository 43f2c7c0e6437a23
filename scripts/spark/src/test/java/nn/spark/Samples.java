package nn.spark;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import javax.imageio.ImageIO;

/** The first test images of MNIST, as files of all kinds. */
final class Samples {

    static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();
    static final Path MODEL = PROJECT.resolve("data/model.safetensors");
    static final int PIXELS = 784;

    private static final Path MNIST = PROJECT.resolve("data/mnist");
    private static final int SIDE = 28;

    private Samples() {}

    private static byte[] unpacked(String file, int header, int bytes) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(MNIST.resolve(file)))) {
            in.skipNBytes(header);
            return in.readNBytes(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The pixels of the first images, one after the other. */
    static byte[] pixels(int images) {
        return unpacked("t10k-images-idx3-ubyte.gz", 16, images * PIXELS);
    }

    static byte[] pixelsOf(int image) {
        return Arrays.copyOfRange(pixels(image + 1), image * PIXELS, (image + 1) * PIXELS);
    }

    /** Writes a raw IDX file of the first images, and one of their labels beside it. */
    static Path idx(Path directory, int images) throws IOException {
        Files.createDirectories(directory);
        write(
                directory.resolve("t10k-labels-idx1-ubyte"),
                unpacked("t10k-labels-idx1-ubyte.gz", 8, images),
                0x801,
                images);
        return write(directory.resolve("t10k-images-idx3-ubyte"), pixels(images), 0x803, images, SIDE, SIDE);
    }

    private static Path write(Path file, byte[] content, int... header) throws IOException {
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
            for (int number : header) {
                out.writeInt(number);
            }
            out.write(content);
        }
        return file;
    }

    /** Writes images as PNG: some as MNIST has them, some as large dark ink on a page, which need their preparation. */
    static void pictures(Path directory, int images) throws IOException {
        Files.createDirectories(directory);
        for (int image = 0; image < images; image++) {
            BufferedImage plain = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
            byte[] pixels = pixelsOf(image);
            boolean page = image % 2 == 1;
            for (int i = 0; i < PIXELS; i++) {
                int level = page ? 255 - (pixels[i] & 0xff) : pixels[i] & 0xff;
                plain.getRaster().setSample(i % SIDE, i / SIDE, 0, level);
            }
            ImageIO.write(
                    page ? onPage(plain) : plain,
                    "png",
                    directory.resolve("%02d.png".formatted(image)).toFile());
        }
    }

    private static BufferedImage onPage(BufferedImage plain) {
        BufferedImage large = new BufferedImage(300, 220, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = large.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 300, 220);
        graphics.drawImage(plain, 70, 30, 140, 140, null);
        graphics.dispose();
        return large;
    }
}
