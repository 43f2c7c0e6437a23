package nn.cli;

import nn.image.DigitPreparation;
import nn.image.Polarity;
import picocli.CommandLine.Option;

/** How pictures are prepared for the network. */
final class PreparationOptions {

    /** Whether light and dark are exchanged. */
    enum Invert {
        /** As the picture itself shows. */
        AUTO,
        /** Light ink on dark paper. */
        YES,
        /** Dark ink on light paper. */
        NO
    }

    @Option(names = "--invert", paramLabel = "WHEN", defaultValue = "auto",
            description = "Whether the digit is lighter than its paper: auto (the default), yes or no.")
    private Invert invert;

    @Option(names = "--raw", description = "Only resize to 28 x 28, without preparing the picture as MNIST was.")
    private boolean raw;

    DigitPreparation preparation() {
        Polarity polarity = switch (invert) {
            case AUTO -> Polarity.AUTO;
            case YES -> Polarity.LIGHT_INK;
            case NO -> Polarity.DARK_INK;
        };
        return new DigitPreparation(polarity, raw);
    }
}
