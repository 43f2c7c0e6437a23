package nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Something that is not a regular file and belongs to the test. A device of the system, such as /dev/null, would be replaced by a program
 * that is wrong and runs as root.
 */
public final class NamedPipe {

    private NamedPipe() {}

    /** Makes one. */
    public static Path at(Path path) throws IOException {
        try {
            assertEquals(
                    0,
                    new ProcessBuilder("mkfifo", path.toString())
                            .inheritIO()
                            .start()
                            .waitFor());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return path;
    }
}
