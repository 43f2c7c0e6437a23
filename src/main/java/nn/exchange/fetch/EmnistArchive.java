package nn.exchange.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import nn.NnException;
import nn.NnException.Kind;
import nn.data.DataDirectory;
import nn.data.ExampleStream;
import nn.data.IdxWriter;

/**
 * A part of EMNIST's archive, a zip of gzip files. Its images are stored column after column, so they are turned.
 *
 * @param zip   the archive's name
 * @param split such as {@code letters}
 */
record EmnistArchive(String zip, String split) implements Unpacking {

    @Override
    public void unpack(Path downloads, Path directory) throws IOException {
        Path archive = downloads.resolve(zip);
        Path turned = Files.createDirectory(directory.resolve("columns"));
        try (ZipFile entries = new ZipFile(archive.toFile())) {
            for (String part : new String[] {"train", "test"}) {
                String to = part.equals("test") ? "t10k" : part;
                for (String kind : new String[] {"images-idx3-ubyte.gz", "labels-idx1-ubyte.gz"}) {
                    copy(
                            archive,
                            entries,
                            "gzip/emnist-" + split + "-" + part + "-" + kind,
                            turned.resolve(to + "-" + kind));
                }
            }
        }
        DataDirectory columns = DataDirectory.of(turned);
        transpose(columns.streamTrain(), directory, true);
        transpose(columns.streamTest(), directory, false);
        for (Path file : columns.files()) {
            String name = file.getFileName().toString();
            if (name.contains("labels")) {
                Files.move(file, directory.resolve(name));
            } else {
                Files.delete(file);
            }
        }
        Files.delete(turned);
    }

    private static void copy(Path archive, ZipFile entries, String name, Path to) throws IOException {
        ZipEntry entry = entries.getEntry(name);
        if (entry == null) {
            throw NnException.of(Kind.BAD_INPUT, archive, "has no " + name, "get the published file again");
        }
        try (InputStream in = entries.getInputStream(entry)) {
            Files.copy(in, to);
        }
    }

    private static void transpose(ExampleStream columns, Path directory, boolean train) throws IOException {
        int rows = columns.columns();
        int width = columns.rows();
        byte[] image = new byte[rows * width];
        try (IdxWriter images = IdxWriter.images(directory, train, rows, width)) {
            columns.forEach((pixels, label) -> {
                for (int i = 0; i < image.length; i++) {
                    image[i] = pixels[i % width * rows + i / width];
                }
                images.add(image);
            });
        }
    }
}
