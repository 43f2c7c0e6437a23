package nn.image.decode;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import nn.image.Picture;
import nn.image.Plane;
import nn.image.prepare.DrawnDigit;

/** Small picture files of every format. */
public final class PictureSamples {

    /** A seven, 40x40, as lossless WebP, drawn for this test with Pillow. */
    private static final String WEBP =
            "UklGRmAAAABXRUJQVlA4TFQAAAAvJ8AJAA9wCulTSJ9Cev4DD45q23YaOkMkIAVpvehixUjiIMOend4URPSfbNLGQPe+4S/FQfMQPM0LVrDABtawRf1kh+rJCeUFxRPIYYb+Dw8c/SU=";

    private PictureSamples() {}

    public static byte[] webp() {
        return Base64.getDecoder().decode(WEBP);
    }

    /** A file that make_samples.py wrote. */
    static byte[] stored(String name) {
        try {
            return Files.readAllBytes(Path.of("src", "test", "resources", "nn", "image", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Picture read(byte[] file) {
        try {
            return ImageFile.read(new ByteArrayInputStream(file), "picture");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Luminance in levels of 0 to 255, row by row. */
    static float[] levels(Picture picture) {
        float[] levels = picture.luminance().values().clone();
        for (int i = 0; i < levels.length; i++) {
            levels[i] *= 255;
        }
        return levels;
    }

    /** The seven, side x side, in an image of a java.awt type, drawn through its raster's colors. */
    public static BufferedImage seven(int side, int type) {
        Plane ink = DrawnDigit.seven(side);
        BufferedImage image = new BufferedImage(side, side, type);
        for (int i = 0; i < ink.values().length; i++) {
            boolean bilevel = type == BufferedImage.TYPE_BYTE_BINARY;
            float light = bilevel ? ink.values()[i] > 0.5f ? 0 : 1 : 1 - ink.values()[i];
            int level = Math.round(light * 255);
            int x = i % side;
            int y = i / side;
            switch (type) {
                case BufferedImage.TYPE_BYTE_GRAY -> image.getRaster().setSample(x, y, 0, level);
                case BufferedImage.TYPE_USHORT_GRAY -> image.getRaster().setSample(x, y, 0, level * 257);
                default -> image.setRGB(x, y, 0xff000000 | level * 0x010101);
            }
        }
        return image;
    }

    /** The seven behind the header, in numbers of the kind that it announces. */
    static byte[] netpbm(String header, int side) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
        for (float ink : DrawnDigit.seven(side).values()) {
            int level = Math.round(255 * (1 - ink));
            String text = level + " ";
            switch (header.charAt(1)) {
                case '2' -> file.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
                case '3' -> file.writeBytes(text.repeat(3).getBytes(StandardCharsets.US_ASCII));
                case '5' -> file.write(level);
                default -> file.writeBytes(PngFile.bytes(level, level, level, level, level, level));
            }
        }
        return file.toByteArray();
    }

    /** A TIFF of these pages, or a GIF of these frames. */
    static byte[] sequence(String format, BufferedImage... images) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (BufferedImage image : images) {
                writer.writeToSequence(new IIOImage(image, null, null), null);
            }
            writer.endWriteSequence();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** A gray image of one level. */
    static BufferedImage plain(int width, int height, int level) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        int[] levels = new int[width * height];
        Arrays.fill(levels, level);
        image.getRaster().setPixels(0, 0, width, height, levels);
        return image;
    }

    public static byte[] written(BufferedImage image, String format, boolean progressive) {
        return written(image, format, progressive, 0.75f);
    }

    /**
     * @param quality of a JPEG, 0 to 1; the other formats lose nothing
     */
    static byte[] written(BufferedImage image, String format, boolean progressive, float quality) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (progressive) {
                param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            if (format.equals("jpeg")) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(quality);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
