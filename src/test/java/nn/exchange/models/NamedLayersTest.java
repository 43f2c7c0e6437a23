package nn.exchange.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nn.exchange.DenseLayer;
import nn.exchange.ForeignModelException;
import nn.exchange.Layout;
import nn.exchange.npy.NumberArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Layers are found by the names that other programs use, and their orientation by their shapes. */
class NamedLayersTest {

    private final Map<String, NumberArray> arrays = new LinkedHashMap<>();

    /** Adds an array of the numbers 1, 2, 3 ... */
    private NamedLayersTest with(String name, int... shape) {
        int count = 1;
        for (int dimension : shape) {
            count *= dimension;
        }
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = i + 1;
        }
        arrays.put(name, new NumberArray(Arrays.stream(shape).boxed().toList(), values));
        return this;
    }

    private List<DenseLayer> layers(Layout... told) throws ForeignModelException {
        return NamedLayers.of(arrays, Optional.ofNullable(told.length == 0 ? null : told[0]));
    }

    private String refusal(Layout... told) {
        return assertThrows(ForeignModelException.class, () -> layers(told))
                .in(Path.of("f"))
                .getMessage();
    }

    private List<String> sizes(Layout... told) throws ForeignModelException {
        return layers(told).stream()
                .map(layer -> layer.inputs() + "-" + layer.outputs())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "fc1.weight, fc1.bias, fc2.weight, fc2.bias",
        "layers.0.weight, layers.0.bias, layers.1.weight, layers.1.bias",
        "net.0.weight, net.0.bias, net.2.weight, net.2.bias",
        "2.weight, 2.bias, 10.weight, 10.bias",
        "hidden.weight, hidden.bias, out.weight, out.bias"
    })
    void pyTorchHasOutputsFirst(String weight1, String bias1, String weight2, String bias2) throws Exception {
        with(weight2, 3, 4).with(bias2, 3).with(weight1, 4, 6).with(bias1, 4);
        assertEquals(List.of("6-4", "4-3"), sizes());
        DenseLayer last = layers().get(1);
        assertArrayEquals(new float[] {1, 5, 9, 2, 6, 10, 3, 7, 11, 4, 8, 12}, last.weights());
        assertArrayEquals(new float[] {1, 2, 3}, last.biases());
    }

    @ParameterizedTest
    @CsvSource({
        "dense/kernel:0, dense/bias:0, dense_1/kernel:0, dense_1/bias:0",
        "dense.kernel, dense.bias, dense_1.kernel, dense_1.bias",
        "W1, b1, W2, b2",
        "w_9, b_9, w_10, b_10",
        "weights1, biases1, weights2, biases2",
        "coefs_0, intercepts_0, coefs_1, intercepts_1",
        "layer1_W, layer1_b, layer2_W, layer2_b"
    })
    void kerasAndNumPyHaveInputsFirst(String weight1, String bias1, String weight2, String bias2) throws Exception {
        with(weight2, 4, 3).with(bias2, 3).with(weight1, 6, 4).with(bias1, 4);
        assertEquals(List.of("6-4", "4-3"), sizes());
        assertArrayEquals(arrays.get(weight2).values(), layers().get(1).weights());
    }

    @Test
    void theShapesDecideWhereTheyContradictTheName() throws Exception {
        with("fc1.weight", 6, 4).with("fc1.bias", 4).with("fc2.weight", 4, 3).with("fc2.bias", 3);
        assertEquals(List.of("6-4", "4-3"), sizes());
    }

    @Test
    void theNamesDecideWhereAllShapesAreSquare() throws Exception {
        with("fc1.weight", 2, 2).with("fc1.bias", 2);
        assertArrayEquals(new float[] {1, 3, 2, 4}, layers().get(0).weights());
        assertArrayEquals(new float[] {1, 2, 3, 4}, layers(Layout.IN_OUT).get(0).weights());
        arrays.clear();
        with("W1", 2, 2).with("b1", 2);
        assertArrayEquals(new float[] {1, 2, 3, 4}, layers().get(0).weights());
        assertArrayEquals(new float[] {1, 3, 2, 4}, layers(Layout.OUT_IN).get(0).weights());
    }

    @Test
    void whatNeitherDecidesIsAskedFor() {
        with("weights1", 2, 2).with("bias1", 2);
        assertEquals(
                "f: does not say whether its matrices are [inputs, outputs] or [outputs, inputs], and both fit; "
                        + "give --layout in-out or --layout out-in",
                refusal());
    }

    @Test
    void missingBiasesAreZeros() throws Exception {
        with("a.weight", 4, 6).with("b.weight", 3, 4);
        assertArrayEquals(new float[4], layers().get(0).biases());
    }

    @Test
    void layersThatDoNotFitAreShown() {
        with("W1", 6, 4).with("b1", 4).with("W2", 5, 3).with("b2", 3);
        assertEquals(
                "f: has layers that do not fit together: 1 [6, 4] + [4], then 2 [5, 3] + [3]; "
                        + "name the layers so that they sort from the inputs to the outputs",
                refusal());
        arrays.clear();
        with("W1", 6, 4).with("b1", 4);
        assertTrue(refusal(Layout.OUT_IN).endsWith("; leave out --layout"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bn.running_mean     | 4       | the array \"bn.running_mean\" is neither the weights nor the biases",
                "conv1.weight        | 2,1,3,3 | the array \"conv1.weight\" has the shape [2, 1, 3, 3]",
                "bn1.weight          | 4       | the array \"bn1.weight\" has the shape [4], and a layer's weights have two",
                "embedding           | 4,4     | the array \"embedding\" is neither",
                "fc1.bias            | 4       | the layer \"fc1\" has biases but no weight matrix"
            })
    void whatIsNoLayerIsNamed(String name, String shape, String reason) {
        with("a.weight", 4, 4)
                .with(
                        name,
                        Arrays.stream(shape.split(","))
                                .mapToInt(Integer::parseInt)
                                .toArray());
        assertTrue(refusal().startsWith("f: is no multilayer perceptron: " + reason), this::refusal);
    }

    @Test
    void twoArraysForTheSameAreRefused() {
        with("fc1.weight", 4, 4).with("fc1/kernel:0", 4, 4);
        assertTrue(refusal().contains("the layer \"fc1\" has two arrays of weights"), this::refusal);
    }

    @Test
    void anEmptyFileIsNoNetwork() {
        assertTrue(refusal().contains("it holds no arrays of numbers"), this::refusal);
    }
}
