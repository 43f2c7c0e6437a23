package nn.train;

import java.util.Iterator;

/**
 * One step of a training: a mini-batch goes forward through the network, its loss goes back, and the parameters change. {@link
 * PlainTrainingStep} is the specification, {@link nn.train.fast.FastStep} does the same on all cores.
 */
public interface TrainingStep {

    /**
     * Makes a step. Where the loss is not finite, nothing changes.
     *
     * @return the mean loss of the mini-batch, before the change
     */
    double train(MiniBatch batch, double learningRate);

    /**
     * The same mini-batches, but the step may look some of them ahead, to prepare their inputs early. Each is then to be trained on as
     * it comes; those of an earlier call are forgotten.
     */
    default Iterator<MiniBatch> prefetch(Iterator<MiniBatch> batches) {
        return batches;
    }
}
