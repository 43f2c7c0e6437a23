package nn.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final List<Activation> ONE = List.of(Activation.IDENTITY);

    @Test
    void parametersAreWeightsAndBiases() {
        assertEquals(
                784 * 256 + 256 + 256 * 10 + 10,
                Architecture.of(784, List.of(256), 10, Activation.RELU).parameterCount());
        assertEquals(
                4 * 3 + 3 * 2,
                new Architecture(List.of(4, 3, 2), List.of(Activation.TANH, Activation.TANH), false).parameterCount());
    }

    @Test
    void theNameIsTheSizes() {
        assertEquals(
                "784-512-256-10",
                Architecture.of(784, List.of(512, 256), 10, Activation.RELU).name());
    }

    @Test
    void hiddenLayersGetTheActivationAndOutputsTheIdentity() {
        assertEquals(
                List.of(Activation.RELU, Activation.RELU, Activation.IDENTITY),
                Architecture.of(4, List.of(3, 3), 2, Activation.RELU).activations());
    }

    @Test
    void noHiddenLayerIsSoftmaxRegression() {
        assertEquals(ONE, Architecture.of(4, List.of(), 2, Activation.RELU).activations());
    }

    @Test
    void onlyTheOutputActivationChanges() {
        assertEquals(
                List.of(Activation.RELU, Activation.SIGMOID),
                Architecture.of(4, List.of(3), 2, Activation.RELU)
                        .withOutputActivation(Activation.SIGMOID)
                        .activations());
    }

    @Test
    void aSingleLayerSizeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Architecture(List.of(4), List.of(), true));
    }

    @Test
    void anActivationTooManyIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Architecture(List.of(4, 2), List.of(Activation.RELU, Activation.RELU), true));
    }

    @Test
    void sizesOutsideTheLegalRangeAreNamed() {
        for (int size : new int[] {0, -3, Architecture.MAX_LAYER_SIZE + 1}) {
            String message = assertThrows(
                            IllegalArgumentException.class, () -> new Architecture(List.of(size, 2), ONE, true))
                    .getMessage();
            assertTrue(message.contains(String.valueOf(size)) && message.contains("1048576"), message);
        }
    }

    /** The maximum is 2^28: 512 outputs with 2^19 - 1 inputs and a bias each. */
    @Test
    void theLargestLayerAndTheMostParametersAreLegal() {
        assertEquals(
                Architecture.MAX_LAYER_SIZE,
                new Architecture(List.of(1, Architecture.MAX_LAYER_SIZE), ONE, true).outputs());
        assertEquals(1 << 28, new Architecture(List.of(1 << 14, 1 << 14), ONE, false).parameterCount());
        assertThrows(IllegalArgumentException.class, () -> new Architecture(List.of(1 << 14, 1 << 14), ONE, true));
    }

    @Test
    void eachNameOfACommitteeIsSaidOnce() {
        Architecture wide = Architecture.of(4, List.of(5), 2, Activation.RELU);
        Architecture narrow = Architecture.of(4, List.of(3), 2, Activation.RELU);
        assertEquals("4-5-2 and 4-3-2", Architecture.names(Stream.of(wide, narrow, wide)));
    }

    @Test
    void moreParametersThanMemoryHoldsAreRefused() {
        assertEquals(1 << 28, new Architecture(List.of((1 << 19) - 1, 512), ONE, true).parameterCount());
        assertThrows(IllegalArgumentException.class, () -> new Architecture(List.of(1 << 19, 512), ONE, true));
        assertThrows(IllegalArgumentException.class, () -> new Architecture(List.of(1 << 20, 1 << 20), ONE, true));
    }

    @Test
    void laterChangesOfTheGivenListsDoNotReachIt() {
        List<Integer> sizes = new ArrayList<>(List.of(4, 2));
        Architecture architecture = new Architecture(sizes, ONE, true);
        sizes.set(0, 99);
        assertEquals(4, architecture.inputs());
    }

    /** The record has its own method. */
    @Test
    void architecturesAreEqualIfAllOfTheirComponentsAre() {
        assertEquals(
                3,
                Architecture.class.getRecordComponents().length,
                "a further component goes into equals and hashCode");
        Architecture one = Architecture.of(4, List.of(3), 2, Activation.RELU);
        Architecture same = Architecture.of(4, List.of(3), 2, Activation.RELU);
        assertEquals(one, same);
        assertEquals(one.hashCode(), same.hashCode());
        assertNotEquals(one, Architecture.of(4, List.of(5), 2, Activation.RELU));
        assertNotEquals(one, Architecture.of(4, List.of(3), 2, Activation.TANH));
        assertNotEquals(one, new Architecture(one.sizes(), one.activations(), false));
    }
}
