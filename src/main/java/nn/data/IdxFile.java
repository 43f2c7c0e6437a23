package nn.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.ZipException;
import nn.NnException;
import nn.Plural;
import org.apache.commons.io.IOUtils;
import org.apache.commons.io.input.BoundedInputStream;
import org.apache.commons.io.input.MessageDigestInputStream;

/**
 * An IDX file on disk with a checked header. Its content decides whether it is raw or gzip. Opening reads only the header.
 * The payload is streamed in chunks to the end, because gzip has its checksum there.
 */
final class IdxFile {

    /** Takes the payload of a file in chunks. */
    interface Sink {

        /** Takes {@code chunk[from, from + length)}; the array is reused afterwards. */
        void accept(byte[] chunk, int from, int length);
    }

    /**
     * What was found after the header.
     *
     * @param extraBytes   the number of bytes after the last entry, or after the gzip data
     * @param crc32        CRC-32 of header and payload, without the extra bytes
     */
    record Content(long extraBytes, long crc32) {}

    /**
     * The trailer of a gzip file, about the unpacked content of its last member.
     *
     * @param crc32 CRC-32
     * @param bytes the size, modulo 2^32
     */
    record Trailer(long crc32, int bytes) {
        static final int LENGTH = 8;
    }

    /** The highest compression ratio of deflate. */
    private static final long MAX_GZIP_RATIO = 1032;

    /** A file with more extra bytes is not read to the end. */
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
     * Opens a file, and checks its header and whether the file can hold that many entries.
     *
     * @throws NnException if the file is missing, unreadable, or not an IDX file with that content
     */
    static IdxFile open(Path path, IdxHeader.Content content) {
        try {
            if (!Files.exists(path)) {
                throw bad(path, "is missing", "give a directory that has it");
            }
            if (!Files.isRegularFile(path)) {
                throw bad(path, "is not a regular file", "give a directory with IDX files");
            }
            long fileBytes = Files.size(path);
            boolean gzip = isGzip(path);
            try (InputStream in = stream(path, gzip)) {
                IdxFile file = new IdxFile(path, gzip, fileBytes, IdxHeader.read(path, in, content));
                file.checkSize();
                return file;
            }
        } catch (IOException e) {
            throw ReadFailure.of(path, e);
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
            return gzip
                    ? new GzipMembers(
                            BoundedInputStream.builder().setInputStream(in).get(), CHUNK_BYTES)
                    : new BufferedInputStream(in, CHUNK_BYTES);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** A raw file must be long enough for the entries. A gzip file must be long enough for the best compression. */
    private void checkSize() throws IOException {
        long possible = gzip ? Math.multiplyExact(fileBytes, MAX_GZIP_RATIO) : fileBytes;
        if (expectedBytes() > possible) {
            throw cutOff(expectedBytes(), fileBytes);
        }
        if (!gzip && fileBytes > expectedBytes()) {
            if (TextTransferDamage.explains(path, fileBytes - expectedBytes())) {
                throw bad(
                        path,
                        "was damaged by a transfer as text, each line feed became two bytes",
                        "transfer it as binary");
            }
            checkExtra(fileBytes - expectedBytes());
        }
    }

    /** A few bytes after the images may be padding, but enough for another image means that the header is wrong. */
    private void checkExtra(long extra) {
        if (header.content() == IdxHeader.Content.IMAGES && extra >= header.entryBytes()) {
            throw bad(
                    path,
                    "is too long: " + Plural.of(header.count(), "image") + " of " + header.rows() + " x "
                            + header.columns()
                            + " pixels must have " + Plural.of(expectedBytes(), "byte") + ", it has "
                            + Plural.of(expectedBytes() + extra, "byte")
                            + (gzip ? " after unpacking" : ""),
                    "get the file again");
        }
    }

    /** The size of header and entries in bytes. */
    long expectedBytes() {
        return header.headerBytes() + header.payloadBytes();
    }

    /** SHA-256 of the whole unpacked file, in hexadecimal. */
    String sha256() {
        try (MessageDigestInputStream in = MessageDigestInputStream.builder()
                .setInputStream(stream(path, gzip))
                .setMessageDigest("SHA-256")
                .get()) {
            IOUtils.consume(in);
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (IOException e) {
            throw ReadFailure.of(path, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
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
     * Whether the payload seems complete. This is certain for a raw file. For a gzip file it follows from the trailer, which
     * is about the last member, modulo 2^32.
     */
    boolean looksComplete() {
        return !gzip || trailer().bytes() == (int) expectedBytes();
    }

    /** The trailer of a gzip file. */
    Trailer trailer() {
        try (SeekableByteChannel channel = Files.newByteChannel(path)) {
            ByteBuffer last = ByteBuffer.allocate(Trailer.LENGTH).order(ByteOrder.LITTLE_ENDIAN);
            IOUtils.readFully(channel.position(Math.max(0, fileBytes - Trailer.LENGTH)), last);
            return new Trailer(last.getInt(0) & 0xffffffffL, last.getInt(Integer.BYTES));
        } catch (IOException e) {
            throw ReadFailure.of(path, e);
        }
    }

    /** The bytes before the first entry. */
    byte[] head() throws IOException {
        try (InputStream in = stream(path, gzip)) {
            return in.readNBytes(header.headerBytes());
        }
    }

    /**
     * Streams all entries into the sink and reads on to the end of the file, so that all checksums are verified.
     *
     * @throws NnException if the file ends early, is damaged, or has too many extra bytes
     */
    Content read(Sink sink) {
        CRC32 crc = new CRC32();
        try (InputStream in = stream(path, gzip)) {
            crc.update(in.readNBytes(header.headerBytes()));
            BoundedInputStream payload = bounded(in, header.payloadBytes());
            byte[] chunk = new byte[CHUNK_BYTES];
            for (int read = payload.read(chunk); read >= 0; read = payload.read(chunk)) {
                crc.update(chunk, 0, read);
                sink.accept(chunk, 0, read);
            }
            if (payload.getCount() < header.payloadBytes()) {
                throw cutOff(expectedBytes(), header.headerBytes() + payload.getCount());
            }
            long extra = IOUtils.consume(bounded(in, MAX_EXTRA_BYTES + 1));
            if (extra > MAX_EXTRA_BYTES) {
                throw bad(
                        path,
                        "continues for more than " + Plural.of(MAX_EXTRA_BYTES, "byte") + " after its "
                                + Plural.of(header.count(), header.content().word()),
                        "get the file again");
            }
            checkExtra(extra);
            return new Content(
                    extra + (in instanceof GzipMembers members ? bytesBehind(members.end()) : 0), crc.getValue());
        } catch (IOException e) {
            throw ReadFailure.of(path, e);
        }
    }

    /** The number of bytes after a position in the file. Zeros do not count, because tapes and copies are padded with them. */
    private long bytesBehind(long place) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), CHUNK_BYTES)) {
            in.skipNBytes(place);
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next != 0) {
                    return fileBytes - place;
                }
            }
            return 0;
        }
    }

    /** A counting view of the next bytes of a stream. It need not be closed. */
    private static BoundedInputStream bounded(InputStream in, long bytes) throws IOException {
        return BoundedInputStream.builder()
                .setInputStream(in)
                .setMaxCount(bytes)
                .setPropagateClose(false)
                .get();
    }

    /** Reads to the end only to check, so that a damaged file is reported as damaged. */
    void check() {
        read((chunk, from, length) -> {});
    }

    private NnException cutOff(long expected, long actual) {
        String unpacked = gzip && actual != fileBytes ? " after unpacking" : gzip ? " of gzip" : "";
        return bad(
                path,
                "is cut off or lies about its size: "
                        + Plural.of(header.count(), header.content().word())
                        + " must have " + Plural.of(expected, "byte") + ", it has " + Plural.of(actual, "byte")
                        + unpacked,
                "get the file again");
    }

    private static NnException bad(Path path, String whatIsWrong, String whatToDo) {
        return NnException.of(NnException.Kind.BAD_INPUT, path, whatIsWrong, whatToDo);
    }
}
