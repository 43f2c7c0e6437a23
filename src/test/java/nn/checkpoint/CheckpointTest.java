package nn.checkpoint;

import static nn.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nn.NnException.Kind;
import nn.data.InputKind;
import nn.eval.Classifier;
import nn.eval.Metrics;
import nn.model.Activation;
import nn.model.Architecture;
import nn.model.Loss;
import nn.model.Parameters;
import nn.model.Storage;
import nn.safetensors.SafeTensors;
import nn.safetensors.Tensor;
import nn.train.Preset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A model in its file, tensor by tensor. */
class CheckpointTest {

    /** 6 pixels, and more outputs than are transposed at once when a file is read. */
    private static final Architecture WIDE = Architecture.of(6, List.of(150), 2, Activation.RELU);

    private static final Architecture WITHOUT_BIASES =
            new Architecture(List.of(6, 3, 2), List.of(Activation.TANH, Activation.IDENTITY), false);

    @TempDir
    private Path directory;

    /** The number between input and output of a layer. The input after the last is the bias. All numbers differ. */
    private static float number(int member, int layer, int input, int output) {
        return member + layer / 2f + input / 32f + output / 8192f;
    }

    private static Parameters network(int member, Architecture architecture, Storage storage) {
        Parameters network = Parameters.zeros(architecture, storage);
        for (int layer = 0; layer < architecture.layers(); layer++) {
            int inputs = architecture.sizes().get(layer);
            for (int output = 0; output < architecture.sizes().get(layer + 1); output++) {
                for (int input = 0; input < inputs; input++) {
                    network.setWeight(layer, input, output, number(member, layer, input, output));
                }
                if (architecture.biases()) {
                    network.setBias(layer, output, number(member, layer, inputs, output));
                }
            }
        }
        return network;
    }

    /** Networks with given test metrics. */
    static Checkpoint model(Metrics test, Architecture... members) {
        List<Parameters> networks = IntStream.range(0, members.length)
                .mapToObj(member -> network(member, members[member], Storage.NATIVE_FLOAT))
                .toList();
        Classifier classifier = new Classifier(
                networks,
                Collections.nCopies(members.length, InputKind.PIXELS),
                2,
                3,
                List.of("cat", "dog"),
                new Loss.SoftmaxCrossEntropy(),
                1.5);
        return new Checkpoint(
                classifier,
                new Provenance(
                        "nn 1.0.0",
                        "2026-11-22T06:15:00Z",
                        4,
                        3,
                        65.4,
                        12345.6,
                        "Haswell",
                        new Metrics(10, 0, 0),
                        test,
                        Preset.FAST.config(1, 1),
                        List.of(),
                        1,
                        Optional.empty()));
    }

    private static Checkpoint model(Architecture... members) {
        return model(new Metrics(200, 7, 0.125), members);
    }

    private Path file(Architecture... members) {
        Path file = directory.resolve("model");
        model(members).write(file);
        return file;
    }

    /** All that the file should hold, in order. */
    private static Map<String, float[]> expected(Architecture... members) {
        Map<String, float[]> tensors = new LinkedHashMap<>();
        for (int member = 0; member < members.length; member++) {
            String prefix = members.length == 1 ? "" : "members." + member + ".";
            List<Integer> sizes = members[member].sizes();
            for (int layer = 0; layer + 1 < sizes.size(); layer++) {
                int inputs = sizes.get(layer);
                float[] weights = new float[inputs * sizes.get(layer + 1)];
                float[] biases = new float[sizes.get(layer + 1)];
                for (int output = 0; output < biases.length; output++) {
                    for (int input = 0; input < inputs; input++) {
                        weights[output * inputs + input] = number(member, layer, input, output);
                    }
                    biases[output] = number(member, layer, inputs, output);
                }
                tensors.put(prefix + "layers." + layer + ".weight", weights);
                if (members[member].biases()) {
                    tensors.put(prefix + "layers." + layer + ".bias", biases);
                }
            }
        }
        return tensors;
    }

    private static float[] floats(Tensor tensor) {
        float[] values = new float[(int) tensor.elements()];
        tensor.data().asFloatBuffer().get(values);
        return values;
    }

    @Test
    void theTensorsOfACommitteeAreThoseOfItsNetworksAsPyTorchLaysThemOut() {
        Map<String, Tensor> tensors =
                SafeTensors.read(file(WIDE, WITHOUT_BIASES)).tensors();
        Map<String, float[]> expected = expected(WIDE, WITHOUT_BIASES);
        assertEquals(List.copyOf(expected.keySet()), List.copyOf(tensors.keySet()));
        expected.forEach((name, values) -> assertArrayEquals(values, floats(tensors.get(name)), name));
        assertArrayEquals(
                new long[] {150, 6}, tensors.get("members.0.layers.0.weight").shape());
        assertArrayEquals(
                new long[] {150}, tensors.get("members.0.layers.0.bias").shape());
    }

    /** Without the biases, or with the wrong rows, the answers would differ from the measured ones. */
    @ParameterizedTest
    @EnumSource(names = {"NATIVE_FLOAT", "HEAP_FLOAT"})
    void everyNumberIsReadToWhereItWas(Storage storage) {
        Path file = file(WIDE, WITHOUT_BIASES);
        Classifier read = Checkpoint.classifier(SafeTensors.read(file), file, storage);
        assertEquals(storage, read.storage());
        assertEquals(
                List.of(WIDE, WITHOUT_BIASES),
                read.members().stream().map(Parameters::architecture).toList());
        for (int member = 0; member < 2; member++) {
            Parameters wanted = network(member, read.members().get(member).architecture(), Storage.NATIVE_FLOAT);
            assertArrayEquals(
                    wanted.vector().row(0), read.members().get(member).vector().row(0), "member " + member);
        }
        assertEquals(List.of("cat", "dog"), read.classNames());
        assertEquals(1.5, read.temperature());
    }

    @Test
    void aModelComesBackWithWhereItCameFrom() {
        Checkpoint read = Checkpoint.read(file(WIDE));
        assertEquals(model(WIDE).provenance(), read.provenance());
        assertArrayEquals(
                network(0, WIDE, Storage.NATIVE_FLOAT).vector().row(0),
                read.classifier().members().get(0).vector().row(0));
        assertArrayEquals(
                read.classifier().members().get(0).vector().row(0),
                Checkpoint.readClassifier(directory.resolve("model"))
                        .members()
                        .get(0)
                        .vector()
                        .row(0));
    }

    @Test
    void theDigestIsThatOfTheNumbersInTheOrderOfTheFile() throws GeneralSecurityException {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        for (float[] values : expected(WIDE, WITHOUT_BIASES).values()) {
            ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(values);
            sha256.update(bytes);
        }
        assertEquals(
                HexFormat.of().formatHex(sha256.digest()),
                model(WIDE, WITHOUT_BIASES).weightsDigest());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "layers.1.bias    |          | the tensor layers.1.bias is missing",
                "layers.0.weight  | 6, 150   | the tensor layers.0.weight is F32 [6, 150], the architecture needs F32 [150, 6]",
                "layers.0.bias    | 150, 1   | the tensor layers.0.bias is F32 [150, 1], the architecture needs F32 [150]",
            })
    void aTensorThatDoesNotFitIsRefused(String name, String shape, String whatIsWrong) {
        SafeTensors content = SafeTensors.read(file(WIDE));
        Map<String, Tensor> tensors = new LinkedHashMap<>(content.tensors());
        Tensor old = tensors.remove(name);
        if (shape != null) {
            tensors.put(
                    name,
                    Tensor.of(
                            floats(old),
                            Stream.of(shape.split(", "))
                                    .mapToLong(Long::parseLong)
                                    .toArray()));
        }
        assertUnusable(new SafeTensors(content.metadata(), tensors), whatIsWrong);
    }

    @Test
    void numbersOfAnotherKindAreRefused() {
        SafeTensors content = SafeTensors.read(file(WIDE));
        Map<String, Tensor> tensors = new LinkedHashMap<>(content.tensors());
        tensors.put("layers.1.bias", Tensor.of(new double[2], 2));
        assertUnusable(
                new SafeTensors(content.metadata(), tensors),
                "the tensor layers.1.bias is F64 [2], the architecture needs F32 [2]");
    }

    private void assertUnusable(SafeTensors content, String whatIsWrong) {
        Path file = directory.resolve("changed");
        content.write(file);
        assertFails(
                Kind.BAD_CHECKPOINT, file, "not a usable model (" + whatIsWrong, () -> Checkpoint.readClassifier(file));
        assertFails(Kind.BAD_CHECKPOINT, file, "not a usable model", () -> Checkpoint.read(file));
    }

    @Test
    void aModelWithoutItsOriginAnswersAndIsNotReadForItsReport() {
        SafeTensors content = SafeTensors.read(file(WIDE));
        Map<String, String> metadata = new LinkedHashMap<>(content.metadata());
        metadata.remove("training");
        Path file = directory.resolve("changed");
        new SafeTensors(metadata, content.tensors()).write(file);
        assertEquals(WIDE, Checkpoint.readClassifier(file).architecture());
        assertFails(Kind.BAD_CHECKPOINT, file, "its metadata has no training", () -> Checkpoint.read(file));
    }

    @Test
    void aStateOfARunIsNoModelAndFilesHoldNoDoubles() {
        SafeTensors content = SafeTensors.read(file(WIDE));
        Path file = directory.resolve("changed");
        assertThrows(IllegalArgumentException.class, () -> Checkpoint.classifier(content, file, Storage.NATIVE_DOUBLE));
        SafeTensors state = new SafeTensors(Map.of("run", "{}"), content.tensors());
        assertFails(
                Kind.BAD_CHECKPOINT,
                file,
                "is the state of a run",
                () -> Checkpoint.classifier(state, file, Storage.NATIVE_FLOAT));
    }
}
