package nn.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/**
 * The unpacked content of a gzip file, kept beside the program: mapping it takes a tenth of the time of unpacking. It counts only
 * while the gzip file has the size and the time of change that it had, and while its own content has the checksum which that file
 * ends with. So it may be cut, damaged or removed at any time, and no file needs to be forced to the disk.
 */
final class RawCopy {

    private final Path directory;
    private final IdxFile file;
    private final IdxFile.Trailer trailer;
    private final Path place;

    private RawCopy(Path directory, IdxFile file, IdxFile.Trailer trailer) throws IOException {
        this.directory = directory;
        this.file = file;
        this.trailer = trailer;
        // Not formatted: the program's first Formatter takes 10 ms, and it is not needed before a training has begun.
        place = directory.resolve(prefix() + file.fileBytes() + '-'
                + Files.getLastModifiedTime(file.path()).to(TimeUnit.NANOSECONDS) + '-'
                + HexFormat.of().toHexDigits(trailer.crc32(), 2 * Integer.BYTES));
    }

    /** The copy of a file, whether it is there or not; none of a raw file, and of one whose end says that it is cut off. */
    static Optional<RawCopy> of(IdxFile file, Path directory) {
        if (!file.gzip() || !file.looksComplete()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RawCopy(directory, file, file.trailer()));
        } catch (IOException e) {
            // Whoever reads the file itself says what is wrong with it.
            return Optional.empty();
        }
    }

    /** One copy is kept of files of one name. */
    private String prefix() {
        return file.path().getFileName() + "-";
    }

    /**
     * The images, if the copy is there and sound.
     *
     * @param content is then told what is in the file
     */
    Optional<Pixels.InArray> pixels(Consumer<IdxFile.Content> content) {
        try (FileChannel channel = FileChannel.open(place, StandardOpenOption.READ)) {
            if (channel.size() != file.expectedBytes()) {
                return Optional.empty();
            }
            ByteBuffer whole = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            if (!isSound(whole)) {
                return Optional.empty();
            }
            content.accept(new IdxFile.Content(0, trailer.crc32()));
            return Optional.of(Pixels.InArray.over(whole.position(file.header().headerBytes()).slice(), file.header()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private boolean isSound(ByteBuffer... parts) {
        CRC32 crc = new CRC32();
        for (ByteBuffer part : parts) {
            crc.update(part.duplicate().rewind());
        }
        return crc.getValue() == trailer.crc32();
    }

    /**
     * Keeps images, if the directory can be written.
     *
     * @param pixels of the file, all of them, in its order
     */
    void keep(ByteBuffer pixels) {
        try {
            ByteBuffer head = ByteBuffer.wrap(file.head());
            if (!isSound(head, pixels)) {
                return;
            }
            Files.createDirectories(directory);
            removeOld();
            Path temporary = Files.createTempFile(directory, prefix(), ".tmp");
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                write(channel, head);
                write(channel, pixels.duplicate().rewind());
                Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException | DirectoryIteratorException e) {
            // Then it is unpacked the next time too.
        }
    }

    /** Also what other processes are about to write, which they will not miss. */
    private void removeOld() throws IOException {
        try (DirectoryStream<Path> copies = Files.newDirectoryStream(directory,
                copy -> copy.getFileName().toString().startsWith(prefix()))) {
            for (Path copy : copies) {
                Files.deleteIfExists(copy);
            }
        }
    }

    private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
