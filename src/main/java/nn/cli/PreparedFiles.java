package nn.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import nn.files.AtomicFile;
import nn.files.WriteFailure;
import nn.image.GrayPng;
import nn.image.prepare.PreparedDigit;
import nn.pictures.PictureFiles;

/** The option to write what the network sees as PNG files, which are numbered. */
final class PreparedFiles implements Flags {

    /** Of the 255 bytes that a name may have. */
    private static final int MOST_STEM_BYTES = 200;

    private final Flag<Path> directory =
            Flag.of(Path.class, "--save-prepared", "DIR", "Write what the network sees as PNG files.");

    private int saved;

    @Override
    public void addTo(Command command) {
        command.add(directory);
    }

    boolean isGiven() {
        return directory.isGiven();
    }

    /** Makes the directory, before any work is done. */
    void makeDirectory() {
        if (!isGiven()) {
            return;
        }
        try {
            Files.createDirectories(directory.value());
        } catch (IOException e) {
            throw WriteFailure.of(directory.value(), e);
        }
    }

    /** Writes a digit of a picture, if the option is given. */
    void save(String picture, PreparedDigit digit) {
        if (!isGiven()) {
            return;
        }
        saved++;
        Path name = Path.of(picture).getFileName();
        String stem = name == null || picture.equals(PictureFiles.STDIN)
                ? "stdin"
                : name.toString().replaceAll("\\.[^.]*$", "");
        Path file = directory.value().resolve("%04d-%s.png".formatted(saved, shortened(stem)));
        byte[] png = GrayPng.encode(digit.pixels(), digit.rows(), digit.columns());
        AtomicFile.writeUnforced(file, out -> out.write(png));
    }

    /** The beginning of a name, so that a number and an ending fit into the length that file systems allow. */
    private static String shortened(String stem) {
        String name = stem;
        while (name.getBytes(StandardCharsets.UTF_8).length > MOST_STEM_BYTES) {
            name = name.substring(0, name.offsetByCodePoints(name.length(), -1));
        }
        return name;
    }
}
