package nn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import nn.NnException;
import nn.NnException.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReadFailureTest {

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new NoSuchFileException("x"), Kind.BAD_INPUT, "is missing; give a directory that has it"),
                Arguments.of(
                        new AccessDeniedException("x"),
                        Kind.BAD_INPUT,
                        "may not be read (permission denied); change its permissions"),
                Arguments.of(new EOFException(), Kind.BAD_INPUT, "is cut off (gzip ends early); get the file again"),
                Arguments.of(
                        new ZipException("invalid block type"),
                        Kind.BAD_INPUT,
                        "is damaged (gzip: invalid block type); get the file again"),
                Arguments.of(
                        new FileSystemException("x", null, "Too many open files"),
                        Kind.ENVIRONMENT,
                        "cannot be opened: too many open files; raise the limit (ulimit -n)"),
                Arguments.of(
                        new IOException("Input/output error"),
                        Kind.BAD_INPUT,
                        "cannot be read (Input/output error); check the file and its disk"),
                Arguments.of(new IOException(), Kind.BAD_INPUT, "cannot be read (null); check the file and its disk"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailureSaysWhatIsWrongAndWhatToDo(IOException cause, Kind kind, String message) {
        NnException failure = ReadFailure.of(Path.of("some", "file"), cause);
        assertEquals(kind, failure.kind());
        assertEquals("some/file: " + message, failure.getMessage());
        assertSame(cause, failure.getCause());
    }
}
