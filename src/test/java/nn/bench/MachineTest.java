package nn.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MachineTest {

    /** Linux on x86 tells the processor's name. Other systems give the architecture. */
    @Test
    void theProcessorHasItsName() throws IOException {
        Path file = Path.of("/proc/cpuinfo");
        String text = Files.isReadable(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
        Matcher name = Pattern.compile("(?m)^model name\\s*: (.*\\S)\\s*$").matcher(text);
        assertEquals(
                name.find() ? name.group(1) : System.getProperty("os.arch"),
                Machine.here().machine());
    }

    @Test
    void theRestIsOfThisProcess() {
        Machine here = Machine.here();
        assertEquals(Runtime.getRuntime().availableProcessors(), here.cores());
        assertTrue(here.jdk().endsWith(" " + Runtime.version()), here.jdk());
    }
}
