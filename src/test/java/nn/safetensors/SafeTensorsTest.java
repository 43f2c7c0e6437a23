package nn.safetensors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeTensorsTest {

    private static final Tensor ONE = Tensor.of(new float[] {1}, 1);

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = directory.resolve("model.safetensors");
    }

    @Test
    void emptyFileOfNoTensorsIsAFile() {
        SafeTensors nothing = new SafeTensors(Map.of(), Map.of());
        nothing.write(file);
        assertEquals(nothing, SafeTensors.read(file));
    }

    @Test
    void manyChunksOfDataComeBack() {
        double[] values = new double[50_001];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.sin(i);
        }
        SafeTensors tensors = new SafeTensors(Map.of("k", "v"), Map.of("a", Tensor.of(values, 3, 16_667), "b", ONE));
        tensors.write(file);
        assertEquals(tensors, SafeTensors.read(file));
    }

    @Test
    void readOnlyFileIsRead() throws IOException {
        new SafeTensors(Map.of(), Map.of("a", ONE)).write(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        assertEquals(Map.of("a", ONE), SafeTensors.read(file).tensors());
    }

    @Test
    void interruptedThreadStillReads() {
        new SafeTensors(Map.of(), Map.of("a", ONE)).write(file);
        Thread.currentThread().interrupt();
        try {
            assertEquals(Map.of("a", ONE), SafeTensors.read(file).tensors());
        } finally {
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void whatCouldNotBeReadAgainIsNotWritten() {
        Tensor nan = Tensor.of(new double[] {0, Double.NaN}, 2);
        Tensor deep = Tensor.of(new float[] {1}, 1, 1, 1, 1, 1, 1, 1, 1, 1);
        for (SafeTensors bad : new SafeTensors[] {
            new SafeTensors(Map.of(), Map.of("a", nan)),
            new SafeTensors(Map.of(), Map.of("a", deep)),
            new SafeTensors(Map.of("version", "2"), Map.of()),
            new SafeTensors(Map.of("k", "lone surrogate \ud800"), Map.of()),
            new SafeTensors(Map.of("k", "x".repeat(5 << 20)), Map.of())
        }) {
            assertThrows(IllegalArgumentException.class, () -> bad.write(file));
        }
        assertFalse(Files.exists(file));
    }

    @Test
    void tensorCannotHaveTheNameOfTheMetadata() {
        assertThrows(IllegalArgumentException.class, () -> new SafeTensors(Map.of(), Map.of("__metadata__", ONE)));
    }

    /** A reader that runs in parallel to a writer sees the old or the new file, never a mixture or none. */
    @Test
    void fileReplacedWhileItIsReadIsOldOrNew() throws InterruptedException {
        float[] zeros = new float[100_000];
        float[] ones = new float[100_000];
        Arrays.fill(ones, 1);
        SafeTensors[] versions = {
            new SafeTensors(Map.of("v", "0"), Map.of("a", Tensor.of(zeros, 100_000))),
            new SafeTensors(Map.of("v", "1"), Map.of("a", Tensor.of(ones, 100_000)))
        };
        versions[0].write(file);
        Thread writer = new Thread(() -> {
            for (int i = 0; i < 40; i++) {
                versions[i % 2].write(file);
            }
        });
        writer.start();
        while (writer.isAlive()) {
            SafeTensors read = SafeTensors.read(file);
            assertEquals(versions[Integer.parseInt(read.metadata().get("v"))], read);
        }
        writer.join();
    }
}
