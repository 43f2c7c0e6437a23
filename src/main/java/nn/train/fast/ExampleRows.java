package nn.train.fast;

import nn.data.DataSet;
import nn.model.Loss;
import nn.model.Mlp;
import nn.model.Workspace;
import nn.train.Dropout;
import nn.train.MiniBatch;
import nn.train.Targets;
import nn.train.TrainingConfig;

/** One part's rows of each mini-batch: their targets, their dropout, and their share of the loss. */
final class ExampleRows {

    private final int first;
    private final Workspace workspace;
    private final Targets targets;
    private final Dropout dropout;
    private final Loss loss;

    /**
     * @param first the first of these rows
     * @param workspace of these rows
     */
    ExampleRows(TrainingConfig config, DataSet data, int first, Workspace workspace) {
        this.first = first;
        this.workspace = workspace;
        targets = new Targets(config, data);
        dropout = new Dropout(config);
        loss = config.learning().loss();
    }

    /** How many of a mini-batch's rows are these; none, where it ends before. */
    int count(MiniBatch batch) {
        return Math.max(0, Math.min(workspace.capacity(), batch.size() - first));
    }

    /** Draws what is dropped, before the mini-batch goes forward. */
    void drawDropout(MiniBatch batch) {
        dropout.write(batch, first, count(batch), workspace);
    }

    /** Their share of the mini-batch's mean loss, once they have outputs; leaves its gradient by these in the workspace. */
    double loss(MiniBatch batch) {
        targets.write(batch, first, count(batch), workspace.targets());
        return Mlp.loss(loss, workspace, count(batch), batch.size());
    }
}
