package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandardOutputTest {

    private final StringWriter said = new StringWriter();

    @TempDir
    private Path scratch;

    /** A stream whose writes fail. */
    private StandardOutput failing(String message) {
        return new StandardOutput(
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException(message);
                    }
                },
                scratch.resolve("1"));
    }

    private int exitCode(StandardOutput output, int ofCommand) {
        return output.exitCode(ofCommand, new PrintWriter(said));
    }

    @Test
    void whatIsWrittenArrives() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StandardOutput output = new StandardOutput(bytes, scratch.resolve("1"));
        PrintWriter writer = new PrintWriter(output, false, StandardCharsets.UTF_8);
        writer.print("3 %\n");
        writer.flush();
        output.write('x');
        assertEquals("3 %\nx", bytes.toString(StandardCharsets.UTF_8));
        assertEquals(0, exitCode(output, 0));
        assertEquals("", said.toString());
    }

    @Test
    void aFailureIsOneLineAndAnExitCode() {
        StandardOutput output = failing("No space left on device");
        assertThrows(IOException.class, () -> output.write(1));
        assertThrows(IOException.class, () -> output.write(new byte[10], 0, 10));
        assertEquals(7, exitCode(output, 0));
        assertEquals(
                "nn: standard output: No space left on device; not all of the result was written\n", said.toString());
    }

    @Test
    void aBrokenPipeIsQuiet() {
        StandardOutput output = failing("Broken pipe");
        assertThrows(IOException.class, () -> output.write(1));
        assertEquals(0, exitCode(output, 0));
        assertEquals("", said.toString());
    }

    @Test
    void aBrokenPipeIsKnownInAnyLanguage() throws IOException {
        StandardOutput output = failing("Datenübergabe unterbrochen (broken pipe)");
        assertThrows(IOException.class, () -> output.write(1));
        assertEquals(7, exitCode(output, 0));
        Files.createSymbolicLink(scratch.resolve("1"), Path.of("pipe:[4711]"));
        assertEquals(0, exitCode(output, 0));
        Files.delete(scratch.resolve("1"));
        Files.createSymbolicLink(scratch.resolve("1"), Path.of("/dev/full"));
        assertEquals(7, exitCode(output, 0));
    }

    @Test
    void aCommandThatFailedKeepsItsExitCode() {
        StandardOutput output = failing("No space left on device");
        assertThrows(IOException.class, () -> output.write(1));
        assertEquals(3, exitCode(output, 3));
    }

    @Test
    void aWriterLearnsThatNobodyReads() {
        PrintWriter writer = new PrintWriter(failing("Broken pipe"), false, StandardCharsets.UTF_8);
        writer.print("3 %");
        assertTrue(writer.checkError());
    }

    @Test
    void nothingWrittenIsNothingLost() {
        assertEquals(0, exitCode(failing("No space left on device"), 0));
    }
}
