package nn;

import java.util.Arrays;
import java.util.List;
import nn.data.DataSet;
import nn.model.Parameters;

/**
 * How right networks that read pixels are, for comparison: plain loops in double precision, without any of the program's
 * arithmetic. Several networks answer as a committee.
 */
public final class PlainEvaluation {

    /** {@code [examples, classes]}; of a committee the logarithms of the mean probabilities. */
    private final double[][] logits;

    private final int[] labels;

    public PlainEvaluation(List<Parameters> members, DataSet data) {
        logits = new double[data.size()][];
        labels = new int[data.size()];
        byte[] pixels = new byte[data.pixelsPerImage()];
        for (int example = 0; example < data.size(); example++) {
            data.readPixels(example, pixels);
            logits[example] = members.size() == 1 ? logits(members.get(0), pixels) : together(members, pixels);
            labels[example] = data.label(example);
        }
    }

    private static double[] together(List<Parameters> members, byte[] pixels) {
        double[] mean = new double[members.get(0).architecture().outputs()];
        for (Parameters member : members) {
            double[] shares = probabilities(logits(member, pixels), 1);
            for (int k = 0; k < mean.length; k++) {
                mean[k] += shares[k] / members.size();
            }
        }
        return Arrays.stream(mean).map(Math::log).toArray();
    }

    private static double[] logits(Parameters network, byte[] pixels) {
        double[] values = new double[pixels.length];
        Arrays.setAll(values, i -> (pixels[i] & 0xff) / 255.0);
        for (int layer = 0; layer < network.architecture().layers(); layer++) {
            values = layer(network, layer, values);
        }
        return values;
    }

    private static double[] layer(Parameters network, int layer, double[] inputs) {
        double[] outputs = new double[network.architecture().sizes().get(layer + 1)];
        for (int neuron = 0; neuron < outputs.length; neuron++) {
            double sum = network.bias(layer, neuron);
            for (int input = 0; input < inputs.length; input++) {
                sum += inputs[input] * network.weight(layer, input, neuron);
            }
            outputs[neuron] = switch (network.architecture().activations().get(layer)) {
                case IDENTITY -> sum;
                case RELU -> Math.max(0, sum);
                case TANH -> Math.tanh(sum);
                case SIGMOID -> 1 / (1 + Math.exp(-sum));
                case STEP -> sum > 0 ? 1 : 0;
            };
        }
        return outputs;
    }

    /** The softmax of outputs / temperature. */
    private static double[] probabilities(double[] outputs, double temperature) {
        double largest = Arrays.stream(outputs).max().orElseThrow();
        double[] shares = Arrays.stream(outputs)
                .map(output -> Math.exp((output - largest) / temperature))
                .toArray();
        double sum = Arrays.stream(shares).sum();
        return Arrays.stream(shares).map(share -> share / sum).toArray();
    }

    /** How many answers are not the label. */
    public int errors() {
        int errors = 0;
        for (int example = 0; example < labels.length; example++) {
            double largest = Arrays.stream(logits[example]).max().orElseThrow();
            errors += logits[example][labels[example]] < largest ? 1 : 0;
        }
        return errors;
    }

    /** The mean cross-entropy in nats, not calibrated. */
    public double loss() {
        double sum = 0;
        for (int example = 0; example < labels.length; example++) {
            sum -= Math.log(probabilities(logits[example], 1)[labels[example]]);
        }
        return sum / labels.length;
    }

    /**
     * The most probable temperature T: it minimizes the sum over the examples of -ln p(label), plus (ln T)^2 / 2 for the prior.
     * Found by bisection, where the slope over ln T is 0.
     */
    public double temperature() {
        double low = Math.log(0.05);
        double high = Math.log(20);
        for (int round = 0; round < 60; round++) {
            double middle = (low + high) / 2;
            if (slope(middle) > 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return Math.exp(low);
    }

    /** By ln T, -ln p(label) = -z(label) / T + ln sum e^(z / T) has the derivative (z(label) - mean of z under p) / T. */
    private double slope(double logTemperature) {
        double temperature = Math.exp(logTemperature);
        double sum = logTemperature;
        for (int example = 0; example < labels.length; example++) {
            double[] shares = probabilities(logits[example], temperature);
            double mean = 0;
            for (int k = 0; k < shares.length; k++) {
                mean += shares[k] * logits[example][k];
            }
            sum += (logits[example][labels[example]] - mean) / temperature;
        }
        return sum;
    }
}
