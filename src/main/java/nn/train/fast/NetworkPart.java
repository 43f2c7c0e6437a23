package nn.train.fast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nn.model.Architecture;
import nn.model.Matrix;
import nn.model.Parameters;
import nn.train.fast.Parts.Part;

/**
 * One part of a network: some rows of each weight matrix. A row holds the weights of one input, so a part multiplies its columns of the
 * inputs by its rows, and the products of all parts add up to the layer's weighted sums. Only one thread touches a part's weights in a
 * step, so they stay in its cache.
 *
 * <p>The last layer is small. It is split only if there is no other one; otherwise each {@link BatchPart} goes through all of it, and
 * only its gradient is computed here.
 */
final class NetworkPart {

    private final FirstLayer firstLayer;
    /** The split layers behind the first one. */
    private final List<SplitLayer> furtherLayers = new ArrayList<>();
    /** Of the last layer, if that is not split. */
    private final Optional<WeightGradient> lastGradient;

    /** @param sparse whether inputs that are blank in a whole mini-batch are left out */
    NetworkPart(Parameters parameters, Part part, BatchMemory memory, boolean sparse) {
        Architecture architecture = parameters.architecture();
        int firstInput = part.first(architecture.weightRows(0));
        Matrix weights = part.rowsOf(parameters.layer(0));
        Matrix products = memory.products(0).get(part.number());
        Matrix dSums = memory.workspace().dSums(0);
        firstLayer = sparse
                ? new SparseFirstLayer(firstInput, architecture.inputs(), weights, products, dSums)
                : new DenseFirstLayer(firstInput, architecture.inputs(), weights, products, dSums);
        int splitLayers = BatchMemory.splitLayers(architecture);
        for (int layer = 1; layer < splitLayers; layer++) {
            furtherLayers.add(new SplitLayer(parameters, layer, part, memory));
        }
        lastGradient = splitLayers == architecture.layers()
                ? Optional.empty()
                : Optional.of(new WeightGradient(
                        part.columnsOf(memory.workspace().entering(splitLayers)),
                        memory.workspace().dSums(splitLayers)));
    }

    /**
     * Takes a mini-batch through this part of the first layer.
     *
     * @param inputs {@code [batch, inputs]}, row after row
     */
    void forwardFirst(float[] inputs, int batchSize) {
        firstLayer.forward(inputs, batchSize);
    }

    /** Takes it through this part of a further split layer, from 1, once all parts of the layer before are done. */
    void forward(int layer, int batchSize) {
        furtherLayers.get(layer - 1).forward(batchSize);
    }

    /**
     * Takes it back through this part of a split layer, once all parts of the layer behind are done. The last split layer's turn also
     * gives the gradient of the layer behind it.
     */
    void backward(int layer, int batchSize) {
        if (layer == furtherLayers.size()) {
            lastGradient.ifPresent(gradient -> gradient.compute(batchSize));
        }
        if (layer == 0) {
            firstLayer.gradient(batchSize);
        } else {
            furtherLayers.get(layer - 1).backward(batchSize);
        }
    }

    /** This part's rows of each layer's gradient, until the next mini-batch goes forward. */
    List<GradientRows> gradients() {
        List<GradientRows> gradients = new ArrayList<>();
        gradients.add(firstLayer.gradientRows());
        furtherLayers.forEach(layer -> gradients.add(layer.gradient()));
        lastGradient.ifPresent(gradient -> gradients.add(gradient.rows()));
        return gradients;
    }
}
