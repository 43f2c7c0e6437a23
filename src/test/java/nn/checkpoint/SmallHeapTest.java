package nn.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nn.ChildJvm;
import nn.NnException;
import nn.safetensors.RawFile;
import nn.safetensors.SafeTensors;
import nn.safetensors.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Hostile files are refused within a small heap, and before any class of ND4J is loaded. */
@Tag("process")
@Timeout(60)
class SmallHeapTest {

    @TempDir
    private Path directory;

    /** Reads each file given and prints why it could not. */
    static final class Reading {

        private Reading() {}

        public static void main(String[] arguments) {
            for (String argument : arguments) {
                try {
                    SafeTensors.read(Path.of(argument));
                    System.out.println("read");
                } catch (NnException e) {
                    System.out.println(e.kind() + " " + e.getMessage().replaceFirst(".*: ", ""));
                }
            }
        }
    }

    @Test
    void hostileFilesNeedNoMemoryAndNoNativeLibrary() throws IOException {
        Path length = RawFile.write(directory.resolve("length"), RawFile.withLength(1L << 62, "{}".getBytes()));
        Path shape = RawFile.write(
                directory.resolve("shape"),
                RawFile.ours("\"a\":{\"dtype\":\"F32\",\"shape\":[268435455],\"data_offsets\":[0,1073741820]}", 4));
        StringBuilder strings = new StringBuilder("{\"__metadata__\":{\"format\":\"nn\"");
        for (int i = 0; strings.length() < 4_000_000; i++) {
            strings.append(",\"").append(i).append("\":\"\"");
        }
        Path header = RawFile.write(directory.resolve("header"), RawFile.of(strings + "}}", new byte[0]));
        Path name = RawFile.write(
                directory.resolve("name"), RawFile.of("{\"" + "n".repeat(4_000_000) + "\":1}", new byte[0]));
        Path model = directory.resolve("model");
        Tensor one = Tensor.of(new float[] {1}, 1);
        new SafeTensors(Map.of(), Map.of("a", one)).write(model);
        Path classes = directory.resolve("classes");
        ChildJvm.Result result = ChildJvm.run(
                "exec \"$@\"",
                List.of("-Xmx64m", "-Xlog:class+load:file=" + classes),
                Reading.class,
                length,
                shape,
                header,
                name,
                model);
        assertEquals(
                """
                BAD_CHECKPOINT is of an unknown kind, not a checkpoint; give a model.safetensors that nn train wrote
                BAD_CHECKPOINT 1,073,741,816 bytes missing; copy it again or train again
                BAD_CHECKPOINT more than 10000 entries; give a model.safetensors that nn train wrote
                """, result.output().lines().limit(3).map(line -> line + "\n").reduce("", String::concat));
        assertTrue(
                result.output().lines().skip(3).findFirst().orElse("").startsWith("BAD_CHECKPOINT "), result.output());
        assertEquals("read", result.output().lines().skip(4).findFirst().orElse(""));
        String loaded = Files.readString(classes);
        assertTrue(loaded.contains("nn.safetensors.SafeTensorsReader"));
        assertFalse(loaded.contains("org.nd4j"));
        assertFalse(loaded.contains("com.fasterxml.jackson.databind"), "the mapper is slow to load");
    }

    @Test
    void goodFileThatDoesNotFitIntoMemoryIsSaidSo() throws IOException {
        Path file = directory.resolve("large");
        new SafeTensors(Map.of(), Map.of("a", Tensor.of(new float[10 << 20], 10 << 20))).write(file);
        ChildJvm.Result result = ChildJvm.run("exec \"$@\"", List.of("-Xmx16m"), Reading.class, file);
        assertEquals(
                "ENVIRONMENT not enough memory, it needs 40 MB; give Java more, for example NN_JAVA_OPTS=-Xmx224m\n",
                result.output());
    }
}
