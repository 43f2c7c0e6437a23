package nn.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nn.NnException;
import nn.NnException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A directory appears with all its files, or not at all. */
class NewDirectoryTest {

    @TempDir
    private Path scratch;

    private List<String> contents() throws IOException {
        try (Stream<Path> files = Files.walk(scratch)) {
            return files.skip(1)
                    .map(file -> scratch.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private static void writeTwo(Path directory) throws IOException {
        Files.writeString(directory.resolve("one"), "1");
        Files.writeString(Files.createDirectory(directory.resolve("sub")).resolve("two"), "2");
    }

    @Test
    void theDirectoryAppearsWithItsFilesAndItsParents() throws IOException {
        Path directory = scratch.resolve("a/b");
        NewDirectory.write(directory, staged -> {
            writeTwo(staged);
            assertTrue(Files.notExists(directory));
        });
        assertEquals(List.of("a", "a/b", "a/b/one", "a/b/sub", "a/b/sub/two"), contents());
    }

    @Test
    void anEmptyDirectoryIsFilled() throws IOException {
        Files.createDirectory(scratch.resolve("a"));
        NewDirectory.write(scratch.resolve("a"), NewDirectoryTest::writeTwo);
        assertEquals(List.of("a", "a/one", "a/sub", "a/sub/two"), contents());
    }

    @Test
    void whatExistsIsNotOverwritten() throws IOException {
        writeTwo(Files.createDirectory(scratch.resolve("a")));
        List<String> before = contents();
        for (String name : List.of("a", "a/one")) {
            NnException refusal = assertThrows(
                    NnException.class,
                    () -> NewDirectory.write(scratch.resolve(name), staged -> assertTrue(false, "is not begun")));
            assertEquals(Kind.ENVIRONMENT, refusal.kind());
            assertTrue(refusal.getMessage().startsWith(scratch.resolve(name) + ": "), refusal.getMessage());
        }
        assertEquals(before, contents());
    }

    @Test
    void aFailureLeavesNothing() throws IOException {
        NnException passedOn = new NnException(Kind.BAD_INPUT, "x: is bad; y");
        NnException thrown = assertThrows(
                NnException.class,
                () -> NewDirectory.write(scratch.resolve("a"), staged -> {
                    writeTwo(staged);
                    throw passedOn;
                }));
        assertEquals(passedOn, thrown);
        NnException full = assertThrows(
                NnException.class,
                () -> NewDirectory.write(scratch.resolve("a"), staged -> {
                    throw new UncheckedIOException(new IOException("No space left on device"));
                }));
        assertTrue(full.getMessage().contains("no space left on the device"), full.getMessage());
        assertEquals(List.of(), contents());
    }

    @Test
    void whatAKilledProcessLeftIsCleared() throws IOException {
        writeTwo(Files.createDirectory(scratch.resolve(".nn-999999999-0123abcd-0123abcd.tmp")));
        writeTwo(Files.createDirectory(scratch.resolve(".nn-own.tmp")));
        NewDirectory.write(scratch.resolve("a"), staged -> Files.writeString(staged.resolve("f"), ""));
        assertEquals(
                List.of(".nn-own.tmp", ".nn-own.tmp/one", ".nn-own.tmp/sub", ".nn-own.tmp/sub/two", "a", "a/f"),
                contents());
    }
}
