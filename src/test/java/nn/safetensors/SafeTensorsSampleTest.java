package nn.safetensors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stored file was made by make_sample.py, which shares no code with us; it must be readable forever. */
class SafeTensorsSampleTest {

    @TempDir
    private Path directory;

    private Path sample;

    @BeforeEach
    void copySample() throws IOException {
        sample = directory.resolve("version-1.safetensors");
        try (InputStream in = getClass().getResourceAsStream("version-1.safetensors")) {
            Files.copy(in, sample);
        }
    }

    private static SafeTensors expected() {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("classes", "null,\"eins\",zw\u00f6lf,\ud83d\ude00");
        metadata.put("lines", "a\nb\\c\td");
        metadata.put("empty", "");
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("mask", Tensor.of(new byte[] {0, 1, -1}, 3));
        tensors.put(
                "layers.0.weight",
                Tensor.of(new float[] {-2.5f / 3, -1.5f / 3, -0.5f / 3, 0.5f / 3, 0.5f, 2.5f / 3}, 2, 3));
        tensors.put("layers.0.bias", Tensor.of(new float[] {Float.MIN_VALUE, -Float.MAX_VALUE}, 2));
        tensors.put("epoch", Tensor.of(new long[] {-7}));
        tensors.put("mean", Tensor.of(new double[] {0.1, Math.PI}, 2, 1));
        tensors.put("nothing", Tensor.of(new float[0], 0, 4));
        return new SafeTensors(metadata, tensors);
    }

    @Test
    void sampleOfVersionOneReadsAsPythonWroteIt() {
        SafeTensors read = SafeTensors.read(sample);
        assertEquals(expected(), read);
        assertEquals(
                List.copyOf(expected().tensors().keySet()),
                List.copyOf(read.tensors().keySet()),
                "order");
        assertEquals(
                List.copyOf(expected().metadata().keySet()),
                List.copyOf(read.metadata().keySet()),
                "order");
    }

    @Test
    void writesTheSameBytesAsPython() throws IOException {
        Path ours = directory.resolve("ours.safetensors");
        expected().write(ours);
        assertArrayEquals(Files.readAllBytes(sample), Files.readAllBytes(ours));
    }

    @Test
    void saveLoadSaveIsByteIdentical() throws IOException {
        Path again = directory.resolve("again.safetensors");
        SafeTensors.read(sample).write(again);
        assertArrayEquals(Files.readAllBytes(sample), Files.readAllBytes(again));
    }

    @Test
    void headerIsAlignedToEightBytes() throws IOException {
        byte[] bytes = Files.readAllBytes(sample);
        assertEquals(0, bytes[0] % 8);
    }
}
