package nn.eval;

import nn.data.DataSet;
import nn.model.Loss;

/**
 * Temperature scaling (Guo et al. 2017, arXiv 1706.04599, section 4.2): divides a network's outputs by one number, so that
 * about 90 % of the answers with a probability of 90 % are right. It changes no answer.
 *
 * <p>The estimate is maximum a posteriori, with a standard normal prior on the temperature's logarithm. The maximum
 * likelihood has no limit if every answer of the split is right: the temperature would fall to 0, and every later answer
 * would get 100 %, even a wrong one. A split of thousands of examples with a few errors outweighs the prior by far.
 */
final class Calibration {

    private static final double LOWEST = 0.05;
    private static final double HIGHEST = 20;
    private static final int ROUNDS = 40;

    private Calibration() {}

    /**
     * The most probable temperature from 0.05 to 20 given the labels, by golden-section search over its logarithm. Use the
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

    /**
     * The negative logarithm of the posterior of a temperature, up to a constant: the sum over the examples, in nats. The
     * argument is the temperature's logarithm.
     */
    private static double objective(Scores scores, DataSet data, double logTemperature) {
        return data.size() * negativeLogLikelihood(scores, data, Math.exp(logTemperature))
                + logTemperature * logTemperature / 2;
    }

    /** The mean negative logarithm of the label's probability, in nats. */
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
