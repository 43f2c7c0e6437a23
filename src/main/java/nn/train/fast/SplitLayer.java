package nn.train.fast;

import java.util.List;
import java.util.Optional;
import nn.model.Activation;
import nn.model.Matrix;
import nn.model.Parameters;
import nn.model.Workspace;
import nn.train.fast.Parts.Part;

/**
 * One part of a split layer behind the first. It owns some inputs of the layer and their rows of the weight matrix; the last part also
 * owns the constant input of the biases.
 */
final class SplitLayer {

    private final Activation activation;
    /** {@code [batch, own]} from each part of the layer before; they add up to the weighted sums behind the own inputs. */
    private final List<Matrix> terms;
    /** {@code [batch, own]}, without the constant input. */
    private final Matrix inputs;
    /** {@code [batch, own]}, the dropout factors of the inputs. */
    private final Optional<Matrix> keep;
    /** What a kept input is divided by, to get the activation's output. */
    private final double keepFactor;
    /** {@code [batch, own]}, the gradient by the inputs, then by the weighted sums behind them. */
    private final Matrix dInputs;
    /** {@code [batch, own]}, with the constant input. */
    private final Matrix inputsWithOne;
    /** {@code [own, fanOut]}, with the biases. */
    private final Matrix rows;
    /** {@code [own, fanOut]}, without the biases. */
    private final Matrix weights;
    /** {@code [batch, fanOut]}, this part's term of the layer's weighted sums. */
    private final Matrix products;
    /** {@code [batch, fanOut]}, the gradient by the layer's weighted sums. */
    private final Matrix dSums;

    private final WeightGradient gradient;

    /** @param layer from 1 */
    SplitLayer(Parameters parameters, int layer, Part part, BatchMemory memory) {
        Workspace batch = memory.workspace();
        Matrix matrix = parameters.layer(layer);
        int first = part.first(matrix.rows());
        int count = Math.min(
                part.size(matrix.rows()), parameters.architecture().sizes().get(layer) - first);
        activation = parameters.architecture().activations().get(layer - 1);
        terms = memory.products(layer - 1).stream()
                .map(sums -> sums.columnsFrom(first, count))
                .toList();
        inputs = batch.values(layer).columnsFrom(first, count);
        keep = batch.keep(layer - 1).map(all -> all.columnsFrom(first, count));
        keepFactor = keep.isPresent() ? batch.keepFactor() : 1;
        dInputs = batch.dSums(layer - 1).columnsFrom(first, count);
        inputsWithOne = part.columnsOf(batch.entering(layer));
        rows = part.rowsOf(matrix);
        weights = matrix.rowsFrom(first, count);
        products = memory.products(layer).get(part.number());
        dSums = batch.dSums(layer);
        gradient = new WeightGradient(inputsWithOne, dSums);
    }

    /** Computes the own inputs from the products of the layer before, then the product with the own rows. */
    void forward(int batchSize) {
        inputs.activateSum(terms, activation, batchSize);
        keep.ifPresent(factors -> inputs.multiplyElements(factors, batchSize));
        products.multiply(inputsWithOne, rows, batchSize, rows.rows());
    }

    /** Computes the gradient by the weighted sums behind the own inputs, and by the own rows. */
    void backward(int batchSize) {
        dInputs.multiplyByTransposed(dSums, weights, batchSize);
        keep.ifPresent(factors -> dInputs.multiplyElements(factors, batchSize));
        dInputs.multiplyBySlope(activation, inputs, 1 / keepFactor, batchSize);
        gradient.compute(batchSize);
    }

    /** The gradient by the own rows. */
    GradientRows gradient() {
        return gradient.rows();
    }
}
