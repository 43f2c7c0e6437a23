package nn.model;

import java.util.List;
import nn.Choice;
import nn.json.Named;

/**
 * The loss of one example, and its gradient. The cross-entropies include softmax and sigmoid, so the output layer before them is the
 * identity and gives logits; that keeps the logarithms finite (the log-sum-exp form).
 */
public sealed interface Loss extends Named {

    /**
     * The loss of one example, in nats for the cross-entropies.
     *
     * @param outputs the network's outputs {@code [outputs]}
     * @param targets the wanted outputs {@code [outputs]}; for the softmax a distribution, which sums to 1
     * @param dOutputs receives the gradient of the loss by the outputs {@code [outputs]}; descent subtracts it
     */
    double evaluate(double[] outputs, double[] targets, double[] dOutputs);

    /** The name on the command line and in files. It does not tell the scale of a squared error. */
    @Override
    String label();

    /** The activation of the output layer for classification with this loss. */
    Activation outputActivation();

    /** The labels of all losses. */
    List<String> LABELS = List.of("softmax-cross-entropy", "binary-cross-entropy", "squared-error");

    /** The loss with this {@link #label}. A squared error has the scale 1/2. */
    static Loss named(String label) {
        return switch (label) {
            case "softmax-cross-entropy" -> new SoftmaxCrossEntropy();
            case "binary-cross-entropy" -> new BinaryCrossEntropy();
            case "squared-error" -> new SquaredError(0.5);
            default -> throw new IllegalArgumentException("'%s' is not %s".formatted(label, Choice.of(LABELS)));
        };
    }

    /** Overwrites logits by the softmax e^(z_i) / sum of e^(z_j). It subtracts the maximum first, so that nothing overflows. */
    static void softmaxInPlace(double[] logits) {
        double max = Double.NEGATIVE_INFINITY;
        for (double logit : logits) {
            max = Math.max(max, logit);
        }
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            logits[i] = Math.exp(logits[i] - max);
            sum += logits[i];
        }
        for (int i = 0; i < logits.length; i++) {
            logits[i] /= sum;
        }
    }

    /** -sum of t_i ln softmax(z)_i; its gradient is softmax(z) - t (Bishop 2006, Pattern Recognition, 4.3.4). */
    record SoftmaxCrossEntropy() implements Loss {
        @Override
        public double evaluate(double[] logits, double[] targets, double[] dLogits) {
            double max = Double.NEGATIVE_INFINITY;
            for (double logit : logits) {
                max = Math.max(max, logit);
            }
            double sum = 0;
            for (int i = 0; i < logits.length; i++) {
                dLogits[i] = Math.exp(logits[i] - max);
                sum += dLogits[i];
            }
            double logSum = max + Math.log(sum);
            double loss = 0;
            for (int i = 0; i < logits.length; i++) {
                dLogits[i] = dLogits[i] / sum - targets[i];
                loss += targets[i] * (logSum - logits[i]);
            }
            return loss;
        }

        @Override
        public String label() {
            return "softmax-cross-entropy";
        }

        @Override
        public Activation outputActivation() {
            return Activation.IDENTITY;
        }
    }

    /**
     * Sum over the outputs of -t ln s(z) - (1 - t) ln(1 - s(z)) with the sigmoid s, computed as
     * max(z, 0) - t z + ln(1 + e^-|z|); its gradient is s(z) - t.
     */
    record BinaryCrossEntropy() implements Loss {
        @Override
        public double evaluate(double[] logits, double[] targets, double[] dLogits) {
            double loss = 0;
            for (int i = 0; i < logits.length; i++) {
                double z = logits[i];
                loss += Math.max(z, 0) - targets[i] * z + Math.log1p(Math.exp(-Math.abs(z)));
                dLogits[i] = Activation.SIGMOID.value(z) - targets[i];
            }
            return loss;
        }

        @Override
        public String label() {
            return "binary-cross-entropy";
        }

        @Override
        public Activation outputActivation() {
            return Activation.IDENTITY;
        }
    }

    /**
     * Scale times the sum over the outputs of (a - t)^2; its gradient is 2 scale (a - t).
     *
     * @param scale usually 1, 1/2 or 1/outputs; above 0 and finite
     */
    record SquaredError(double scale) implements Loss {
        public SquaredError {
            if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "the scale of a squared error must be above 0 and finite, not " + scale);
            }
        }

        @Override
        public double evaluate(double[] outputs, double[] targets, double[] dOutputs) {
            double loss = 0;
            for (int i = 0; i < outputs.length; i++) {
                double error = outputs[i] - targets[i];
                loss += scale * error * error;
                dOutputs[i] = 2 * scale * error;
            }
            return loss;
        }

        @Override
        public String label() {
            return "squared-error";
        }

        @Override
        public Activation outputActivation() {
            return Activation.SIGMOID;
        }
    }
}
