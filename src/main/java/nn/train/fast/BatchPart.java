package nn.train.fast;

import java.util.ArrayList;
import java.util.List;
import nn.data.DataSet;
import nn.model.Activation;
import nn.model.Loss;
import nn.model.Matrix;
import nn.model.Mlp;
import nn.model.Parameters;
import nn.model.Workspace;
import nn.train.Dropout;
import nn.train.MiniBatch;
import nn.train.Targets;
import nn.train.TrainingConfig;
import nn.train.fast.Parts.Part;

/**
 * One part's examples of each mini-batch: their dropout, and their way from the split layers to the outputs, the loss and back. So no
 * part waits for another between the outputs and the gradient by them.
 */
final class BatchPart {

    private final Parameters parameters;
    private final Targets targets;
    private final Dropout dropout;
    private final Loss loss;
    private final int firstRow;
    private final Workspace workspace;
    private final int splitLayers;
    private final Activation splitActivation;
    /** {@code [own, fanOut]} from each part of the last split layer; they add up to its weighted sums. */
    private final List<Matrix> terms = new ArrayList<>();

    /** For own rows of a batch that can be divided without a rest. */
    BatchPart(TrainingConfig config, DataSet data, Parameters parameters, Part part, BatchMemory memory) {
        this.parameters = parameters;
        targets = new Targets(config, data);
        dropout = new Dropout(config);
        loss = config.learning().loss();
        int batchSize = memory.workspace().capacity();
        firstRow = part.first(batchSize);
        workspace = memory.workspace().part(firstRow, part.size(batchSize));
        splitLayers = BatchMemory.splitLayers(parameters.architecture());
        splitActivation = parameters.architecture().activations().get(splitLayers - 1);
        memory.products(splitLayers - 1).forEach(product -> terms.add(part.rowsOf(product)));
    }

    /** How many of a mini-batch's examples are in this part; none if the mini-batch is too small. */
    private int count(MiniBatch batch) {
        return Math.max(0, Math.min(workspace.capacity(), batch.size() - firstRow));
    }

    /** Draws which hidden values of these examples are dropped. */
    void drawDropout(MiniBatch batch) {
        dropout.write(batch, firstRow, count(batch), workspace);
    }

    /**
     * Takes these examples from the last split layer's products to the outputs, and the gradient of their loss back to the last split
     * layer's weighted sums.
     *
     * @return their share of the mini-batch's mean loss
     */
    double throughOutputs(MiniBatch batch) {
        int count = count(batch);
        if (count == 0) {
            return 0;
        }
        Matrix values = workspace.values(splitLayers);
        values.activateSum(terms, splitActivation, count);
        workspace.keep(splitLayers - 1).ifPresent(factors -> values.multiplyElements(factors, count));
        Mlp.forward(parameters, workspace, count, splitLayers);
        targets.write(batch, firstRow, count, workspace.targets());
        double share = Mlp.loss(loss, workspace, count, batch.size());
        Mlp.propagate(parameters, workspace, count, splitLayers - 1);
        return share;
    }
}
