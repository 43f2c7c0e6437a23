package nn.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The working memory of forward and backward pass for up to {@code capacity} examples, allocated once. Only one thread at a time uses it;
 * each of several threads can take a {@link #part}. The caller writes inputs, targets and dropout factors, {@link Mlp} the rest. A column
 * of ones follows each layer's values: the constant input of the next layer's biases. Rows are padded to whole cache lines.
 */
public final class Workspace {

    private final Architecture architecture;
    private final Storage storage;
    private final int capacity;
    private final List<Matrix> values = new ArrayList<>();
    private final List<Matrix> valuesWithOnes = new ArrayList<>();
    private final List<Matrix> dSums = new ArrayList<>();
    private final List<Matrix> keep = new ArrayList<>();
    private final Matrix targets;
    private final double keepRate;
    private final double[] outputRow;
    private final double[] targetRow;
    private final double[] dOutputRow;

    private Workspace(
            Architecture architecture, Storage storage, int inputs, int capacity, boolean training, double dropout) {
        if (capacity < 1 || !(dropout >= 0 && dropout < 1)) {
            throw new IllegalArgumentException(
                    "a workspace for %d examples with dropout %s; it takes at least 1 example, and a dropout from 0 to below 1"
                            .formatted(capacity, dropout));
        }
        this.architecture = architecture;
        this.storage = storage;
        this.capacity = capacity;
        keepRate = 1 - dropout;
        for (int layer = 0; layer <= architecture.layers(); layer++) {
            int size = layer == 0 ? inputs : architecture.sizes().get(layer);
            Matrix padded = Matrix.padded(storage, capacity, size + 1);
            for (int row = 0; row < capacity; row++) {
                padded.set(row, size, 1);
            }
            valuesWithOnes.add(padded);
            values.add(padded.withColumns(size));
        }
        if (training) {
            for (int layer = 0; layer < architecture.layers(); layer++) {
                dSums.add(Matrix.padded(storage, capacity, architecture.sizes().get(layer + 1)));
            }
            if (dropout > 0) {
                for (int layer = 0; layer < architecture.layers() - 1; layer++) {
                    keep.add(Matrix.padded(
                            storage, capacity, architecture.sizes().get(layer + 1)));
                }
            }
        }
        targets = Matrix.zeros(storage, capacity, architecture.outputs());
        outputRow = new double[architecture.outputs()];
        targetRow = new double[architecture.outputs()];
        dOutputRow = new double[architecture.outputs()];
    }

    /** Rows of another workspace. */
    private Workspace(Workspace whole, int from, int rows) {
        architecture = whole.architecture;
        storage = whole.storage;
        capacity = rows;
        keepRate = whole.keepRate;
        whole.values.forEach(matrix -> values.add(matrix.rowsFrom(from, rows)));
        whole.valuesWithOnes.forEach(matrix -> valuesWithOnes.add(matrix.rowsFrom(from, rows)));
        whole.dSums.forEach(matrix -> dSums.add(matrix.rowsFrom(from, rows)));
        whole.keep.forEach(matrix -> keep.add(matrix.rowsFrom(from, rows)));
        targets = whole.targets.rowsFrom(from, rows);
        outputRow = new double[architecture.outputs()];
        targetRow = new double[architecture.outputs()];
        dOutputRow = new double[architecture.outputs()];
    }

    /** A workspace for another thread on some of the rows. It shares their memory, but not the scratch memory. */
    public Workspace part(int from, int rows) {
        if (from < 0 || rows < 1 || from + rows > capacity) {
            throw new IllegalArgumentException(
                    "rows %d to %d; this workspace has %d".formatted(from, from + rows, capacity));
        }
        return new Workspace(this, from, rows);
    }

    /** For the forward pass only. */
    public static Workspace forInference(Architecture architecture, Storage storage, int capacity) {
        return new Workspace(architecture, storage, architecture.inputs(), capacity, false, 0);
    }

    /** For forward and backward pass. */
    public static Workspace forTraining(Architecture architecture, Storage storage, int capacity) {
        return forTraining(architecture, storage, capacity, 0);
    }

    /**
     * For forward and backward pass with dropout. The caller writes {@link #keep} before each forward pass.
     *
     * @param dropout the share of hidden values that are dropped, in [0, 1)
     */
    public static Workspace forTraining(Architecture architecture, Storage storage, int capacity, double dropout) {
        return new Workspace(architecture, storage, architecture.inputs(), capacity, true, dropout);
    }

    /** The same without memory for the inputs: the caller computes the first layer's weighted sums itself. */
    public static Workspace withoutInputs(Architecture architecture, Storage storage, int capacity, double dropout) {
        return new Workspace(architecture, storage, 0, capacity, true, dropout);
    }

    public Architecture architecture() {
        return architecture;
    }

    /** The most examples that fit. */
    public int capacity() {
        return capacity;
    }

    /** The inputs {@code [capacity, inputs]}, for the caller to write. */
    public Matrix inputs() {
        return values.get(0);
    }

    /** The targets {@code [capacity, outputs]}, for the caller to write: usually 1 for the class and 0 elsewhere. */
    public Matrix targets() {
        return targets;
    }

    /** The outputs {@code [capacity, outputs]} of the last forward pass; logits, if the loss includes the link function. */
    public Matrix outputs() {
        return values.get(values.size() - 1);
    }

    /** The inputs ({@code layer} 0), or the outputs of a layer (1 ... layers) in the last forward pass, {@code [capacity, size]}. */
    public Matrix values(int layer) {
        return values.get(layer);
    }

    /**
     * The dropout factors of a hidden layer (0 is the first), {@code [capacity, size]}: 0 for a dropped value, {@link #keepFactor} for a
     * kept one. Empty without dropout.
     */
    public Optional<Matrix> keep(int layer) {
        return keep.isEmpty() || layer >= keep.size() ? Optional.empty() : Optional.of(keep.get(layer));
    }

    /** 1 / (1 - dropout), which preserves the expected value (inverted dropout). */
    public double keepFactor() {
        return 1 / keepRate;
    }

    /**
     * The gradient of the loss by the weighted sums of a layer (0 is the first with weights), {@code [capacity, size]}. Until the
     * backward pass reaches the layer, the same memory holds the gradient by its outputs. Only a workspace for training has it.
     */
    public Matrix dSums(int layer) {
        return dSums.get(layer);
    }

    /** The values that enter a layer (0 is the first with weights), with the column of ones if the layer has biases. */
    public Matrix entering(int layer) {
        return architecture.biases() ? valuesWithOnes.get(layer) : values.get(layer);
    }

    /** Refuses parameters and rows with which native products would write outside of this memory. */
    void requireFit(Parameters parameters, int rows) {
        if (!parameters.architecture().equals(architecture)
                || parameters.vector().storage() != storage) {
            throw new IllegalArgumentException("%s parameters of %s do not fit a %s workspace of %s"
                    .formatted(
                            parameters.vector().storage(),
                            parameters.architecture().name(),
                            storage,
                            architecture.name()));
        }
        if (rows < 1 || rows > capacity) {
            throw new IllegalArgumentException("%d rows; this workspace takes from 1 to %d".formatted(rows, capacity));
        }
    }

    void requireTraining() {
        if (dSums.isEmpty()) {
            throw new IllegalStateException("this workspace is for the forward pass only");
        }
    }

    double[] outputRow() {
        return outputRow;
    }

    double[] targetRow() {
        return targetRow;
    }

    double[] dOutputRow() {
        return dOutputRow;
    }
}
