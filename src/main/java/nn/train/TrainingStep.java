package nn.train;

import java.util.Iterator;

/**
 * One step of a training: a mini-batch goes forward through the network, the gradient of its loss goes back, and the parameters change.
 * {@link PlainTrainingStep} is the specification. {@link nn.train.fast.FastStep} does the same on all cores.
 */
public interface TrainingStep {

    /**
     * Makes a step. If the loss is not finite, nothing changes.
     *
     * @return the mean loss of the mini-batch before the step
     */
    double train(MiniBatch batch, double learningRate);

    /**
     * Returns the same mini-batches, but the step may take some of them early, to prepare their inputs. The caller trains on each in turn.
     * The mini-batches of an earlier call are dropped.
     */
    default Iterator<MiniBatch> prefetch(Iterator<MiniBatch> batches) {
        return batches;
    }
}
