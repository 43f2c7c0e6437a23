package nn.cli;

import nn.image.prepare.DigitPreparation;
import nn.image.prepare.Polarity;

/** The options for preparing pictures. */
final class PreparationOptions implements Flags {

    /** Whether the digit is lighter than its paper. */
    enum Invert {
        /** Detected from the picture. */
        AUTO,
        /** Light ink on dark paper. */
        YES,
        /** Dark ink on light paper. */
        NO
    }

    private final Flag<Invert> invert = Flag.of(
                    Invert.class,
                    "--invert",
                    "WHEN",
                    "Whether the digit is lighter than its paper: auto (the default), yes or no.")
            .standard("auto");

    private final Flag<Boolean> raw =
            Flag.on("--raw", "Only resize to 28 x 28, without preparing the picture as MNIST was.");

    @Override
    public void addTo(Command command) {
        command.add(invert, raw);
    }

    /** Whether any of the options differs from its default. */
    boolean isGiven() {
        return raw.isOn() || invert.value() != Invert.AUTO;
    }

    DigitPreparation preparation() {
        Polarity polarity = switch (invert.value()) {
            case AUTO -> Polarity.AUTO;
            case YES -> Polarity.LIGHT_INK;
            case NO -> Polarity.DARK_INK;
        };
        return new DigitPreparation(polarity, raw.isOn());
    }
}
