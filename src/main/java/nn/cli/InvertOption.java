package nn.cli;

import nn.image.prepare.Polarity;

/** The option that says whether ink is lighter than paper. */
final class InvertOption implements Flags {

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

    @Override
    public void addTo(Command command) {
        command.add(invert);
    }

    Polarity polarity() {
        return switch (invert.value()) {
            case AUTO -> Polarity.AUTO;
            case YES -> Polarity.LIGHT_INK;
            case NO -> Polarity.DARK_INK;
        };
    }
}
