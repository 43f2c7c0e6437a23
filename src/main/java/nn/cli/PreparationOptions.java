package nn.cli;

import nn.image.prepare.DigitPreparation;
import nn.image.prepare.Polarity;

/** The options for preparing pictures. */
final class PreparationOptions implements Flags {

    private final InvertOption invert = new InvertOption();

    private final Flag<Boolean> raw =
            Flag.on("--raw", "Only resize to 28 x 28, without preparing the picture as MNIST was.");

    @Override
    public void addTo(Command command) {
        command.add(invert, raw);
    }

    InvertOption invert() {
        return invert;
    }

    /** Whether any of the options differs from its default. */
    boolean isGiven() {
        return raw.isOn() || invert.polarity() != Polarity.AUTO;
    }

    DigitPreparation preparation() {
        return new DigitPreparation(invert.polarity(), raw.isOn());
    }
}
