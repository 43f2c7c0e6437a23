package nn.exchange.npy;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import nn.NnException;
import nn.NnException.Kind;
import nn.UntrustedText;
import nn.files.ReadableFile;

/**
 * An untrusted {@code .npz} file: arrays by name. Arrays of any size are read number by number ({@link #open}). Whole arrays in memory
 * ({@link #read}) may together take only what an archive of this size plausibly unpacks to.
 */
public final class NpzFile implements Closeable {

    private static final String ENDING = ".npy";
    private static final int MOST_ENTRIES = 10_000;

    /** Of all texts of an array together; the names of classes have far fewer. */
    private static final int MOST_CHARACTERS = 1 << 18;

    /** Whole arrays may take this and so many times the file's size. Weights are never compressed that much. */
    private static final long FREE_BYTES = 16L << 20;

    private static final int MOST_TIMES = 20;

    private final Path file;
    private final Kind kind;
    private final ZipFile zip;
    private final List<String> entries;

    /** How many numbers may still be read in whole arrays. */
    private long numbersLeft;

    private NpzFile(Path file, Kind kind, ZipFile zip) throws IOException {
        this.file = file;
        this.kind = kind;
        this.zip = zip;
        if (zip.size() > MOST_ENTRIES) {
            throw refused("has " + zip.size() + " entries; the most is " + MOST_ENTRIES);
        }
        entries = zip.stream().map(ZipEntry::getName).distinct().toList();
        numbersLeft = Math.min(Integer.MAX_VALUE, FREE_BYTES + MOST_TIMES * Files.size(file)) / Float.BYTES;
    }

    /**
     * Opens a file. Close it.
     *
     * @param kind of every refusal of this file
     * @throws NnException if it is missing or no zip archive
     */
    public static NpzFile open(Path file, Kind kind) {
        ReadableFile.require(file, kind);
        try {
            return of(file, kind, new ZipFile(file.toFile()));
        } catch (ZipException | IllegalArgumentException e) {
            // The JDK throws the second for a name or a comment that is not UTF-8.
            throw new NnException(
                    kind, file + ": is no .npz file (" + UntrustedText.reason(e) + "); save it with numpy.savez", e);
        } catch (IOException e) {
            throw failure(file, kind, e);
        }
    }

    private static NpzFile of(Path file, Kind kind, ZipFile zip) throws IOException {
        try {
            return new NpzFile(file, kind, zip);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /** The names of the arrays, in the order of the file. Other entries of the archive are left out. */
    public List<String> names() {
        return entries.stream()
                .filter(NpzFile::isArray)
                .map(name -> name.substring(0, name.length() - ENDING.length()))
                .toList();
    }

    /** @throws NnException if the archive also has entries that are no arrays */
    public void requireOnlyArrays() {
        for (String name : entries) {
            if (!isArray(name)) {
                throw refused("has the entry " + UntrustedText.quoted(name) + ", which is no array of NumPy");
            }
        }
    }

    private static boolean isArray(String entry) {
        return entry.endsWith(ENDING);
    }

    /**
     * Opens an array to read its numbers one after another. Close it.
     *
     * @throws NnException if there is none of this name, or it does not hold plain numbers
     */
    public NpyStream open(String name) {
        NpyStream numbers = openAny(name);
        if (numbers.header().isText()) {
            throw numbers.bad("holds text, not numbers");
        }
        return numbers;
    }

    private NpyStream openAny(String name) {
        ZipEntry entry = zip.getEntry(name + ENDING);
        if (entry == null) {
            throw NnException.of(
                    kind,
                    file,
                    "has no array " + UntrustedText.escaped(name) + "; it has "
                            + UntrustedText.escaped(String.join(", ", names())),
                    "save it under this name");
        }
        try {
            return new NpyStream(file, kind, name, zip.getInputStream(entry));
        } catch (IOException e) {
            throw failure(file, kind, e);
        }
    }

    /** Whether an array holds texts, not numbers. */
    public boolean isText(String name) {
        try (NpyStream array = openAny(name)) {
            return array.header().isText();
        } catch (IOException e) {
            throw failure(file, kind, e);
        }
    }

    /**
     * Reads a whole array of numbers.
     *
     * @throws NnException if it cannot be read, or the arrays take too much memory
     */
    public NumberArray read(String name) {
        try (NpyStream numbers = open(name)) {
            long count = numbers.header().count();
            if (count > numbersLeft) {
                long megabytes = count / (1 << 20) * Float.BYTES;
                throw refused("unpacks to " + megabytes + " MB or more, far more than its size");
            }
            numbersLeft -= count;
            return NumberArray.read(numbers);
        } catch (IOException e) {
            throw failure(file, kind, e);
        }
    }

    /**
     * Reads a list of texts.
     *
     * @throws NnException if there is none of this name, or it is too long or no list of texts
     */
    public List<String> readTexts(String name) {
        try (NpyStream characters = openAny(name)) {
            if (!characters.header().isText()) {
                throw characters.bad("holds numbers, not text");
            }
            if (characters.header().count() > MOST_CHARACTERS) {
                throw characters.bad(
                        "has " + characters.header().count() + " characters; the most is " + MOST_CHARACTERS);
            }
            return characters.texts();
        } catch (IOException e) {
            throw failure(file, kind, e);
        }
    }

    private NnException refused(String whatIsWrong) {
        return NnException.of(kind, file, whatIsWrong, "give an archive that numpy.savez wrote");
    }

    private static NnException failure(Path file, Kind kind, IOException e) {
        return new NnException(kind, file + ": cannot be read (" + UntrustedText.reason(e) + "); check the disk", e);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
