package nn.train;

import nn.eval.Metrics;

/**
 * The result of an epoch: a line of the display and of {@code history.csv}.
 *
 * @param epoch from 1
 * @param loss the mean over the training examples, deformed, each at its own step
 * @param validation the outcome with the parameters at the end; not measured without a validation split
 * @param learningRate the learning rate of the last step
 * @param seconds the time of training, without the evaluation
 * @param examples the number of examples that were trained on
 * @param best whether this epoch is the best so far
 */
public record EpochResult(
        int epoch, double loss, Metrics validation, double learningRate, double seconds, long examples, boolean best) {

    public double imagesPerSecond() {
        return examples / seconds;
    }
}
