package nn.checkpoint;

import static nn.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import nn.NnException.Kind;
import nn.data.InputKind;
import nn.detect.DetectorResult;
import nn.detect.DetectorSize;
import nn.detect.TrainedDetector;
import nn.eval.Classifier;
import nn.eval.DigitDetector;
import nn.eval.Metrics;
import nn.eval.Refusals;
import nn.model.Activation;
import nn.model.Architecture;
import nn.model.Initializer;
import nn.model.Loss;
import nn.model.Parameters;
import nn.model.Storage;
import nn.safetensors.SafeTensors;
import nn.safetensors.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A model's file with a digit detector. */
class DetectorInFileTest {

    private static final Architecture SMALL = Architecture.of(6, List.of(3), 2, Activation.RELU);

    /** Of 2 x 3 pixels, one class more. */
    private static final Classifier NETWORK = new Classifier(
            List.of(Parameters.initialized(
                    Architecture.of(8, List.of(4), 3, Activation.TANH),
                    Storage.NATIVE_FLOAT,
                    Initializer.HE,
                    new SplittableRandom(1))),
            List.of(InputKind.GRADIENTS),
            2,
            3,
            List.of("cat", "dog", "-"),
            new Loss.SoftmaxCrossEntropy(),
            0.75);

    private static final TrainedDetector DETECTOR = new TrainedDetector(
            new DigitDetector(NETWORK, 0.125),
            new DetectorResult(
                    DetectorSize.FULL, 9, 2.5, new Refusals(50, 1), new Refusals(40, 39), new Refusals(30, 0)));

    @TempDir
    private Path directory;

    private static Checkpoint bare() {
        return CheckpointTest.model(new Metrics(200, 7, 0.125), SMALL);
    }

    private Path file() {
        Path file = directory.resolve("model");
        bare().withDetector(DETECTOR).write(file);
        return file;
    }

    @ParameterizedTest
    @EnumSource(names = {"NATIVE_FLOAT", "HEAP_FLOAT"})
    void itComesBackWithAllItsNumbers(Storage storage) {
        Path file = file();
        DigitDetector read = Checkpoint.classifier(SafeTensors.read(file), file, storage)
                .detector()
                .orElseThrow();
        assertEquals(0.125, read.threshold());
        assertEquals(storage, read.network().storage());
        assertEquals(0.75, read.network().temperature());
        assertEquals(List.of("cat", "dog", "-"), read.network().classNames());
        assertEquals(List.of(InputKind.GRADIENTS), read.network().inputs());
        assertArrayEquals(
                NETWORK.members().get(0).vector().row(0),
                read.network().members().get(0).vector().row(0));
        assertEquals(
                Optional.of(DETECTOR.result()),
                Checkpoint.read(file).provenance().detector());
    }

    @Test
    void theClassifierInTheFileStaysAsItIs() {
        Path alone = directory.resolve("alone");
        bare().write(alone);
        SafeTensors before = SafeTensors.read(alone);
        SafeTensors after = SafeTensors.read(file());
        before.tensors()
                .forEach((name, tensor) ->
                        assertEquals(tensor.data(), after.tensors().get(name).data(), name));
        before.metadata().forEach((key, value) -> {
            if (!key.equals(Checkpoint.PROVENANCE)) {
                assertEquals(value, after.metadata().get(key), key);
            }
        });
        assertEquals(bare().weightsDigest(), Checkpoint.read(file()).weightsDigest());
        assertEquals(Optional.empty(), Checkpoint.read(alone).classifier().detector());
        assertNotEquals(
                Checkpoint.read(file()).detectorDigest().orElseThrow(),
                Checkpoint.read(file()).weightsDigest());
    }

    @ParameterizedTest
    @CsvSource({
        "detector.threshold, 1.5",
        "detector.threshold, x",
        "detector.classes, 'cat,dog,bird'",
        "detector.rows, 4",
        "detector.architecture, 8-5-3"
    })
    void oneThatIsNotWhatItShouldBeIsRefused(String key, String value) {
        Path file = file();
        SafeTensors content = SafeTensors.read(file);
        Map<String, String> metadata = new LinkedHashMap<>(content.metadata());
        metadata.put(key, value);
        new SafeTensors(metadata, content.tensors()).write(file);
        assertFails(Kind.BAD_CHECKPOINT, file, "not a usable model", () -> Checkpoint.readClassifier(file));
    }

    @Test
    void aMissingTensorIsRefused() {
        Path file = file();
        SafeTensors content = SafeTensors.read(file);
        Map<String, Tensor> tensors = new LinkedHashMap<>(content.tensors());
        tensors.remove("detector.layers.1.bias");
        new SafeTensors(content.metadata(), tensors).write(file);
        assertFails(Kind.BAD_CHECKPOINT, file, "layers.1.bias is missing", () -> Checkpoint.readClassifier(file));
    }

    @Test
    void oneOfUnknownOriginIsRefused() {
        Path file = file();
        SafeTensors content = SafeTensors.read(file);
        Map<String, String> metadata = new LinkedHashMap<>(content.metadata());
        metadata.put(Checkpoint.PROVENANCE, bare().metadata().get(Checkpoint.PROVENANCE));
        new SafeTensors(metadata, content.tensors()).write(file);
        assertFails(Kind.BAD_CHECKPOINT, file, "where it came from", () -> Checkpoint.read(file));
    }
}
