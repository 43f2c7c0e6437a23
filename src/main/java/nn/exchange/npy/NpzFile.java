package nn.exchange.npy;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import nn.NnException;
import nn.NnException.Kind;
import nn.UntrustedText;
import nn.files.ReadableFile;

/** An {@code .npz} file: arrays by name. Entries of the archive that are no arrays are ignored. */
public final class NpzFile implements Closeable {

    private static final String ENDING = ".npy";

    private final Path file;
    private final ZipFile zip;

    private NpzFile(Path file, ZipFile zip) {
        this.file = file;
        this.zip = zip;
    }

    /** @throws NnException BAD_INPUT if it is missing or no zip archive */
    public static NpzFile open(Path file) {
        ReadableFile.require(file, Kind.BAD_INPUT);
        try {
            return new NpzFile(file, new ZipFile(file.toFile()));
        } catch (ZipException e) {
            throw new NnException(
                    Kind.BAD_INPUT,
                    file + ": is no .npz file (" + UntrustedText.reason(e) + "); save it with numpy.savez",
                    e);
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    /** The names of the arrays, in the order of the file. */
    public List<String> names() {
        return zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.endsWith(ENDING))
                .map(name -> name.substring(0, name.length() - ENDING.length()))
                .toList();
    }

    /**
     * Opens an array to read its numbers one after another. Close it.
     *
     * @throws NnException BAD_INPUT if there is none of this name, or it does not hold plain numbers
     */
    public NpyStream open(String name) {
        ZipEntry entry = zip.getEntry(name + ENDING);
        if (entry == null) {
            throw NnException.of(
                    Kind.BAD_INPUT,
                    file,
                    "has no array " + name + "; it has " + UntrustedText.escaped(String.join(", ", names())),
                    "save it under this name");
        }
        try {
            return new NpyStream(file, UntrustedText.escaped(name), zip.getInputStream(entry));
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    /**
     * Reads a whole array.
     *
     * @param most a larger array is refused
     */
    public NpyArray read(String name, int most) {
        try (NpyStream numbers = open(name)) {
            return NpyArray.read(numbers, most);
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private static NnException failure(Path file, IOException e) {
        return new NnException(
                Kind.BAD_INPUT, file + ": cannot be read (" + UntrustedText.reason(e) + "); check the disk", e);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
