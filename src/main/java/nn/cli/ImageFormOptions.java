package nn.cli;

import java.nio.file.Path;
import java.util.function.Consumer;
import nn.data.DataSet;
import nn.data.ImageForm;

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
     * How the files of a data set hold their images: as the flags say, or else as the base; pixels are scaled by the largest value. Lines say
     * what is scaled, and what looks wrong.
     *
     * @param directory of the files, for the lines
     * @param lines receives each line
     */
    ImageForm over(ImageForm base, DataSet data, Path directory, Consumer<String> lines) {
        ImageForm looks = ImageForm.of(data);
        boolean dark = ink.isGiven()
                ? ink.value() == DataInk.DARK || ink.value() == DataInk.AUTO && looks.darkInk()
                : base.darkInk();
        // Of a few images, the largest pixel may be smaller than that of the images before.
        int largest = base.largestPixel() < ImageForm.MNIST.largestPixel()
                ? Math.max(base.largestPixel(), looks.largestPixel())
                : looks.largestPixel();
        ImageForm form = new ImageForm(dark, transpose.isOn() || base.transposed(), largest);
        if (largest < base.largestPixel()) {
            lines.accept(directory + ": the largest pixel is " + largest + ", so it is scaled to 255");
        }
        form.doubts(looks).ifPresent(doubts -> lines.accept("warning: " + directory + ": " + doubts));
        return form;
    }
}
