package nn.natives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import nn.NnException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryDirectoryTest {

    @TempDir
    private Path scratch;

    private static String message(Path path, long missingBytes) {
        NnException problem = new LibraryDirectory(path).problem(missingBytes).orElseThrow();
        assertEquals(NnException.Kind.ENVIRONMENT, problem.kind());
        return problem.getMessage();
    }

    @Test
    void aUsableDirectoryIsNotTheCauseAndIsLeftAsItWas() throws IOException {
        assertEquals(Optional.empty(), new LibraryDirectory(scratch.resolve("a/b")).problem(1));
        assertEquals(Optional.empty(), new LibraryDirectory(scratch).problem(0));
        try (Stream<Path> files = Files.list(scratch)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void tooLittleSpaceIsSaid() {
        Path cache = scratch.resolve("cache");
        assertTrue(message(cache, Long.MAX_VALUE)
                .matches("\\Q" + cache + "\\E: has [0-9]+ MB left, and .* more; set HOME .*"));
    }

    @Test
    void aPlaceThatCannotBeADirectoryIsSaid() throws IOException {
        Path file = Files.createFile(scratch.resolve("file"));
        assertTrue(message(file.resolve("cache"), 1).startsWith(file + "/cache: cannot be written, "));
    }
}
