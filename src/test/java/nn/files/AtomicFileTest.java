package nn.files;

import static nn.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nn.NamedPipe;
import nn.NnException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    @TempDir
    private Path directory;

    private Path file(String name) {
        return directory.resolve(name);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void replacesTheContentAndLeavesNoTemporaryFile() throws IOException {
        AtomicFile.write(file("a"), "old and longer");
        AtomicFile.write(file("a"), "new \u00e4");
        assertEquals("new \u00e4", Files.readString(file("a")));
        assertEquals(List.of("a"), names());
    }

    @Test
    void oldContentIsUnderTheNameUntilTheEnd() throws IOException {
        AtomicFile.write(file("a"), "old");
        AtomicFile.write(file("a"), out -> {
            out.write(new byte[1 << 20]);
            out.flush();
            assertEquals("old", Files.readString(file("a")));
        });
        assertEquals(1 << 20, Files.size(file("a")));
    }

    @Test
    void keepsTheOldFileWhenTheContentThrows() throws IOException {
        AtomicFile.write(file("a"), "old");
        IllegalStateException thrown = new IllegalStateException("bug");
        assertSame(
                thrown,
                assertThrows(
                        IllegalStateException.class,
                        () -> AtomicFile.write(file("a"), out -> {
                            out.write(new byte[1 << 20]);
                            throw thrown;
                        })));
        assertFails(
                Kind.ENVIRONMENT,
                file("a"),
                "no space left on the device",
                () -> AtomicFile.write(file("a"), out -> {
                    out.write(new byte[1 << 20]);
                    throw new IOException("No space left on device");
                }));
        assertThrows(
                OutOfMemoryError.class,
                () -> AtomicFile.write(file("a"), out -> {
                    throw new OutOfMemoryError();
                }));
        assertEquals("old", Files.readString(file("a")));
        assertEquals(List.of("a"), names());
    }

    @Test
    void contentMayCloseTheStream() throws IOException {
        AtomicFile.write(file("a"), out -> {
            out.write('x');
            out.close();
        });
        assertEquals("x", Files.readString(file("a")));
    }

    @Test
    void interruptedThreadStillWritesAndStaysInterrupted() throws IOException {
        Thread.currentThread().interrupt();
        try {
            AtomicFile.write(file("a"), "new");
        } finally {
            assertTrue(Thread.interrupted());
        }
        assertEquals("new", Files.readString(file("a")));
    }

    @Test
    void symbolicLinkIsKeptAndItsTargetReplaced() throws IOException {
        Files.createDirectory(file("elsewhere"));
        Files.writeString(file("elsewhere/model"), "old");
        Files.createSymbolicLink(file("elsewhere/link"), Path.of("model"));
        Files.createSymbolicLink(file("link"), Path.of("elsewhere/link"));
        AtomicFile.write(file("link"), "new");
        assertTrue(Files.isSymbolicLink(file("link")));
        assertEquals(Path.of("elsewhere/link"), Files.readSymbolicLink(file("link")));
        assertTrue(Files.isSymbolicLink(file("elsewhere/link")));
        assertFalse(Files.isSymbolicLink(file("elsewhere/model")));
        assertEquals("new", Files.readString(file("elsewhere/model")));
        assertEquals(List.of("elsewhere", "link"), names());
    }

    @Test
    void danglingLinkGetsItsTarget() throws IOException {
        Files.createSymbolicLink(file("link"), Path.of("target"));
        AtomicFile.write(file("link"), "new");
        assertTrue(Files.isSymbolicLink(file("link")));
        assertEquals("new", Files.readString(file("target")));
    }

    @Test
    void linkToItselfIsRefused() throws IOException {
        Files.createSymbolicLink(file("a"), Path.of("b"));
        Files.createSymbolicLink(file("b"), Path.of("a"));
        assertFails(Kind.ENVIRONMENT, file("a"), "leads to itself", () -> AtomicFile.write(file("a"), "x"));
    }

    @Test
    void otherHardLinkKeepsTheOldContent() throws IOException {
        Files.writeString(file("a"), "old");
        Files.createLink(file("b"), file("a"));
        AtomicFile.write(file("a"), "new");
        assertEquals("old", Files.readString(file("b")));
        assertEquals("new", Files.readString(file("a")));
    }

    @Test
    void directoryIsNotReplaced() throws IOException {
        Files.createDirectory(file("d"));
        assertFails(Kind.ENVIRONMENT, file("d"), "is a directory", () -> AtomicFile.write(file("d"), "x"));
        assertEquals(List.of("d"), names());
    }

    @Test
    void whatIsNoRegularFileIsNotReplaced() throws IOException {
        Path pipe = NamedPipe.at(file("pipe"));
        Files.createSymbolicLink(file("link"), pipe);
        assertFails(Kind.ENVIRONMENT, file("link"), "is not a regular file", () -> AtomicFile.write(file("link"), "x"));
        assertFalse(Files.isRegularFile(pipe));
        assertEquals(List.of("link", "pipe"), names());
    }

    @Test
    void missingDirectoryIsNamed() {
        assertFails(
                Kind.ENVIRONMENT,
                file("gone/a"),
                "its directory does not exist",
                () -> AtomicFile.write(file("gone/a"), "x"));
    }

    @Test
    void fileInTheMiddleOfThePathIsNamed() throws IOException {
        Files.writeString(file("a"), "x");
        assertFails(
                Kind.ENVIRONMENT,
                file("a/b"),
                "a part of its path is a file",
                () -> AtomicFile.write(file("a/b"), "x"));
    }

    @Test
    void longestNameThatTheFileSystemTakesIsWritten() throws IOException {
        String name = "m".repeat(255);
        AtomicFile.write(file(name), "x");
        assertEquals(List.of(name), names());
        assertFails(
                Kind.ENVIRONMENT,
                file(name + "m"),
                "its name is too long",
                () -> AtomicFile.write(file(name + "m"), "x"));
        assertEquals(List.of(name), names());
    }

    @Test
    void everyCauseHasItsWords() {
        Path file = Path.of("model");
        for (String[] cause : new String[][] {
            {"Disk quota exceeded", "the disk quota is used up"},
            {"Read-only file system", "the file system is read-only"},
            {"File too large", "limit on file sizes"},
            {"Input/output error", "the disk reports an I/O error"},
            {"Operation not permitted", "permission denied"},
            {"strange\nnews", "strange\\u000anews"}
        }) {
            assertFails(Kind.ENVIRONMENT, file, cause[1], () -> {
                throw WriteFailure.of(file, new IOException(cause[0]));
            });
        }
        for (IOException e : List.of(
                new FileSystemException("f", null, "Disk quota exceeded"), new IOException("f: Disk quota exceeded"))) {
            assertEquals("the disk quota is used up", WriteFailure.reason(e));
        }
        assertEquals("permission denied", WriteFailure.reason(new AccessDeniedException("f")));
        assertEquals("its directory does not exist", WriteFailure.reason(new NoSuchFileException("f")));
        assertEquals("something else has its name", WriteFailure.reason(new FileAlreadyExistsException("f")));
        assertEquals("IOException", WriteFailure.reason(new IOException()));
        assertEquals(
                "the disk did not confirm the bytes",
                WriteFailure.reason(new java.io.SyncFailedException("sync failed")));
    }
}
