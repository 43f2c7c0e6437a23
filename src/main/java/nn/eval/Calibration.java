package nn.eval;

import nn.data.DataSet;
import nn.model.Loss;

/**
 * Temperature scaling: the one number by which a network's outputs are divided so that among answers given with 90 % about 90 %
 * are right (Guo et al. 2017, arXiv 1706.04599, section 4.2). It changes no answer.
 *
 * <p>Not the likelihood alone is maximized, as it knows no limit where a split shows none: with every answer right the
 * temperature would fall for ever, and each later answer, the wrong ones too, would be given with 100 %. Its logarithm has a
 * standard normal distribution beforehand (a maximum a posteriori estimate): the outputs are taken at their word until examples
 * speak against it. A split of thousands with a few errors outweighs that by far.
 */
final class Calibration {

    private static final double LOWEST = 0.05;
    private static final double HIGHEST = 20;
    private static final int ROUNDS = 40;

    private Calibration() {}

    /**
     * The most probable temperature from 0.05 to 20 given the labels, by golden-section search over its logarithm; fit it on the
     * validation split.
     */
    static double temperature(Scores scores, DataSet data) {
        double golden = (Math.sqrt(5) - 1) / 2;
        double low = Math.log(LOWEST);
        double high = Math.log(HIGHEST);
        double left = high - golden * (high - low);
        double right = low + golden * (high - low);
        double lossLeft = objective(scores, data, left);
        double lossRight = objective(scores, data, right);
        for (int round = 0; round < ROUNDS; round++) {
            if (lossLeft < lossRight) {
                high = right;
                right = left;
                lossRight = lossLeft;
                left = high - golden * (high - low);
                lossLeft = objective(scores, data, left);
            } else {
                low = left;
                left = right;
                lossLeft = lossRight;
                right = low + golden * (high - low);
                lossRight = objective(scores, data, right);
            }
        }
        return Math.exp((low + high) / 2);
    }

    /** -ln of the probability of a temperature, given its logarithm, up to a constant; the sum over the examples, in nats. */
    private static double objective(Scores scores, DataSet data, double logTemperature) {
        return data.size() * negativeLogLikelihood(scores, data, Math.exp(logTemperature))
                + logTemperature * logTemperature / 2;
    }

    /** The mean over the examples of -ln of the label's probability, in nats. */
    static double negativeLogLikelihood(Scores scores, DataSet data, double temperature) {
        double[] outputs = new double[scores.classes()];
        double sum = 0;
        for (int example = 0; example < data.size(); example++) {
            scores.read(example, outputs);
            for (int k = 0; k < outputs.length; k++) {
                outputs[k] /= temperature;
            }
            Loss.softmaxInPlace(outputs);
            sum -= Math.log(Math.max(outputs[data.label(example)], Double.MIN_NORMAL));
        }
        return sum / data.size();
    }
}
