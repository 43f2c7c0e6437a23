package nn.exchange.models;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import nn.HostileInput;
import nn.NnException.Kind;
import nn.data.InputKind;
import nn.exchange.PixelRange;
import nn.exchange.TrialModels;
import nn.exchange.npy.NpyArrays;
import nn.model.Activation;
import nn.model.Storage;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;

/** Any file is imported as a network, or is refused with one line, from bounded memory. */
@Timeout(30)
class ModelImportFuzzTest {

    private static final long MOST_BYTES = 64L << 20;
    private static final Path DIRECTORY = HostileInput.directory();
    private static final Path RESOURCES = Path.of("src", "test", "resources", "nn", "exchange");
    private static final ImportSettings SETTINGS =
            new ImportSettings(Optional.of(Activation.RELU), Optional.empty(), Optional.empty(), 0, 1);

    private static void survives(String name, byte[] bytes) throws Throwable {
        Path file = HostileInput.file(DIRECTORY, name, bytes);
        HostileInput.survives(
                Kind.BAD_CHECKPOINT, MOST_BYTES, () -> ModelImport.read(file, SETTINGS, Storage.HEAP_FLOAT));
    }

    static Stream<byte[]> npz() throws IOException {
        return Stream.of(Files.readAllBytes(RESOURCES.resolve("sklearn.npz")), exported("small.npz"));
    }

    @MethodSource
    @FuzzTest
    void npz(byte[] bytes) throws Throwable {
        survives("file.npz", bytes);
    }

    static Stream<byte[]> header() {
        return Stream.of(
                        "{'descr': '<f4', 'fortran_order': False, 'shape': (4, 3), }",
                        "{'descr': '<U7', 'shape': (2,)}")
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The header of an array in an archive that is right, before 48 bytes of data. */
    @MethodSource
    @FuzzTest
    void header(byte[] text) throws Throwable {
        String header = new String(text, StandardCharsets.ISO_8859_1);
        survives(
                "header.npz",
                new NpyArrays().with("W1", 2, header, new byte[48]).zip());
    }

    static Stream<byte[]> onnx() throws IOException {
        return Stream.of(Files.readAllBytes(RESOURCES.resolve("pytorch.onnx")), exported("small.onnx"));
    }

    @MethodSource
    @FuzzTest
    void onnx(byte[] bytes) throws Throwable {
        survives("file.onnx", bytes);
    }

    static Stream<byte[]> safetensors() throws IOException {
        return Stream.of(Files.readAllBytes(RESOURCES.resolve("pytorch.safetensors")));
    }

    @MethodSource
    @FuzzTest
    void safetensors(byte[] bytes) throws Throwable {
        survives("file.safetensors", bytes);
    }

    private static byte[] exported(String name) throws IOException {
        Path file = DIRECTORY.resolve(name);
        ExportFormat.of(file)
                .write(TrialModels.of(InputKind.PIXELS).size(3, 3).checkpoint(), file, PixelRange.BYTES, file);
        return Files.readAllBytes(file);
    }
}
