package nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordTest {

    @Test
    void usualNamesStayAsTheyAre() {
        assertEquals("runs/20261126T021310Z-default", ShellWord.of(Path.of("runs", "20261126T021310Z-default")));
        assertEquals("'run d'", ShellWord.of("run d"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"run d", "it's", "a$HOME`x`\"\\", "*?[a]", "~", "#a", "-x", "", "a\nb", "a;b|c&d>e"})
    void aShellReadsTheNameAgain(String name) throws IOException {
        Process shell = new ProcessBuilder("sh", "-c", "printf %s " + ShellWord.of(name)).start();
        assertEquals(name, new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }
}
