package nn.exchange.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nn.data.ClassNames;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;

/** Small data sets in the forms of the published ones, with their own checksums. Image {@code i} shows a bright bar in row {@code i mod 4}. */
public final class FakeSets {

    static final int SIDE = 4;
    static final int TRAIN = 20;
    static final int TEST = 8;

    private FakeSets() {}

    /** The files of a set in MNIST's form; labels 0 to 3. */
    public static Map<String, byte[]> likeMnist() {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("train-images-idx3-ubyte.gz", gzip(images(TRAIN, false)));
        files.put("train-labels-idx1-ubyte.gz", gzip(labels(TRAIN, 0)));
        files.put("t10k-images-idx3-ubyte.gz", gzip(images(TEST, false)));
        files.put("t10k-labels-idx1-ubyte.gz", gzip(labels(TEST, 0)));
        return files;
    }

    /** QMNIST's: other names, and eight numbers for a label. */
    static Map<String, byte[]> likeQmnist() {
        Map<String, byte[]> files = new TreeMap<>();
        for (String part : List.of("train", "test")) {
            int count = part.equals("train") ? TRAIN : TEST;
            ByteBuffer labels = ByteBuffer.allocate(12 + 32 * count)
                    .putInt(0xC02)
                    .putInt(count)
                    .putInt(8);
            for (int i = 0; i < count; i++) {
                labels.putInt(i % SIDE);
                for (int k = 1; k < 8; k++) {
                    labels.putInt(1000 * k + i);
                }
            }
            files.put("qmnist-" + part + "-images-idx3-ubyte.gz", gzip(images(count, false)));
            files.put("qmnist-" + part + "-labels-idx2-int.gz", gzip(labels.array()));
        }
        return files;
    }

    /** EMNIST's: one zip of gz files, images column after column, labels from 1. */
    static Map<String, byte[]> likeEmnist() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String part : List.of("train", "test")) {
                int count = part.equals("train") ? TRAIN : TEST;
                String start = "gzip/emnist-letters-" + part;
                put(zip, start + "-images-idx3-ubyte.gz", gzip(images(count, true)));
                put(zip, start + "-labels-idx1-ubyte.gz", gzip(labels(count, 1)));
            }
            put(zip, "../../evil.gz", gzip(labels(1, 0)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of("gzip.zip", bytes.toByteArray());
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    /** USPS's: text in bzip2. Digit {@code i} has full ink in pixel {@code i}, and the label 1 + i mod 10. */
    static Map<String, byte[]> likeUsps(String... further) {
        return Map.of("usps.bz2", bzip2(usps(TRAIN, further)), "usps.t.bz2", bzip2(usps(TEST)));
    }

    private static String usps(int count, String... further) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(1 + i % 10);
            for (int pixel = 1; pixel <= 256; pixel++) {
                text.append(String.format(
                        Locale.ROOT, " %d:%s", pixel, pixel == i + 1 ? "1" : pixel == 256 ? "0.5" : "-1"));
            }
            text.append(" \n");
        }
        return text + String.join("", further);
    }

    static byte[] bzip2(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new BZip2CompressorOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A set of these files. */
    static PublishedSet set(
            String name,
            String source,
            Map<String, byte[]> files,
            Unpacking unpacking,
            ClassNames names,
            String... mirrors) {
        return new PublishedSet(
                name,
                "a small set",
                source,
                List.of(mirrors),
                files.entrySet().stream()
                        .map(file -> PublishedFile.of(file.getKey(), md5(file.getValue())))
                        .toList(),
                unpacking,
                Optional.of(names),
                false);
    }

    /** A set in MNIST's form with four classes. */
    public static PublishedSet clothes(String... mirrors) {
        return set(
                "clothes",
                "clothes",
                likeMnist(),
                Unpacking.copying(""),
                ClassNames.of(List.of("hat", "coat", "sneaker", "bag")),
                mirrors);
    }

    static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Pixel values of an image; the bar is brighter to the right, so that a turned image is another one. */
    static byte[] image(int index) {
        byte[] image = new byte[SIDE * SIDE];
        for (int column = 0; column < SIDE; column++) {
            image[index % SIDE * SIDE + column] = (byte) (100 + 50 * column);
        }
        return image;
    }

    private static byte[] images(int count, boolean columns) {
        ByteBuffer bytes = ByteBuffer.allocate(16 + count * SIDE * SIDE)
                .putInt(0x803)
                .putInt(count)
                .putInt(SIDE)
                .putInt(SIDE);
        for (int i = 0; i < count; i++) {
            byte[] image = image(i);
            for (int pixel = 0; pixel < image.length; pixel++) {
                bytes.put(columns ? image[pixel % SIDE * SIDE + pixel / SIDE] : image[pixel]);
            }
        }
        return bytes.array();
    }

    private static byte[] labels(int count, int first) {
        ByteBuffer bytes = ByteBuffer.allocate(8 + count).putInt(0x801).putInt(count);
        for (int i = 0; i < count; i++) {
            bytes.put((byte) (first + i % SIDE));
        }
        return bytes.array();
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
