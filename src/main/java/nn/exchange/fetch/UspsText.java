package nn.exchange.fetch;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import nn.NnException;
import nn.NnException.Kind;
import nn.UntrustedText;
import nn.data.IdxWriter;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/**
 * USPS as LIBSVM's authors publish it: two files of text in bzip2. A line is a digit: its label, 1 for the digit 0 to 10 for the digit 9, and
 * {@code index:value} for each of 16 x 16 pixels, -1 paper to 1 ink.
 *
 * @param train the name of the file with the training digits
 * @param test  the name of the file with the test digits
 */
record UspsText(String train, String test) implements Unpacking {

    private static final int SIDE = 16;
    private static final int CLASSES = 10;
    private static final int LONGEST_LINE = 1 << 14;
    /** Ink in the middle between paper and ink. Values that are not listed are 0. */
    private static final int MIDDLE = 128;

    @Override
    public void unpack(Path downloads, Path directory) throws IOException {
        unpack(downloads.resolve(train), directory, true);
        unpack(downloads.resolve(test), directory, false);
    }

    private static void unpack(Path file, Path directory, boolean train) throws IOException {
        try (InputStream in = new BufferedInputStream(
                        new BZip2CompressorInputStream(new BufferedInputStream(Files.newInputStream(file)), true));
                IdxWriter images = IdxWriter.images(directory, train, SIDE, SIDE);
                IdxWriter labels = IdxWriter.labels(directory, train)) {
            for (Optional<String> line = line(in); line.isPresent(); line = line(in)) {
                add(file, line.get(), images, labels);
            }
        }
    }

    /** The next line; empty at the end. One that is too long is cut, and then refused as malformed. */
    private static Optional<String> line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        if (next < 0) {
            return Optional.empty();
        }
        while (next >= 0 && next != '\n' && line.size() < LONGEST_LINE) {
            line.write(next);
            next = in.read();
        }
        return Optional.of(line.toString(StandardCharsets.US_ASCII).strip());
    }

    private static void add(Path file, String line, IdxWriter images, IdxWriter labels) {
        try {
            String[] words = line.split(" +");
            int label = (int) Double.parseDouble(words[0]);
            if (label < 1 || label > CLASSES) {
                throw new IllegalArgumentException("the label " + label);
            }
            byte[] image = new byte[SIDE * SIDE];
            Arrays.fill(image, (byte) MIDDLE);
            for (int i = 1; i < words.length; i++) {
                int colon = words[i].indexOf(':');
                double value = Double.parseDouble(words[i].substring(colon + 1));
                if (!(value >= -1 && value <= 1)) {
                    throw new IllegalArgumentException("the value " + value);
                }
                image[Integer.parseInt(words[i].substring(0, colon)) - 1] = (byte) Math.round((value + 1) / 2 * 255);
            }
            images.add(image);
            labels.add((byte) (label - 1));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new NnException(
                    Kind.BAD_INPUT,
                    file + ": line " + (images.count() + 1) + " is no digit of USPS (" + UntrustedText.reason(e)
                            + "); get the published file again",
                    e);
        }
    }
}
