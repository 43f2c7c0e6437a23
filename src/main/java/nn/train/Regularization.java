package nn.train;

import static nn.train.Limits.notNegative;
import static nn.train.Limits.share;

/**
 * Methods against over-fitting and divergence.
 *
 * @param weightDecay decoupled, never on biases; 0 is off
 * @param clipNorm the largest norm of the gradient; a longer gradient is scaled down to it; 0 is off
 * @param dropout the share of hidden values that are dropped in training, in [0, 1)
 * @param labelSmoothing the share of the target that is spread over all classes, in [0, 1)
 * @param averaging the decay of the running average of the parameters, in [0, 1); the average is the model; 0 is off
 */
public record Regularization(
        double weightDecay, double clipNorm, double dropout, double labelSmoothing, double averaging) {

    /** No regularization. */
    public static final Regularization NONE = new Regularization(0, 0, 0, 0, 0);

    public Regularization {
        notNegative("weight-decay", weightDecay);
        notNegative("clip-norm", clipNorm);
        share("dropout", dropout);
        share("label-smoothing", labelSmoothing);
        share("averaging", averaging);
    }

    /** The same without weight decay. */
    Regularization withoutWeightDecay() {
        return new Regularization(0, clipNorm, dropout, labelSmoothing, averaging);
    }
}
