package nn.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import nn.model.NativeBlas;

/**
 * The machine of a measurement. The component names are keys of the JSON output.
 *
 * @param machine the processor's name, if the system tells it
 * @param cores the processors that this process may use
 * @param jdk the runtime's vendor and version
 * @param blasKernel the library and instruction set that multiply matrices
 */
public record Machine(String machine, int cores, String jdk, String blasKernel) {

    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    /** This machine and process. */
    public static Machine here() {
        return new Machine(
                processor(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.vendor") + " " + Runtime.version(),
                NativeBlas.kernel());
    }

    private static String processor() {
        String architecture = System.getProperty("os.arch");
        if (!Files.isReadable(CPU_INFO)) {
            return architecture;
        }
        try (Stream<String> lines = Files.lines(CPU_INFO, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse(architecture);
        } catch (IOException e) {
            // Other systems have no such file. The name only informs the reader.
            return architecture;
        }
    }
}
