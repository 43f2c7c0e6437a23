package nn.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import nn.eval.Classifier;
import nn.data.Inputs;
import nn.model.Activation;
import nn.model.Architecture;
import nn.model.Loss;
import nn.model.Parameters;
import nn.model.Precision;
import org.junit.jupiter.api.Test;

class ClassifierMetadataTest {

    private static ClassifierMetadata of(Loss loss) {
        Parameters member = Parameters.zeros(Architecture.of(6, List.of(4), 2, Activation.RELU), Precision.FLOAT);
        return ClassifierMetadata.of(new Classifier(List.of(member), List.of(Inputs.PIXELS), 2, 3, List.of("cat", "dog"), loss, 1.5));
    }

    @Test
    void whatIsWrittenIsReadBack() {
        for (Loss loss : List.of(new Loss.SoftmaxCrossEntropy(), new Loss.BinaryCrossEntropy(), new Loss.SquaredError(0.5))) {
            assertEquals(of(loss), ClassifierMetadata.from(of(loss).toStrings()));
        }
    }

    @Test
    void whatNetworksReadIsKeptUnlessAllReadPixels() {
        Parameters gradients = Parameters.zeros(Architecture.of(8, List.of(4), 2, Activation.RELU), Precision.FLOAT);
        Parameters both = Parameters.zeros(Architecture.of(8 + 6, List.of(4), 2, Activation.RELU), Precision.FLOAT);
        ClassifierMetadata metadata = ClassifierMetadata.of(new Classifier(List.of(gradients, both),
                List.of(Inputs.GRADIENTS, Inputs.BOTH), 2, 3, List.of("cat", "dog"), new Loss.SoftmaxCrossEntropy(), 1));
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

    /** The label of a squared error says nothing of its scale, so the loss of a report would change with a save. */
    @Test
    void aLossThatWouldBeReadBackAsAnotherIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> of(new Loss.SquaredError(1)));
    }
}
