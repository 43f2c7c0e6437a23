package nn.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import nn.NnException;

/**
 * One IDX file on disk, raw or gzip as its content tells, with a header that was found to be right. Opening reads only the
 * header; a payload is then streamed in chunks, to its very end, because gzip proves its checksum only there.
 */
final class IdxFile {

    /** Takes the payload of a file piece by piece. */
    interface Sink {

        /** Takes {@code chunk[from, from + length)}; the array is reused afterwards. */
        void accept(byte[] chunk, int from, int length);
    }

    /**
     * What came after the header.
     *
     * @param payloadBytes bytes that belong to entries, at most what the header says
     * @param extraBytes   bytes behind the last entry
     * @param crc32        CRC-32 of header and payload, without the extra bytes
     */
    record Content(long payloadBytes, long extraBytes, long crc32) {
    }

    /** Deflate never shrinks by more than this. */
    private static final long MAX_GZIP_RATIO = 1032;

    /** A file with more than this behind its data is not read to the end. */
    private static final long MAX_EXTRA_BYTES = 64L << 20;

    private static final int CHUNK_BYTES = 1 << 17;

    private final Path path;
    private final boolean gzip;
    private final long fileBytes;
    private final IdxHeader header;

    private IdxFile(Path path, boolean gzip, long fileBytes, IdxHeader header) {
        this.path = path;
        this.gzip = gzip;
        this.fileBytes = fileBytes;
        this.header = header;
    }

    /**
     * Opens a file and checks its header, and that the entries which the header announces can be in there.
     *
     * @throws NnException if the file is missing, unreadable or no IDX file of that content
     */
    static IdxFile open(Path path, IdxHeader.Content content) {
        try {
            if (!Files.exists(path)) {
                throw bad(path, "is missing", "give a directory that has it");
            }
            if (!Files.isRegularFile(path)) {
                throw bad(path, "is no regular file", "give a directory with IDX files");
            }
            long fileBytes = Files.size(path);
            boolean gzip = isGzip(path);
            try (InputStream in = stream(path, gzip)) {
                IdxFile file = new IdxFile(path, gzip, fileBytes, IdxHeader.read(path, in, content));
                file.checkSize();
                return file;
            }
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static boolean isGzip(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] head = in.readNBytes(4);
            boolean gzip = head.length >= 2 && head[0] == 0x1f && head[1] == (byte) 0x8b;
            if (gzip && head.length == 4 && (head[3] & 0xe0) != 0) {
                throw new ZipException("reserved flags");
            }
            return gzip;
        }
    }

    private static InputStream stream(Path path, boolean gzip) throws IOException {
        InputStream in = Files.newInputStream(path);
        try {
            return gzip ? new GZIPInputStream(in, CHUNK_BYTES) : new BufferedInputStream(in, CHUNK_BYTES);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** A raw file must have exactly room for the entries; a gzip file must at least be able to. */
    private void checkSize() {
        long expected = header.headerBytes() + header.payloadBytes();
        if (gzip ? expected > fileBytes * MAX_GZIP_RATIO : expected > fileBytes) {
            throw cutOff(expected, fileBytes);
        }
    }

    Path path() {
        return path;
    }

    IdxHeader header() {
        return header;
    }

    boolean gzip() {
        return gzip;
    }

    long fileBytes() {
        return fileBytes;
    }

    /**
     * Whether the payload can be expected to be complete: certain for a raw file; for a gzip file what its last four bytes
     * say (the unpacked size of its last member, modulo 2^32).
     */
    boolean looksComplete() {
        if (!gzip) {
            return true;
        }
        try (var channel = Files.newByteChannel(path)) {
            var size = java.nio.ByteBuffer.allocate(4).order(java.nio.ByteOrder.LITTLE_ENDIAN);
            channel.position(Math.max(0, fileBytes - 4)).read(size);
            return size.position() == 4 && size.getInt(0) == (int) (header.headerBytes() + header.payloadBytes());
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /**
     * Streams all entries into the sink and reads on to the end of the file, so that all checksums are verified.
     *
     * @throws NnException if the file ends early, is damaged, or goes on far behind its entries
     */
    Content read(Sink sink) {
        CRC32 crc = new CRC32();
        long payload = 0;
        long extra = 0;
        try (InputStream in = stream(path, gzip)) {
            crc.update(in.readNBytes(header.headerBytes()));
            byte[] chunk = new byte[CHUNK_BYTES];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                int wanted = (int) Math.min(read, header.payloadBytes() - payload);
                crc.update(chunk, 0, wanted);
                sink.accept(chunk, 0, wanted);
                payload += wanted;
                extra += read - wanted;
                if (extra > MAX_EXTRA_BYTES) {
                    throw bad(path, "goes on for more than " + MAX_EXTRA_BYTES + " bytes behind the "
                            + header.count() + " " + header.content().word() + " that it says it has", "get the file again");
                }
            }
        } catch (IOException e) {
            throw unreadable(path, e);
        }
        if (payload < header.payloadBytes()) {
            throw cutOff(header.headerBytes() + header.payloadBytes(), header.headerBytes() + payload);
        }
        return new Content(payload, extra, crc.getValue());
    }

    private NnException cutOff(long expected, long actual) {
        String unpacked = gzip && actual != fileBytes ? " after unpacking" : gzip ? " of gzip" : "";
        return bad(path, "is cut off or lies about its size: " + header.count() + " " + header.content().word() + " need "
                + expected + " bytes, it has " + actual + unpacked, "get the file again");
    }

    static NnException unreadable(Path path, IOException e) {
        if (e instanceof NoSuchFileException) {
            return bad(path, "is missing", "give a directory that has it");
        }
        if (e instanceof AccessDeniedException) {
            return bad(path, "may not be read (permission denied)", "change its permissions");
        }
        if (e instanceof EOFException) {
            return bad(path, "is cut off (gzip ends early)", "get the file again");
        }
        if (e instanceof ZipException) {
            return bad(path, "is damaged (gzip: " + e.getMessage() + ")", "get the file again");
        }
        return bad(path, "cannot be read (" + e.getMessage() + ")", "check the file and its disk");
    }

    private static NnException bad(Path path, String whatIsWrong, String whatToDo) {
        return NnException.of(NnException.Kind.BAD_INPUT, path, whatIsWrong, whatToDo);
    }
}
