package nn.train.fast;

import java.util.ArrayList;
import java.util.List;
import nn.model.Activation;
import nn.model.Architecture;
import nn.model.FloatMatrix;
import nn.model.Matrix;
import nn.model.Mlp;
import nn.model.Parameters;
import nn.model.Precision;
import nn.model.Workspace;

/**
 * One part of a network: some rows of each weight matrix. A row holds the weights of one input, so a part multiplies its inputs'
 * columns by its rows, and the parts' products add up to a layer's weighted sums. A part's weights are then touched by one thread only
 * in a step, and stay in its cache.
 *
 * <p>The last layer is small and goes another way: a part takes its own rows of the mini-batch through all of it, so that no part waits
 * for another between the outputs, the loss and its gradient. So the layers before it are the split ones; a network of one layer
 * splits that one.
 *
 * <p>A mini-batch goes through {@link #forwardInputs}, {@link #forward} of each further split layer, {@link #forwardToOutputs}, the loss of
 * {@link ExampleRows}, {@link #backwardFromOutputs}, {@link #backward} from the last split layer to the first, and {@link #gradient} of
 * the layer behind them; {@link FastStep} has all parts finish each before the next.
 */
final class NetworkPart {

    private final Parameters parameters;
    private final Workspace examples;
    private final FirstLayer firstLayer;
    private final List<SplitLayer> layers = new ArrayList<>();
    private final List<Matrix> entering = new ArrayList<>();
    private final List<Matrix> dSums = new ArrayList<>();
    private final List<FloatMatrix> gradients = new ArrayList<>();
    private final List<GradientRows> gradientRows = new ArrayList<>();
    private final List<Matrix> lastProducts = new ArrayList<>();
    private final double keepFactor;

    /**
     * What a part has of a split layer behind the first. "Own" are its inputs; the last part's include the constant one of the biases.
     *
     * @param products {@code [batch, own]}, the parts' products of the layer before, which add up to the own inputs' weighted sums
     * @param values {@code [batch, own]}, the own inputs, without the constant one
     * @param keep {@code [batch, own]}, their dropout factors; empty without dropout
     * @param dValues {@code [batch, own]}, the gradient of the loss by the own inputs' weighted sums
     * @param entering {@code [batch, own]}, the own inputs with the constant one
     * @param rows {@code [own, fanOut]}, the own rows of the layer's matrix
     * @param weights the same without the biases
     * @param ownProducts {@code [batch, fanOut]}, the own inputs times the own rows
     */
    private record SplitLayer(
            List<Matrix> products,
            Activation activation,
            Matrix values,
            List<Matrix> keep,
            Matrix dValues,
            Matrix entering,
            Matrix rows,
            Matrix weights,
            Matrix ownProducts) {}

    /**
     * One of the parts.
     *
     * @param batch the workspace of a whole mini-batch, which all parts share
     * @param products of each split layer the parts' products, see {@link #products}
     * @param examples the part's own rows of the mini-batch, of the same workspace
     * @param firstExample the first of these rows
     * @param sparse whether blank inputs are left out
     */
    NetworkPart(
            Parameters parameters,
            Parts parts,
            int part,
            Workspace batch,
            List<List<Matrix>> products,
            Workspace examples,
            int firstExample,
            boolean sparse) {
        this.parameters = parameters;
        this.examples = examples;
        keepFactor = batch.keepFactor();
        Architecture architecture = parameters.architecture();
        for (int layer = 0; layer < architecture.layers(); layer++) {
            int first = parts.first(part, architecture.weightRows(layer));
            int count = parts.size(part, architecture.weightRows(layer));
            entering.add(batch.entering(layer).columnsFrom(first, count));
            dSums.add(batch.dValues(layer));
            gradients.add((FloatMatrix) Matrix.zeros(
                    Precision.FLOAT,
                    layer == 0 ? 0 : count,
                    architecture.sizes().get(layer + 1)));
            gradientRows.add(GradientRows.of(gradients.get(layer)));
            if (layer > 0 && layer < products.size()) {
                layers.add(splitLayer(layer, first, count, batch, products, part));
            }
        }
        int first = parts.first(part, architecture.weightRows(0));
        Matrix weights = parameters.layer(0).rowsFrom(first, parts.size(part, architecture.weightRows(0)));
        Matrix own = products.get(0).get(part);
        firstLayer = sparse
                ? new SparseFirstLayer(first, architecture.inputs(), weights, own, batch.dValues(0))
                : new DenseFirstLayer(first, architecture.inputs(), weights, own, batch.dValues(0));
        gradientRows.set(0, firstLayer.gradientRows());
        products.get(products.size() - 1)
                .forEach(all -> lastProducts.add(all.rowsFrom(firstExample, examples.capacity())));
    }

    private SplitLayer splitLayer(
            int layer, int first, int count, Workspace batch, List<List<Matrix>> products, int part) {
        Architecture architecture = parameters.architecture();
        int inputs = Math.min(count, architecture.sizes().get(layer) - first);
        return new SplitLayer(
                products.get(layer - 1).stream()
                        .map(all -> all.columnsFrom(first, inputs))
                        .toList(),
                architecture.activations().get(layer - 1),
                batch.values(layer).columnsFrom(first, inputs),
                batch.keep(layer - 1).stream()
                        .map(all -> all.columnsFrom(first, inputs))
                        .toList(),
                batch.dValues(layer - 1).columnsFrom(first, inputs),
                batch.entering(layer).columnsFrom(first, count),
                parameters.layer(layer).rowsFrom(first, count),
                parameters.layer(layer).rowsFrom(first, inputs),
                products.get(layer).get(part));
    }

    /** How many layers are split by their inputs: all but the last, and at least one. */
    static int splitLayers(Architecture architecture) {
        return Math.max(1, architecture.layers() - 1);
    }

    /** Memory for the products {@code [batch, fanOut]} of each split layer's parts, by layer and part. */
    static List<List<Matrix>> products(Architecture architecture, Parts parts, int batchSize) {
        List<List<Matrix>> products = new ArrayList<>();
        for (int layer = 0; layer < splitLayers(architecture); layer++) {
            List<Matrix> ofLayer = new ArrayList<>();
            for (int part = 0; part < parts.count(); part++) {
                ofLayer.add(Matrix.padded(
                        Precision.FLOAT, batchSize, architecture.sizes().get(layer + 1)));
            }
            products.add(ofLayer);
        }
        return products;
    }

    /**
     * Takes the mini-batch through this part of the first layer.
     *
     * @param inputs {@code [batch, inputs]}, row after row
     */
    void forwardInputs(float[] inputs, int batch) {
        firstLayer.forward(inputs, batch);
    }

    /** Takes the mini-batch through this part of another split layer, once all parts of the layer before are done. */
    void forward(int layer, int batch) {
        SplitLayer own = layers.get(layer - 1);
        own.values.activateSum(own.products, own.activation, batch);
        own.keep.forEach(keep -> own.values.multiplyElements(keep, batch));
        own.ownProducts.multiply(own.entering, own.rows, batch, own.rows.rows());
    }

    /** Takes this part's first {@code rows} examples, at least one, from the split layers' products to the outputs. */
    void forwardToOutputs(int rows) {
        int last = splitLayers(parameters.architecture());
        Matrix values = examples.values(last);
        values.activateSum(lastProducts, parameters.architecture().activations().get(last - 1), rows);
        examples.keep(last - 1).ifPresent(keep -> values.multiplyElements(keep, rows));
        Mlp.forward(parameters, examples, rows, last);
    }

    /** Turns the gradient by these examples' outputs into that by the last split layer's weighted sums. */
    void backwardFromOutputs(int rows) {
        Mlp.propagate(parameters, examples, rows, splitLayers(parameters.architecture()) - 1);
    }

    /**
     * Computes the gradient by this part's rows of a split layer, and by the weighted sums of its inputs, once all parts have the gradient
     * by the layer's own weighted sums.
     */
    void backward(int layer, int batch) {
        if (layer == 0) {
            firstLayer.gradient(batch);
            return;
        }
        SplitLayer own = layers.get(layer - 1);
        own.dValues.multiplyByTransposed(dSums.get(layer), own.weights, batch);
        own.keep.forEach(keep -> own.dValues.multiplyElements(keep, batch));
        own.dValues.multiplyBySlope(own.activation, own.values, own.keep.isEmpty() ? 1 : 1 / keepFactor, batch);
        gradient(layer, batch);
    }

    /** Computes the gradient by this part's rows of a layer that is not split. */
    void gradient(int layer, int batch) {
        FloatMatrix gradient = gradients.get(layer);
        gradient.multiplyTransposed(entering.get(layer), dSums.get(layer), gradient.rows(), batch);
    }

    /** This part's rows of each layer's gradient, until the next mini-batch goes forward. */
    List<GradientRows> gradients() {
        return gradientRows;
    }
}
