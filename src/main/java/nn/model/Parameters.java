package nn.model;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * All weights and biases of a network as one flat vector, layer after layer. A gradient and an average have the same shape. A layer is a
 * matrix {@code [fanIn, fanOut]} (row vectors: x W + b), row by row, followed by its biases {@code [fanOut]} as one more row, if the
 * architecture has biases.
 */
public final class Parameters {

    private final Architecture architecture;
    private final Matrix vector;
    private final List<Matrix> layers = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();

    private Parameters(Architecture architecture, Storage storage) {
        this.architecture = architecture;
        vector = Matrix.zeros(storage, 1, architecture.parameterCount());
        int start = 0;
        for (int layer = 0; layer < architecture.layers(); layer++) {
            int rows = architecture.weightRows(layer);
            int columns = architecture.sizes().get(layer + 1);
            layers.add(vector.block(start, rows, columns));
            starts.add(start);
            start += rows * columns;
        }
    }

    /** All zero. */
    public static Parameters zeros(Architecture architecture, Storage storage) {
        return new Parameters(architecture, storage);
    }

    /** Initialized layer after layer from one stream of random numbers. */
    public static Parameters initialized(
            Architecture architecture, Storage storage, Initializer initializer, RandomGenerator random) {
        Parameters parameters = zeros(architecture, storage);
        for (int layer = 0; layer < architecture.layers(); layer++) {
            initializer.initialize(parameters, layer, random);
        }
        return parameters;
    }

    public Architecture architecture() {
        return architecture;
    }

    /** The flat vector {@code [1, parameterCount]}; it shares the layers' memory. */
    public Matrix vector() {
        return vector;
    }

    /** A layer's matrix {@code [fanIn (+ 1), fanOut]}, the biases in its last row; it shares the vector's memory. */
    public Matrix layer(int layer) {
        return layers.get(layer);
    }

    /** Where a layer starts in the vector. */
    public int start(int layer) {
        return starts.get(layer);
    }

    /** The number of a layer's weights; its biases follow them in the vector. */
    public int weightCount(int layer) {
        return architecture.sizes().get(layer) * architecture.sizes().get(layer + 1);
    }

    /** The weight from an input to a neuron of a layer. */
    public double weight(int layer, int input, int neuron) {
        return layer(layer).get(input, neuron);
    }

    public void setWeight(int layer, int input, int neuron, double value) {
        layer(layer).set(input, neuron, value);
    }

    /** The bias of a neuron of a layer. */
    public double bias(int layer, int neuron) {
        return layer(layer).get(biasRow(layer), neuron);
    }

    public void setBias(int layer, int neuron, double value) {
        layer(layer).set(biasRow(layer), neuron, value);
    }

    private int biasRow(int layer) {
        if (!architecture.biases()) {
            throw new IllegalStateException(architecture.name() + " has no biases");
        }
        return architecture.sizes().get(layer);
    }

    /** Whether no number is NaN or infinite. */
    public boolean isFinite() {
        for (Matrix layer : layers) {
            double[] row = new double[layer.columns()];
            for (int i = 0; i < layer.rows(); i++) {
                layer.readRow(i, row);
                for (double value : row) {
                    if (!Double.isFinite(value)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** A copy with its own memory. */
    public Parameters copy() {
        Parameters copy = zeros(architecture, vector.storage());
        copy.copyFrom(this);
        return copy;
    }

    /** Copies other parameters, of the same architecture and storage, to these. */
    public void copyFrom(Parameters source) {
        if (!source.architecture.equals(architecture)) {
            throw new IllegalArgumentException("parameters of %s cannot be copied to parameters of %s"
                    .formatted(source.architecture.name(), architecture.name()));
        }
        vector.copyFrom(source.vector);
    }
}
