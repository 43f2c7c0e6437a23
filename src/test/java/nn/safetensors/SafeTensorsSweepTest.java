package nn.safetensors;

import static nn.Failures.assertFails;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import nn.NnException.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every truncation of a small model, and a change of every byte. */
@Timeout(120)
class SafeTensorsSweepTest {

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = directory.resolve("model.safetensors");
    }

    @Test
    void everyTruncationIsRefused() throws IOException {
        byte[] whole = tinyModel();
        try (RandomAccessFile shrinking = new RandomAccessFile(file.toFile(), "rw")) {
            for (int length = whole.length - 1; length >= 0; length--) {
                shrinking.setLength(length);
                assertFails(Kind.BAD_CHECKPOINT, file, length == 0 ? "is empty" : "is ", () -> SafeTensors.read(file));
            }
        }
    }

    @Test
    void everySingleByteFlipIsRefused() throws IOException {
        byte[] whole = tinyModel();
        Random random = new Random(1);
        try (RandomAccessFile flipping = new RandomAccessFile(file.toFile(), "rw")) {
            for (int at = 0; at < whole.length; at++) {
                // Each bit of the header, where a flip can change the meaning; and one bit of each byte of the numbers.
                int[] masks =
                        at < 700 ? new int[] {1, 2, 4, 8, 16, 32, 64, 128, 255} : new int[] {1 << random.nextInt(8)};
                for (int mask : masks) {
                    flipping.seek(at);
                    flipping.write(whole[at] ^ mask);
                    assertFails(Kind.BAD_CHECKPOINT, file, "", () -> SafeTensors.read(file));
                }
                flipping.seek(at);
                flipping.write(whole[at]);
            }
        }
        SafeTensors.read(file);
    }

    /** A network 784-4-10, as small as a model of digits can be. */
    private byte[] tinyModel() throws IOException {
        Random random = new Random(2);
        new SafeTensors(
                        Map.of("architecture", "784-4-10"),
                        Map.of(
                                "layers.0.weight",
                                Tensor.of(normal(random, 4 * 784), 4, 784),
                                "layers.0.bias",
                                Tensor.of(normal(random, 4), 4),
                                "layers.1.weight",
                                Tensor.of(normal(random, 40), 10, 4),
                                "layers.1.bias",
                                Tensor.of(normal(random, 10), 10)))
                .write(file);
        return Files.readAllBytes(file);
    }

    private static float[] normal(Random random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
