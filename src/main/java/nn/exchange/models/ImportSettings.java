package nn.exchange.models;

import java.util.Optional;
import nn.exchange.Layout;
import nn.exchange.PixelRange;
import nn.model.Activation;

/**
 * What the user says of a file that does not say it.
 *
 * @param activation of the hidden layers
 * @param layout of the weight matrices
 * @param pixels the range of the pixels that the network was trained on; 0 to 1 if neither this nor the file says otherwise
 * @param mean what is subtracted from such a pixel
 * @param std what the difference is divided by
 */
public record ImportSettings(
        Optional<Activation> activation,
        Optional<Layout> layout,
        Optional<PixelRange> pixels,
        double mean,
        double std) {

    /** @throws IllegalArgumentException if the activation cannot be trained, or the mean or the standard deviation is not a usable number */
    public ImportSettings {
        if (activation.equals(Optional.of(Activation.STEP))) {
            throw new IllegalArgumentException("--activation is step; it must be relu, tanh, sigmoid or identity");
        }
        if (!(mean >= 0 && mean <= PixelRange.BYTES.ink())) {
            throw new IllegalArgumentException("--mean is " + mean + "; it must be 0 to 255");
        }
        if (!(std > 0 && std <= PixelRange.BYTES.ink())) {
            throw new IllegalArgumentException("--std is " + std + "; it must be above 0 and at most 255");
        }
    }

    /** Nothing. */
    public static final ImportSettings NONE =
            new ImportSettings(Optional.empty(), Optional.empty(), Optional.empty(), 0, 1);
}
