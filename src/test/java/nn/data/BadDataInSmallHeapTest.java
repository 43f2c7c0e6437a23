package nn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import nn.NnException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Bad headers are found in a Java process of 64 MB, before any ND4J class is loaded. */
@Tag("process")
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class BadDataInSmallHeapTest {

    @TempDir
    Path directory;

    /** What the small process runs. */
    public static void main(String[] arguments) {
        try {
            DataDirectory.of(Path.of(arguments[0])).readTrain();
        } catch (NnException e) {
            System.out.println(e.kind() + " " + e.getMessage());
        }
    }

    @Test
    void liesOfTheHeaderCostNothing() throws IOException, InterruptedException {
        IdxSamples samples = new IdxSamples(directory);
        byte[] lie = IdxSamples.patched(IdxSamples.images(200, 28, 28), 4, 0, 3, 0x0d, 0x40);
        samples.write(IdxSamples.TRAIN_LABELS, IdxSamples.gzip(IdxSamples.labels(200_000, 10)));
        for (byte[] images : new byte[][] {lie, IdxSamples.gzip(lie)}) {
            samples.write(IdxSamples.TRAIN_IMAGES, images);
            String output = run();
            assertTrue(output.contains("BAD_INPUT"), output);
            assertTrue(output.contains("200,000 images must have 156,800,016 bytes"), output);
            assertFalse(output.contains("nd4j") || output.contains("bytedeco"), output);
        }
    }

    private String run() throws IOException, InterruptedException {
        Path output = directory.resolve("output");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-verbose:class",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BadDataInSmallHeapTest.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertEquals(0, process.waitFor());
        return Files.readString(output);
    }
}
