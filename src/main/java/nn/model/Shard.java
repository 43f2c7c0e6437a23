package nn.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One worker's rows of every layer's matrix, and the way of a whole mini-batch through them. A row holds the weights of one
 * input, so a worker multiplies its inputs' columns by its rows, and the workers' products add up to the layer's sums. Forward,
 * backward and weight gradient touch the same part of the weights, which stays in the worker's cache, and the products have
 * better shapes than those of a part of the batch. The last layer is small, and goes another way: a worker takes its own rows of
 * the mini-batch through all of it, so that nobody waits between its outputs, the loss and their gradient.
 *
 * <p>A mini-batch goes through {@link #packInputs}, {@link #takeInputs} and {@link #forward} for each split layer, {@link #forwardRows},
 * {@link Mlp#loss} and {@link #backwardRows} on each worker's rows of the mini-batch, then {@link #backward} for each split layer
 * from the last to the first; {@link #gradient} of a layer comes beside its {@code backward}, those of the layers that are not split
 * beside that of the last split one. All workers do each of these calls. All have finished one before the first begins the next,
 * with these exceptions: the calls on a worker's own rows of the mini-batch may follow each other at once; so may
 * {@code gradient} of a layer its {@code backward}; {@code takeInputs} and {@code forward} of the first layer use only
 * the worker's own memory and own rows of the weights, so they may follow its {@code gradient} of the first layer and its change
 * of those weights, while others are still at theirs; and {@code packInputs} may come from any one thread between two
 * {@code takeInputs}, beside all else.
 */
public final class Shard {

    private final Parameters parameters;
    private final Workspace workspace;
    private final Workspace ownRows;
    private final int firstInput;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Matrix> entering = new ArrayList<>();
    private final List<GradientRows> gradients = new ArrayList<>();
    private final List<Matrix> rowSums = new ArrayList<>();
    /** Two, as the next ones are packed, perhaps by another worker, while those before are still needed for their gradient. */
    private PackedInputs inputs;
    private PackedInputs nextInputs;

    /**
     * What this worker has of a split layer; "own" are its inputs, of which the last worker's include the constant one of the
     * biases.
     *
     * @param entering  {@code [batch, own]}, the values that enter
     * @param values    {@code [batch, own]}, the same without the constant one
     * @param keep      {@code [batch, own]}, their dropout factors, or null
     * @param layerSums {@code [batch, own]}, the workers' products of the layer before, which add up to those values
     * @param dValues   {@code [batch, own]}, the gradient by those values; null for the network's inputs
     * @param rows      {@code [own, fanOut]} of the layer's matrix
     * @param weights   the same without the biases
     * @param sums      {@code [batch, fanOut]}, where this worker's product goes
     * @param dSums     {@code [batch, fanOut]}, the gradient by the layer's weighted sums
     */
    private record Piece(Matrix entering, Matrix values, Matrix keep, List<Matrix> layerSums, Matrix dValues, Matrix rows,
            Matrix weights, Matrix sums, Matrix dSums) {
    }

    /**
     * The shards of all workers.
     *
     * @param workspace of a whole mini-batch
     * @param shares which rows of each layer are a worker's own
     * @param tiers which the mini-batches' rows are in
     * @param partRows how many of the workspace's rows are a worker's own; the first ones are worker 0's
     * @param bytes whether the inputs come as bytes; of {@link Precision#FLOAT} only
     */
    public static List<Shard> of(Workspace workspace, Parameters parameters, RowShares shares, RowTiers tiers,
            int partRows, boolean bytes) {
        int workers = shares.workers();
        workspace.requireTraining();
        workspace.requireFit(parameters, workspace.capacity());
        List<List<Matrix>> sums = new ArrayList<>();
        for (int layer = 0; layer < splitLayers(parameters.architecture()); layer++) {
            int outputs = layer + 1;
            sums.add(IntStream.range(0, workers).mapToObj(worker -> workspace.another(outputs)).toList());
        }
        return IntStream.range(0, workers).mapToObj(worker -> new Shard(workspace, parameters, sums, worker, shares,
                workspace.part(worker * partRows, partRows), tiers, bytes)).toList();
    }

    /** How many layers are shared out by their inputs: all but the last, and at least one. */
    public static int splitLayers(Architecture architecture) {
        return Math.max(1, architecture.layers() - 1);
    }

    private Shard(Workspace workspace, Parameters parameters, List<List<Matrix>> sums, int worker, RowShares shares,
            Workspace ownRows, RowTiers tiers, boolean bytes) {
        this.parameters = parameters;
        this.workspace = workspace;
        this.ownRows = ownRows;
        Architecture architecture = parameters.architecture();
        firstInput = shares.first(0, worker);
        for (int layer = 0; layer < architecture.layers(); layer++) {
            int first = shares.first(layer, worker);
            int count = shares.count(layer, worker);
            entering.add(workspace.entering(layer).columnsFrom(first, count));
            if (layer < sums.size()) {
                pieces.add(piece(layer, first, count, sums, worker));
            }
        }
        Piece outset = pieces.get(0);
        inputs = new PackedInputs(outset.rows, outset.sums, outset.dSums, tiers, bytes);
        nextInputs = inputs.another();
        gradients.add(inputs.gradientRows());
        for (int layer = 1; layer < architecture.layers(); layer++) {
            gradients.add(GradientRows.of(Matrix.zeros(parameters.vector().precision(), entering.get(layer).columns(),
                    parameters.layer(layer).columns())));
        }
        for (Matrix products : sums.get(sums.size() - 1)) {
            rowSums.add(products.rowsFrom(ownRows.firstRow(), ownRows.capacity()));
        }
    }

    private Piece piece(int layer, int first, int count, List<List<Matrix>> sums, int worker) {
        int inputCount = Math.min(count, parameters.architecture().sizes().get(layer) - first);
        List<Matrix> layerSums = layer == 0 ? List.of()
                : sums.get(layer - 1).stream().map(products -> products.columnsFrom(first, inputCount)).toList();
        return new Piece(entering.get(layer), workspace.values(layer).columnsFrom(first, inputCount),
                layer == 0 ? null : workspace.keep(layer - 1).map(keep -> keep.columnsFrom(first, inputCount)).orElse(null),
                layerSums, layer == 0 ? null : workspace.dValues(layer - 1).columnsFrom(first, inputCount),
                parameters.layer(layer).rowsFrom(first, count), parameters.layer(layer).rowsFrom(first, inputCount),
                sums.get(layer).get(worker), workspace.dValues(layer));
    }

    /** The first of the network's inputs that are this worker's own. */
    public int firstInput() {
        return firstInput;
    }

    /** How many of the network's inputs are this worker's own. */
    public int inputCount() {
        return pieces.get(0).values.columns();
    }

    /**
     * Makes {@code batch} rows of inputs ready for the first layer, to be used from the next {@link #takeInputs} on; those of the
     * workspace are not used.
     *
     * @param values {@code [batch, inputCount]} of this worker's own inputs, row after row
     */
    public void packInputs(float[] values, int batch) {
        nextInputs.pack(values, inputCount(), batch);
    }

    /**
     * The same with inputs that come as bytes instead, taken as unsigned and divided by 255.
     *
     * @param levels {@code [batch, inputCount]} of this worker's own inputs, row after row
     */
    public void packInputs(byte[] levels, int batch) {
        nextInputs.pack(levels, inputCount(), batch);
    }

    /** From now on the inputs that were packed last are what goes through the first layer. */
    public void takeInputs() {
        PackedInputs taken = nextInputs;
        nextInputs = inputs;
        inputs = taken;
        gradients.set(0, taken.gradientRows());
    }

    /**
     * Completes this worker's inputs of a split layer from all workers' products of the layer before, and multiplies them by its
     * rows.
     *
     * @param batch how many rows of the workspace hold examples
     */
    public void forward(int layer, int batch) {
        Piece piece = pieces.get(layer);
        if (layer > 0) {
            piece.values.activateSum(piece.layerSums, parameters.architecture().activations().get(layer - 1), batch);
            if (piece.keep != null) {
                piece.values.multiplyElements(piece.keep, batch);
            }
        }
        if (layer == 0) {
            inputs.multiply(batch);
        } else {
            piece.sums.multiply(piece.entering, false, piece.rows, false, batch, piece.sums.columns(), piece.rows.rows());
        }
    }

    /** Takes this worker's first {@code count} rows of the mini-batch, at least one, from the split layers' sums to the outputs. */
    public void forwardRows(int count) {
        int last = pieces.size() - 1;
        Matrix values = ownRows.values(last + 1);
        values.activateSum(rowSums, parameters.architecture().activations().get(last), count);
        ownRows.keep(last).ifPresent(keep -> values.multiplyElements(keep, count));
        Mlp.forward(parameters, ownRows, count, last + 1);
    }

    /** Turns the gradient by the outputs of this worker's first {@code count} rows into that by the last split layer's sums. */
    public void backwardRows(int count) {
        Mlp.propagate(parameters, ownRows, count, pieces.size() - 1);
    }

    /**
     * Computes the gradient by the weighted sums of the layer before, of this worker's inputs of a split layer. Nothing for the
     * first layer.
     */
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
        piece.dValues.multiplyBySlope(parameters.architecture().activations().get(layer - 1), piece.values, outputScale, batch);
    }

    /**
     * Overwrites this worker's rows of a layer's gradient by the sum over the mini-batch. Those of the first layer last until the
     * next {@link #takeInputs}.
     */
    public void gradient(int layer, int batch) {
        if (layer == 0) {
            inputs.gradient(batch);
            return;
        }
        Matrix rows = gradients.get(layer).packed(0);
        if (rows.rows() > 0) {
            rows.multiply(entering.get(layer), true, workspace.dValues(layer), false, rows.rows(), rows.columns(), batch);
        }
    }

    /** This worker's rows of each layer's gradient; those of the first layer are others after each {@link #takeInputs}. */
    public List<GradientRows> gradients() {
        return Collections.unmodifiableList(gradients);
    }
}
