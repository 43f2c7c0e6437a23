package nn.train;

import static nn.train.Limits.notNegative;
import static nn.train.Limits.share;

/**
 * What keeps a training from over-fitting and from diverging.
 *
 * @param weightDecay decoupled, never on biases; 0 is off
 * @param clipNorm the longest gradient; a longer one is scaled down to it; 0 is off
 * @param dropout the share of hidden values dropped in training, in [0, 1)
 * @param labelSmoothing the share of the target that is spread over all classes, in [0, 1)
 * @param averaging the decay of the running average of the parameters, which then is the model, in [0, 1); 0 is off
 */
public record Regularization(
        double weightDecay, double clipNorm, double dropout, double labelSmoothing, double averaging) {

    /** Nothing. */
    public static final Regularization NONE = new Regularization(0, 0, 0, 0, 0);

    public Regularization {
        notNegative("weight-decay", weightDecay);
        notNegative("clip-norm", clipNorm);
        share("dropout", dropout);
        share("label-smoothing", labelSmoothing);
        share("averaging", averaging);
    }
}
