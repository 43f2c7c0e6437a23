package nn.data;

import java.util.SplittableRandom;
import nn.data.RandomStreams.Purpose;

/**
 * The images of a data set as a training sees them: digits in other pen styles, deformed, and turned into a network's inputs. For
 * one worker; {@link #another} makes those of the next one. Allocates next to nothing per image.
 */
public final class DeformedImages {

    private final DataSet data;
    private final Augmentation augmentation;
    private final long seed;
    private final Augmenter augmenter;
    private final PenStyles penStyles;
    private final Inputs inputs;
    private final InputMaker maker;
    private final byte[] image;
    private final float[] deformed;

    /** @param inputs what a network reads of an image */
    public DeformedImages(DataSet data, Augmentation augmentation, Inputs inputs, long seed) {
        this(data, augmentation, inputs, seed, new Augmenter(augmentation, data.rows(), data.columns(), seed));
    }

    private DeformedImages(DataSet data, Augmentation augmentation, Inputs inputs, long seed, Augmenter augmenter) {
        this.data = data;
        this.augmentation = augmentation;
        this.inputs = inputs;
        this.seed = seed;
        this.augmenter = augmenter;
        penStyles = new PenStyles(data.rows(), data.columns());
        maker = new InputMaker(inputs, data.rows(), data.columns());
        image = new byte[data.pixelsPerImage()];
        deformed = new float[image.length];
    }

    /** The same images for another worker. */
    public DeformedImages another() {
        return new DeformedImages(data, augmentation, inputs, seed, augmenter.another());
    }

    /**
     * Makes the inputs of one image, a pure function of the data, the seed, and these:
     *
     * @param epoch anew in each, from 1
     * @param strength of the deformations and share of the pen styles, 0 (pixels / 255, exactly) to 1
     * @param into as many numbers as a network reads of an image, overwritten
     */
    public void read(int example, long epoch, double strength, float[] into) {
        data.readPixels(example, image);
        if (augmentation.penStyles() > 0) {
            SplittableRandom random = RandomStreams.of(seed, Purpose.STYLE, epoch, example);
            if (random.nextDouble() < strength * augmentation.penStyles()) {
                penStyles.redraw(image, data.label(example), random);
            }
        }
        augmenter.apply(image, deformed, epoch, example, strength);
        maker.make(deformed, into);
    }
}
