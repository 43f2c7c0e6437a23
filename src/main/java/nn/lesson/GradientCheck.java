package nn.lesson;

import java.util.ArrayList;
import java.util.List;
import nn.model.Parameters;
import nn.model.Storage;

/**
 * Compares a gradient with finite differences: (loss(p + h) - loss(p - h)) / 2h for each parameter p, which is exact up to
 * h^2 and rounding. For a large tensor it checks a sample.
 */
final class GradientCheck {

    /** Balances the errors from curvature, which grow with it, and from rounding, which shrink with it. */
    static final double STEP = 1e-5;

    private static final int SAMPLE = 200;

    /**
     * One layer's weights or biases.
     *
     * @param length the length of the gradient's checked part
     * @param relativeError the length of the difference, divided by the sum of both lengths; 0 if both are 0
     */
    record Tensor(int layer, boolean biases, int count, double length, double relativeError) {}

    private GradientCheck() {}

    /** The gradient by finite differences; NaN for parameters outside the sample. The net's parameters are restored. */
    static Parameters numeric(SmallNet net, double[][] inputs, double[][] targets, double h) {
        Parameters numeric = Parameters.zeros(net.parameters().architecture(), Storage.NATIVE_DOUBLE);
        numeric.vector().fill(Double.NaN);
        for (int layer = 0; layer < net.parameters().architecture().layers(); layer++) {
            int start = net.parameters().start(layer);
            int weights = net.parameters().weightCount(layer);
            sample(net, inputs, targets, h, numeric, start, weights);
            sample(net, inputs, targets, h, numeric, start + weights, length(net.parameters(), layer) - weights);
        }
        return numeric;
    }

    private static void sample(
            SmallNet net, double[][] inputs, double[][] targets, double h, Parameters numeric, int start, int count) {
        int stride = Math.max(1, count / SAMPLE);
        for (int i = start; i < start + count; i += stride) {
            double value = net.parameters().vector().get(0, i);
            net.parameters().vector().set(0, i, value + h);
            double above = net.computeGradient(inputs, targets);
            net.parameters().vector().set(0, i, value - h);
            double below = net.computeGradient(inputs, targets);
            net.parameters().vector().set(0, i, value);
            numeric.vector().set(0, i, (above - below) / (2 * h));
        }
    }

    /** Compares each tensor of a gradient with the numeric gradient. */
    static List<Tensor> compare(Parameters gradient, Parameters numeric) {
        List<Tensor> tensors = new ArrayList<>();
        for (int layer = 0; layer < gradient.architecture().layers(); layer++) {
            int start = gradient.start(layer);
            int weights = start + gradient.weightCount(layer);
            int end = start + length(gradient, layer);
            tensors.add(compare(gradient, numeric, layer, start, weights));
            if (weights < end) {
                tensors.add(compare(gradient, numeric, layer, weights, end));
            }
        }
        return tensors;
    }

    private static Tensor compare(Parameters gradient, Parameters numeric, int layer, int from, int to) {
        double difference = 0;
        double a = 0;
        double b = 0;
        int count = 0;
        for (int i = from; i < to; i++) {
            double n = numeric.vector().get(0, i);
            if (Double.isNaN(n)) {
                continue;
            }
            double g = gradient.vector().get(0, i);
            difference += (g - n) * (g - n);
            a += g * g;
            b += n * n;
            count++;
        }
        double sum = Math.sqrt(a) + Math.sqrt(b);
        return new Tensor(
                layer, from != gradient.start(layer), count, Math.sqrt(a), sum == 0 ? 0 : Math.sqrt(difference) / sum);
    }

    /** The largest relative error of any tensor. */
    static double worst(Parameters gradient, Parameters numeric) {
        return compare(gradient, numeric).stream()
                .mapToDouble(Tensor::relativeError)
                .max()
                .orElse(0);
    }

    private static int length(Parameters parameters, int layer) {
        return parameters.layer(layer).rows() * parameters.layer(layer).columns();
    }
}
