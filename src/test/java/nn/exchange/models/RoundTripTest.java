package nn.exchange.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nn.NnException;
import nn.checkpoint.Checkpoint;
import nn.data.InputKind;
import nn.eval.Classifier;
import nn.eval.Prediction;
import nn.eval.Predictor;
import nn.exchange.PixelRange;
import nn.exchange.TrialModels;
import nn.model.Activation;
import nn.model.Loss;
import nn.model.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A model that is exported and imported again gives the same answers, and no flags are needed. */
class RoundTripTest {

    @TempDir
    private Path scratch;

    static Stream<TrialModels> models() {
        TrialModels pixels = TrialModels.of(InputKind.PIXELS);
        return Stream.of(
                pixels,
                pixels.size(6, 9),
                pixels.withoutBiases(),
                pixels.activation(Activation.TANH),
                pixels.activation(Activation.IDENTITY),
                pixels.activation(Activation.SIGMOID).loss(new Loss.SquaredError(0.5)));
    }

    @ParameterizedTest
    @MethodSource("models")
    void throughEveryFormat(TrialModels models) {
        assertSame(models, "model.onnx", PixelRange.BYTES);
        assertSame(models, "model.onnx", PixelRange.UNIT);
        assertSame(models, "model.npz", PixelRange.UNIT);
    }

    private void assertSame(TrialModels models, String name, PixelRange range) {
        Checkpoint checkpoint = models.checkpoint();
        Path file = scratch.resolve(name);
        ExportFormat.of(file).write(checkpoint, Path.of("m"), range, file);
        Classifier original = checkpoint.classifier();
        Classifier imported = ModelImport.read(file, ImportSettings.NONE, Storage.HEAP_FLOAT);
        assertEquals(original.classNames(), imported.classNames());
        assertEquals(List.of(original.rows(), original.columns()), List.of(imported.rows(), imported.columns()));
        assertEquals(
                original.architecture().activations(), imported.architecture().activations());
        assertEquals(original.temperature(), imported.temperature(), 1e-7);
        assertEquals(original.loss(), imported.loss());
        List<byte[]> images = models.images(50);
        List<Prediction> expected = new Predictor(original, 50).predict(images);
        List<Prediction> found = new Predictor(imported, 50).predict(images);
        for (int i = 0; i < images.size(); i++) {
            assertEquals(expected.get(i).digit(), found.get(i).digit());
            for (int k = 0; k < TrialModels.CLASSES; k++) {
                assertEquals(
                        expected.get(i).probabilities().get(k),
                        found.get(i).probabilities().get(k),
                        1e-6);
            }
        }
    }

    @Test
    void aGraphThatIsMoreThanOneNetworkIsRefusedByItsOperator() {
        refused(TrialModels.of(InputKind.PIXELS, InputKind.PIXELS), "the operator Mean joins two branches");
        refused(TrialModels.of(InputKind.GRADIENTS), "the operator Concat joins two branches");
    }

    private void refused(TrialModels models, String reason) {
        Path file = scratch.resolve("model.onnx");
        ExportFormat.ONNX.write(models.checkpoint(), Path.of("m"), PixelRange.BYTES, file);
        NnException refusal =
                assertThrows(NnException.class, () -> ModelImport.read(file, ImportSettings.NONE, Storage.HEAP_FLOAT));
        assertTrue(refusal.getMessage().contains(reason), refusal::getMessage);
    }
}
