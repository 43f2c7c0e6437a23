package nn.exchange.convert;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import nn.data.DataDirectory;
import nn.data.ExampleStream;
import nn.exchange.npy.NpyHeader;
import nn.exchange.npy.NpyType;
import nn.exchange.npy.NpzWriter;
import nn.files.AtomicFile;
import nn.files.NewDirectory;
import nn.image.GrayPng;

/** Writes a data directory in another form. */
public final class FromIdx {

    /** The forms. */
    public enum Format {
        /** A directory with {@code train} and {@code test}, in each a directory of PNG files for each class, and {@code labels.tsv}. */
        PNG,
        /** A directory with {@code train.csv} and {@code test.csv}, as Kaggle has them. */
        CSV,
        /** A file with {@code x_train}, {@code y_train}, {@code x_test} and {@code y_test}, as Keras' {@code mnist.npz}. */
        NPZ
    }

    private final DataDirectory data;

    public FromIdx(DataDirectory data) {
        this.data = data;
    }

    /**
     * Writes all images and labels, and replaces a file that is there.
     *
     * @return how many
     * @throws nn.NnException BAD_INPUT if the data cannot be read; ENVIRONMENT if the target is a directory with files, or cannot be written
     */
    public int to(Format format, Path target) {
        Map<String, ExampleStream> splits = new LinkedHashMap<>();
        if (data.hasTrain()) {
            splits.put("train", data.streamTrain());
        }
        if (data.hasTest()) {
            splits.put("test", data.streamTest());
        }
        if (format == Format.NPZ) {
            AtomicFile.write(target, out -> {
                try (NpzWriter npz = new NpzWriter(out)) {
                    for (Map.Entry<String, ExampleStream> split : splits.entrySet()) {
                        add(npz, split.getKey(), split.getValue());
                    }
                }
            });
        } else {
            NewDirectory.write(target, staged -> {
                for (Map.Entry<String, ExampleStream> split : splits.entrySet()) {
                    if (format == Format.PNG) {
                        pictures(staged.resolve(split.getKey()), split.getValue());
                    } else {
                        table(staged.resolve(split.getKey() + ".csv"), split.getValue());
                    }
                }
            });
        }
        return splits.values().stream().mapToInt(ExampleStream::size).sum();
    }

    private static void add(NpzWriter npz, String split, ExampleStream examples) throws IOException {
        npz.add(
                "x_" + split,
                NpyHeader.of(NpyType.UINT8, examples.size(), examples.rows(), examples.columns()),
                out -> writeAll(examples, out));
        npz.add("y_" + split, NpyHeader.of(NpyType.INT32, examples.size()), out -> {
            for (int i = 0; i < examples.size(); i++) {
                int label = examples.fileLabel(examples.label(i));
                out.write(new byte[] {(byte) label, (byte) (label >> 8), 0, 0});
            }
        });
    }

    private static void writeAll(ExampleStream examples, OutputStream out) throws IOException {
        try {
            examples.forEach((pixels, label) -> unchecked(() -> out.write(pixels)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void table(Path file, ExampleStream examples) throws IOException {
        String[] texts = new String[256];
        for (int value = 0; value < texts.length; value++) {
            texts[value] = String.valueOf(value);
        }
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            String[] record = new String[1 + examples.rows() * examples.columns()];
            record[0] = "label";
            for (int pixel = 0; pixel < record.length - 1; pixel++) {
                record[pixel + 1] = "pixel" + pixel;
            }
            csv.writeRecord(record);
            examples.forEach((pixels, label) -> {
                record[0] = examples.classNames().get(label);
                for (int pixel = 0; pixel < pixels.length; pixel++) {
                    record[pixel + 1] = texts[pixels[pixel] & 0xff];
                }
                csv.writeRecord(record);
            });
        }
    }

    private static void pictures(Path directory, ExampleStream examples) throws IOException {
        List<String> names = directoryNames(examples);
        for (String name : names) {
            Files.createDirectories(directory.resolve(name));
        }
        int[] example = {0};
        try (BufferedWriter labels = Files.newBufferedWriter(directory.resolve("labels.tsv"))) {
            examples.forEach((pixels, label) -> {
                String file = names.get(label) + "/" + String.format(Locale.ROOT, "%06d.png", example[0]++);
                byte[] png = GrayPng.encode(pixels, examples.rows(), examples.columns());
                unchecked(() -> Files.write(directory.resolve(file), png));
                unchecked(() -> labels.write(file + "\t" + examples.classNames().get(label) + "\n"));
            });
        }
    }

    /** The classes' names where they can be names of directories that differ in any file system, else their labels with them. */
    private static List<String> directoryNames(ExampleStream examples) {
        Set<String> seen = new HashSet<>();
        Set<String> twice = new HashSet<>();
        for (String name : examples.classNames()) {
            String folded = name.toLowerCase(Locale.ROOT);
            if (!seen.add(folded)) {
                twice.add(folded);
            }
        }
        return IntStream.range(0, examples.classNames().size())
                .mapToObj(k -> {
                    String name = examples.classNames().get(k);
                    String safe = name.replaceAll("[^\\p{L}\\p{N}_-]", "_");
                    return safe.equals(name) && !twice.contains(name.toLowerCase(Locale.ROOT))
                            ? name
                            : examples.fileLabel(k) + "-" + safe;
                })
                .toList();
    }

    private interface Writing {
        void run() throws IOException;
    }

    private static void unchecked(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
