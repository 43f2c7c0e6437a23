package nn.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One worker's rows of every layer's matrix, and the way of a whole mini-batch through them. A row holds the weights of one
 * input, so a worker multiplies its inputs' columns by its rows, and the workers' products add up to the layer's sums. Forward,
 * backward and weight gradient touch the same part of the weights, which stays in the worker's cache, and the products have
 * better shapes than those of a part of the batch.
 *
 * <p>A mini-batch goes through {@link #forward} for each layer, {@link #outputs}, {@link Mlp#loss} and {@link #slopes} on each
 * worker's rows, then {@link #backward} and {@link #gradient} for each layer from the last to the first. All workers do each of
 * these calls, and all have finished one before the first begins the next; but {@code gradient} may follow {@code backward} at
 * once.
 */
public final class Shard {

    private final Architecture architecture;
    private final Workspace workspace;
    private final Workspace ownRows;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Matrix> outputSums = new ArrayList<>();
    private final PackedInputs inputs;

    /**
     * What this worker has of a layer; "own" are its inputs, of which the last worker's include the constant one of the biases.
     *
     * @param entering  {@code [batch, own]}, the values that enter
     * @param values    {@code [batch, own]}, the same without the constant one
     * @param keep      {@code [batch, own]}, their dropout factors, or null
     * @param otherSums {@code [batch, own]}, what the other workers' products add to those values
     * @param dValues   {@code [batch, own]}, the gradient by those values; null for the network's inputs
     * @param rows      {@code [own, fanOut]} of the layer's matrix
     * @param weights   the same without the biases
     * @param dRows     {@code [own, fanOut]} of the gradient
     * @param sums      {@code [batch, fanOut]}, where this worker's product goes
     * @param dSums     {@code [batch, fanOut]}, the gradient by the layer's weighted sums
     */
    private record Piece(Matrix entering, Matrix values, Matrix keep, List<Matrix> otherSums, Matrix dValues, Matrix rows,
            Matrix weights, Matrix dRows, Matrix sums, Matrix dSums) {
    }

    /**
     * The shards of all workers.
     *
     * @param workspace of a whole mini-batch
     * @param gradient whose rows they overwrite
     * @param partRows how many of the workspace's rows are a worker's own; the first ones are worker 0's
     */
    public static List<Shard> of(Workspace workspace, Parameters parameters, Parameters gradient, int workers, int partRows) {
        workspace.requireTraining();
        workspace.requireFit(parameters, workspace.capacity());
        workspace.requireFit(gradient, workspace.capacity());
        List<List<Matrix>> sums = new ArrayList<>();
        for (int layer = 0; layer < parameters.architecture().layers(); layer++) {
            List<Matrix> ofLayer = new ArrayList<>(List.of(workspace.values(layer + 1)));
            for (int worker = 1; worker < workers; worker++) {
                ofLayer.add(workspace.another(layer + 1));
            }
            sums.add(ofLayer);
        }
        return IntStream.range(0, workers).mapToObj(worker -> new Shard(workspace, parameters, gradient, sums, worker, workers,
                workspace.part(worker * partRows, partRows))).toList();
    }

    private Shard(Workspace workspace, Parameters parameters, Parameters gradient, List<List<Matrix>> sums, int worker,
            int workers, Workspace ownRows) {
        this.workspace = workspace;
        this.ownRows = ownRows;
        architecture = parameters.architecture();
        for (int layer = 0; layer < architecture.layers(); layer++) {
            int first = parameters.firstRow(layer, worker, workers);
            int count = parameters.firstRow(layer, worker + 1, workers) - first;
            int inputs = Math.min(count, architecture.sizes().get(layer) - first);
            List<Matrix> otherSums = new ArrayList<>();
            for (int other = 1; layer > 0 && other < workers; other++) {
                otherSums.add(sums.get(layer - 1).get(other).columnsFrom(first, inputs));
            }
            pieces.add(new Piece(workspace.entering(layer).columnsFrom(first, count),
                    workspace.values(layer).columnsFrom(first, inputs),
                    layer == 0 ? null : workspace.keep(layer - 1).map(keep -> keep.columnsFrom(first, inputs)).orElse(null),
                    otherSums, layer == 0 ? null : workspace.dValues(layer - 1).columnsFrom(first, inputs),
                    parameters.layer(layer).rowsFrom(first, count), parameters.layer(layer).rowsFrom(first, inputs),
                    gradient.layer(layer).rowsFrom(first, count), sums.get(layer).get(worker), workspace.dValues(layer)));
        }
        inputs = new PackedInputs(pieces.get(0).entering, pieces.get(0).rows.columns());
        for (Matrix other : sums.get(sums.size() - 1).subList(1, workers)) {
            outputSums.add(other.rowsFrom(ownRows.firstRow(), ownRows.capacity()));
        }
    }

    /**
     * Completes this worker's inputs of a layer from all workers' products of the layer before, and multiplies them by its rows.
     *
     * @param batch how many rows of the workspace hold examples
     */
    public void forward(int layer, int batch) {
        Piece piece = pieces.get(layer);
        if (layer > 0) {
            piece.otherSums.forEach(sums -> piece.values.add(sums, batch));
            piece.values.activate(architecture.activations().get(layer - 1), batch);
            if (piece.keep != null) {
                piece.values.multiplyElements(piece.keep, batch);
            }
        }
        if (layer == 0) {
            inputs.multiply(piece.rows, piece.sums, batch);
        } else if (piece.rows.rows() > 0) {
            piece.sums.multiply(piece.entering, false, piece.rows, false, batch, piece.sums.columns(), piece.rows.rows());
        } else {
            piece.sums.fill(0);
        }
    }

    /** Completes the outputs of this worker's first {@code count} rows of the mini-batch. */
    public void outputs(int count) {
        Matrix outputs = ownRows.outputs();
        outputSums.forEach(sums -> outputs.add(sums, count));
        outputs.activate(architecture.activations().get(architecture.layers() - 1), count);
    }

    /** Turns the gradient by the outputs of this worker's first {@code count} rows into that by the last layer's weighted sums. */
    public void slopes(int count) {
        int last = architecture.layers() - 1;
        ownRows.dValues(last).multiplyBySlope(architecture.activations().get(last), ownRows.outputs(), 1, count);
    }

    /** Computes the gradient by the weighted sums of the layer before, of this worker's inputs. Nothing for the first layer. */
    public void backward(int layer, int batch) {
        Piece piece = pieces.get(layer);
        if (layer == 0 || piece.weights.rows() == 0) {
            return;
        }
        piece.dValues.multiply(piece.dSums, false, piece.weights, true, batch, piece.weights.rows(), piece.dSums.columns());
        double outputScale = 1;
        if (piece.keep != null) {
            piece.dValues.multiplyElements(piece.keep, batch);
            outputScale = 1 / workspace.keepFactor();
        }
        piece.dValues.multiplyBySlope(architecture.activations().get(layer - 1), piece.values, outputScale, batch);
    }

    /** Overwrites this worker's rows of a layer's gradient by the sum over the mini-batch. */
    public void gradient(int layer, int batch) {
        Piece piece = pieces.get(layer);
        if (layer == 0) {
            inputs.gradient(piece.dRows, piece.dSums, batch);
        } else if (piece.dRows.rows() > 0) {
            piece.dRows.multiply(piece.entering, true, piece.dSums, false, piece.dRows.rows(), piece.dRows.columns(), batch);
        }
    }
}
