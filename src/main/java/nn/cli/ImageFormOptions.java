package nn.cli;

import nn.data.ImageForm;
import nn.report.Terminal;
import nn.run.TrainingData;

/** The flags for data that hold images otherwise than MNIST does. */
final class ImageFormOptions implements Flags {

    /** What is ink in the data. */
    enum DataInk {
        DARK,
        LIGHT,
        AUTO
    }

    private final Flag<DataInk> ink = Flag.of(
            DataInk.class, "--data-ink", "KIND", "What is ink in the images: light (as MNIST's), dark, or auto.");

    private final Flag<Boolean> transpose = Flag.on("--transpose", "The images are stored column after column.");

    @Override
    public void addTo(Command command) {
        command.add(ink, transpose);
    }

    /** Whether any of the flags is given. */
    boolean isGiven() {
        return ink.isGiven() || transpose.isOn();
    }

    /**
     * How the files hold their images: as the flags and the configuration say, and scaled by the largest value. A line says what was scaled,
     * and what looks wrong.
     *
     * @param base what the configuration says
     * @param keepsScale whether the scale is the configuration's, too
     */
    ImageForm over(ImageForm base, TrainingData data, boolean keepsScale, Terminal terminal) {
        ImageForm looks = ImageForm.of(data.train());
        boolean dark = ink.isGiven()
                ? ink.value() == DataInk.DARK || ink.value() == DataInk.AUTO && looks.darkInk()
                : base.darkInk();
        ImageForm form = new ImageForm(
                dark, transpose.isOn() || base.transposed(), keepsScale ? base.largestPixel() : looks.largestPixel());
        if (form.largestPixel() < ImageForm.MNIST.largestPixel()) {
            terminal.say(data.path() + ": the largest pixel is " + form.largestPixel() + ", so it is scaled to 255");
        }
        form.doubts(looks).ifPresent(doubts -> terminal.say("warning: " + data.path() + ": " + doubts));
        return form;
    }
}
