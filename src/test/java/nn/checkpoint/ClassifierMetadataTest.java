package nn.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import nn.data.InputKind;
import nn.eval.Classifier;
import nn.model.Activation;
import nn.model.Architecture;
import nn.model.Loss;
import nn.model.Parameters;
import nn.model.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassifierMetadataTest {

    private static ClassifierMetadata of(Loss loss) {
        Parameters member = Parameters.zeros(Architecture.of(6, List.of(4), 2, Activation.RELU), Storage.NATIVE_FLOAT);
        return ClassifierMetadata.of(
                new Classifier(List.of(member), List.of(InputKind.PIXELS), 2, 3, List.of("cat", "dog"), loss, 1.5));
    }

    @Test
    void whatIsWrittenIsReadBack() {
        for (Loss loss :
                List.of(new Loss.SoftmaxCrossEntropy(), new Loss.BinaryCrossEntropy(), new Loss.SquaredError(0.5))) {
            assertEquals(of(loss), ClassifierMetadata.from(of(loss).toStrings()));
        }
    }

    @Test
    void whatNetworksReadIsKeptUnlessAllReadPixels() {
        Parameters gradients =
                Parameters.zeros(Architecture.of(8, List.of(4), 2, Activation.RELU), Storage.NATIVE_FLOAT);
        Parameters both =
                Parameters.zeros(Architecture.of(8 + 6, List.of(4), 2, Activation.RELU), Storage.NATIVE_FLOAT);
        ClassifierMetadata metadata = ClassifierMetadata.of(new Classifier(
                List.of(gradients, both),
                List.of(InputKind.GRADIENTS, InputKind.BOTH),
                2,
                3,
                List.of("cat", "dog"),
                new Loss.SoftmaxCrossEntropy(),
                1));
        assertEquals("gradients both", metadata.toStrings().get("inputs"));
        assertEquals(metadata, ClassifierMetadata.from(metadata.toStrings()));
        assertFalse(of(new Loss.SoftmaxCrossEntropy()).toStrings().containsKey("inputs"));
    }

    @Test
    void unknownInputsAreRefused() {
        Map<String, String> strings = of(new Loss.SoftmaxCrossEntropy()).toStrings();
        for (String unknown : List.of("wavelets", "PIXELS", "", "pixels wavelets")) {
            strings.put("inputs", unknown);
            assertThrows(IllegalArgumentException.class, () -> ClassifierMetadata.from(strings), unknown);
        }
    }

    /** What a damaged or foreign file may say instead. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "scale        | 1/256          | pixels are multiplied by 1/256",
                "architecture | 6-4-2 6-2      | 2 architectures with 1 activations and 1 biases",
                "architecture | 6-x-2          | 'x' is not a number that fits",
                "architecture | 6-99999999999  | '99999999999' is not a number that fits",
                "activations  | relu,wave      | WAVE",
                "activations  | relu,relu tanh | 1 architectures with 2 activations",
                "biases       | true false     | 1 architectures with 1 activations and 2 biases",
                "biases       | yes            | 'yes' is neither true nor false",
                "biases       | True           | 'True' is neither true nor false",
                "rows         | 2.0            | '2.0' is not a number",
                "columns      |                | its metadata has no columns",
                "classes      | cat,do\u202eg | is too long or not printable",
                "loss         | hinge          | hinge",
                "temperature  | warm           | warm",
                "temperature  |                | its metadata has no temperature",
            })
    void whatIsNotWrittenByNnIsRefused(String key, String value, String whatIsWrong) {
        Map<String, String> strings = of(new Loss.SoftmaxCrossEntropy()).toStrings();
        assertNotNull(strings.remove(key));
        if (value != null) {
            strings.put(key, value);
        }
        String message = assertThrows(IllegalArgumentException.class, () -> ClassifierMetadata.from(strings))
                .getMessage();
        assertTrue(message.contains(whatIsWrong), message);
    }

    @Test
    void aThousandMembersAreReadAndMoreAreNot() {
        Map<String, String> strings = of(new Loss.SoftmaxCrossEntropy()).toStrings();
        for (String key : List.of("architecture", "activations", "biases")) {
            strings.put(key, String.join(" ", Collections.nCopies(1000, strings.get(key))));
        }
        assertEquals(1000, ClassifierMetadata.from(strings).architectures().size());
        for (String key : List.of("architecture", "activations", "biases")) {
            strings.merge(key, strings.get(key).split(" ")[0], (all, one) -> all + " " + one);
        }
        assertThrows(IllegalArgumentException.class, () -> ClassifierMetadata.from(strings));
    }

    @Test
    void aNetworkWithoutBiasesIsReadBackAsOne() {
        Architecture architecture = new Architecture(List.of(6, 2), List.of(Activation.IDENTITY), false);
        ClassifierMetadata metadata = ClassifierMetadata.of(new Classifier(
                List.of(Parameters.zeros(architecture, Storage.NATIVE_FLOAT)),
                List.of(InputKind.PIXELS),
                2,
                3,
                List.of("cat", "dog"),
                new Loss.SoftmaxCrossEntropy(),
                1));
        assertEquals(
                List.of(architecture),
                ClassifierMetadata.from(metadata.toStrings()).architectures());
    }

    /** The label of a squared error does not contain its scale, so saving would change the loss in reports. */
    @Test
    void aLossThatWouldBeReadBackAsAnotherIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> of(new Loss.SquaredError(1)));
    }
}
