package nn.checkpoint;

import static nn.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import nn.NnException.Kind;
import nn.files.ReadableFile;
import nn.json.Json;
import nn.safetensors.RawFile;
import nn.safetensors.SafeTensors;
import nn.safetensors.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Directories and files that are too large are refused without being read. */
class RefusedAtOnceTest {

    @TempDir
    private Path directory;

    /** A sparse file, without blocks on the disk. */
    @Test
    void aModelOfMoreThanAGigabyteIsRefused() throws IOException {
        Path file = RawFile.write(directory.resolve("model"), RawFile.ours("", 0));
        try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
            raw.setLength((1L << 30) + 1);
        }
        assertFails(
                Kind.BAD_CHECKPOINT,
                file,
                "has 1073741825 bytes, more than the 1073741824 ",
                () -> SafeTensors.read(file));
    }

    /** A gigabyte that repeats the same bytes, so that it needs little memory. */
    @Test
    void aModelThatCouldNotBeReadAgainIsNotWritten() {
        Path file = directory.resolve("model");
        Tensor large = Tensor.of(new byte[1 << 26], 1 << 26);
        Map<String, Tensor> tensors = new HashMap<>();
        for (int i = 0; i < 16; i++) {
            tensors.put("t" + i, large);
        }
        SafeTensors model = new SafeTensors(Map.of(), tensors);
        assertEquals(
                "no checkpoint can hold this: it would have 1073741824 bytes",
                assertThrows(IllegalArgumentException.class, () -> model.write(file))
                        .getMessage());
        assertFalse(Files.exists(file));
    }

    @Test
    void aTextOfMoreThanThirtyTwoMegabytesIsRefused() throws IOException {
        Path file = directory.resolve("config.json");
        byte[] blanks = new byte[(32 << 20) + 1];
        Arrays.fill(blanks, (byte) ' ');
        Files.write(file, blanks);
        assertFails(
                Kind.BAD_INPUT,
                file,
                "has more than 33554432 bytes",
                () -> Json.read(file, String.class, Kind.BAD_INPUT));
        Files.write(file, Arrays.copyOf(blanks, 32 << 20));
        assertFails(Kind.BAD_INPUT, file, "nothing is here", () -> Json.read(file, String.class, Kind.BAD_INPUT));
    }

    /** A user who names a run's directory wants the model in it. */
    @Test
    void aDirectoryIsRefusedWithTheFileToNameInstead() {
        assertFails(
                Kind.BAD_CHECKPOINT, directory, "is a directory; name a file in it", () -> SafeTensors.read(directory));
        Path model = RawFile.write(directory.resolve("model.safetensors"), RawFile.ours("", 0));
        assertFails(
                Kind.BAD_CHECKPOINT,
                directory,
                "is a directory; name the model in it: " + model,
                () -> SafeTensors.read(directory));
        assertFails(
                Kind.BAD_INPUT,
                directory,
                "is a directory; name a file in it",
                () -> ReadableFile.require(directory, Kind.BAD_INPUT));
    }
}
