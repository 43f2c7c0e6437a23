package nn.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The shape of a multilayer perceptron: the sizes of its layers from the inputs to the outputs, and each later layer's
 * activation.
 *
 * @param sizes the number of inputs, of neurons in each hidden layer, and of outputs; at least two numbers
 * @param activations one for each layer except the inputs
 * @param biases whether every neuron has a bias
 */
public record Architecture(List<Integer> sizes, List<Activation> activations, boolean biases) {

    /** More neurons than this in a layer are a mistake or a damaged file. */
    public static final int MAX_LAYER_SIZE = 1 << 20;

    private static final long MAX_PARAMETERS = 1L << 28;

    public Architecture {
        sizes = List.copyOf(sizes);
        activations = List.copyOf(activations);
        if (sizes.size() < 2 || activations.size() != sizes.size() - 1) {
            throw new IllegalArgumentException("%d layer sizes need %d activations, not %d"
                    .formatted(sizes.size(), Math.max(1, sizes.size() - 1), activations.size()));
        }
        for (int size : sizes) {
            if (size < 1 || size > MAX_LAYER_SIZE) {
                throw new IllegalArgumentException("layer size %d is not from 1 to %d".formatted(size, MAX_LAYER_SIZE));
            }
        }
        if (count(sizes, biases) > MAX_PARAMETERS) {
            throw new IllegalArgumentException("%s has more than %d parameters".formatted(name(sizes), MAX_PARAMETERS));
        }
    }

    /** Compares like the method that a record gets, but the first use of that one slows a start down by tens of milliseconds. */
    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Architecture that
                        && biases == that.biases
                        && sizes.equals(that.sizes)
                        && activations.equals(that.activations);
    }

    @Override
    public int hashCode() {
        return Objects.hash(sizes, activations, biases);
    }

    /** With biases, and one activation for all hidden layers. The outputs have the identity: the loss applies their link function. */
    public static Architecture of(int inputs, List<Integer> hidden, int outputs, Activation activation) {
        List<Integer> sizes = new ArrayList<>();
        sizes.add(inputs);
        sizes.addAll(hidden);
        sizes.add(outputs);
        List<Activation> activations = new ArrayList<>();
        hidden.forEach(size -> activations.add(activation));
        activations.add(Activation.IDENTITY);
        return new Architecture(sizes, activations, true);
    }

    /** The same with another activation of the outputs. */
    public Architecture withOutputActivation(Activation activation) {
        List<Activation> changed = new ArrayList<>(activations);
        changed.set(changed.size() - 1, activation);
        return new Architecture(sizes, changed, biases);
    }

    /** The number of layers with weights. */
    public int layers() {
        return activations.size();
    }

    public int inputs() {
        return sizes.get(0);
    }

    public int outputs() {
        return sizes.get(sizes.size() - 1);
    }

    /** Rows of a layer's matrix {@code [fanIn (+ 1 for the biases), fanOut]}. */
    public int weightRows(int layer) {
        return sizes.get(layer) + (biases ? 1 : 0);
    }

    /** The number of weights and biases. */
    public int parameterCount() {
        return (int) count(sizes, biases);
    }

    private static long count(List<Integer> sizes, boolean biases) {
        long count = 0;
        for (int layer = 0; layer + 1 < sizes.size(); layer++) {
            count += (sizes.get(layer) + (biases ? 1L : 0)) * sizes.get(layer + 1);
        }
        return count;
    }

    /** The layer sizes, as in {@code 784-256-10}. */
    public String name() {
        return name(sizes);
    }

    /** The names of a committee's networks, each of them once, as in {@code 392-256-10 and 784-256-10}. */
    public static String names(Stream<Architecture> networks) {
        return networks.map(Architecture::name).distinct().collect(Collectors.joining(" and "));
    }

    private static String name(List<Integer> sizes) {
        return sizes.stream().map(String::valueOf).collect(Collectors.joining("-"));
    }
}
