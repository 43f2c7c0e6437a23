package nn.safetensors;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nn.HostileInput;
import nn.NnException.Kind;
import nn.checkpoint.Checkpoint;
import nn.checkpoint.Provenance;
import nn.checkpoint.RunState;
import nn.checkpoint.RunTime;
import nn.data.InputKind;
import nn.eval.Classifier;
import nn.eval.Metrics;
import nn.train.Preset;
import nn.train.TrainingConfig;
import nn.train.TrainingState;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;

/** Any file is read as tensors, a model or a state, or is refused with one line, even if its checksum is correct. */
@Timeout(30)
class SafeTensorsFuzzTest {

    private static final long MOST_BYTES = 64L << 20;
    private static final Path DIRECTORY = HostileInput.directory();
    private static final Pattern LAST_OFFSET = Pattern.compile("\"data_offsets\":\\[[0-9]+,([0-9]{1,5})]");

    private static void survives(byte[] bytes) throws Throwable {
        Path file = HostileInput.file(DIRECTORY, "file.safetensors", bytes);
        HostileInput.survives(Kind.BAD_CHECKPOINT, MOST_BYTES, () -> SafeTensors.read(file));
        HostileInput.survives(Kind.BAD_CHECKPOINT, MOST_BYTES, () -> Checkpoint.read(file));
        HostileInput.survives(Kind.BAD_CHECKPOINT, MOST_BYTES, () -> RunState.read(file));
    }

    /** A model of 2 x 3 pixels and two classes, and the state of its training. */
    static Stream<byte[]> files() throws IOException {
        TrainingConfig config = Preset.FAST.config(1, 1);
        TrainingState state = TrainingState.initial(config.architecture(2, 3, 2), config);
        Path file = DIRECTORY.resolve("sample.safetensors");
        new RunState(config, "data", 1.5, List.of(), state, List.of(), RunTime.NONE).write(file);
        byte[] ofRun = Files.readAllBytes(file);
        Classifier classifier = new Classifier(
                List.of(state.best()),
                List.of(InputKind.PIXELS),
                2,
                3,
                List.of("a", "b"),
                config.learning().loss(),
                1);
        new Checkpoint(
                        classifier,
                        new Provenance(
                                "nn",
                                "2026",
                                1,
                                1,
                                1,
                                1,
                                "kernel",
                                Metrics.NONE,
                                Metrics.NONE,
                                config,
                                List.of(),
                                1,
                                Optional.empty()))
                .write(file);
        return Stream.of(Files.readAllBytes(file), ofRun);
    }

    @MethodSource("files")
    @FuzzTest
    void file(byte[] bytes) throws Throwable {
        survives(bytes);
    }

    static Stream<byte[]> headers() throws IOException {
        return files().map(file -> Arrays.copyOfRange(
                file,
                Long.BYTES,
                Long.BYTES
                        + (int) ByteBuffer.wrap(file)
                                .order(ByteOrder.LITTLE_ENDIAN)
                                .getLong()));
    }

    /** Appends the zeros that the last tensor claims, and corrects the checksum. */
    @MethodSource("headers")
    @FuzzTest
    void header(byte[] json) throws Throwable {
        String text =
                new String(json, StandardCharsets.ISO_8859_1).replaceFirst("sha256:.{64}", "sha256:" + RawFile.ZEROS);
        Matcher offsets = LAST_OFFSET.matcher(text);
        int length = offsets.results()
                .mapToInt(offset -> Integer.parseInt(offset.group(1)))
                .max()
                .orElse(0);
        survives(RawFile.withDigest(
                RawFile.withLength(text.length(), text.getBytes(StandardCharsets.ISO_8859_1), new byte[length])));
    }
}
