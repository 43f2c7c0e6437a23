package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class ErrorHandlerTest {

    @TempDir
    private Path scratch;

    private final StringWriter said = new StringWriter();

    private int report(Throwable problem) {
        CommandLine line = new CommandLine(CommandSpec.create());
        line.setErr(new PrintWriter(said));
        return ErrorHandler.report(problem, line);
    }

    @Test
    void aMappedFileThatIsCutShortIsBadInput() throws IOException {
        Path file = Files.write(scratch.resolve("images"), new byte[1 << 16]);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            MappedByteBuffer mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, 1 << 16);
            channel.truncate(0);
            InternalError fault = assertThrows(InternalError.class, () -> {
                mapped.get(0);
                Thread.yield(); // the JVM throws a little later
            });
            assertEquals(3, report(fault));
            assertEquals(
                    "nn: a data file was cut short while it was read, or its disk failed; write nothing there during a run\n",
                    said.toString());
        }
    }

    @Test
    void anotherErrorOfTheJvmIsABug() {
        assertEquals(1, report(new InternalError("something else")));
    }
}
