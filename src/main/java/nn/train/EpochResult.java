package nn.train;

import nn.eval.Metrics;

/**
 * What an epoch brought: a line of the display and of {@code history.csv}.
 *
 * @param epoch from 1
 * @param loss the mean over the training examples, as they were deformed, while the parameters moved
 * @param validation of the parameters at its end; unmeasured without a validation split
 * @param learningRate of its last step
 * @param seconds of training, without the evaluation
 * @param examples how many were trained on
 * @param best whether it is the best so far
 */
public record EpochResult(
        int epoch, double loss, Metrics validation, double learningRate, double seconds, long examples, boolean best) {

    public double imagesPerSecond() {
        return examples / seconds;
    }
}
