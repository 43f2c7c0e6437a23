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
import org.junit.jupiter.api.Test;

class StandardOutputTest {

    private final StringWriter said = new StringWriter();

    /** A stream whose writes fail. */
    private static StandardOutput failing(String message) {
        return new StandardOutput(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(message);
            }
        });
    }

    private int exitCode(StandardOutput output, int ofCommand) {
        return output.exitCode(ofCommand, new PrintWriter(said));
    }

    @Test
    void whatIsWrittenArrives() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StandardOutput output = new StandardOutput(bytes);
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
