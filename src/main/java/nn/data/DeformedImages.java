package nn.data;

import java.util.SplittableRandom;
import nn.data.RandomStreams.Purpose;

/**
 * The images of a data set as a training sees them: deformed, with digits in other pen styles. Not thread-safe;
 * {@link #another} makes one for another thread. Allocates almost nothing per image.
 */
public final class DeformedImages {

    private final DataSet data;
    private final Augmentation augmentation;
    private final long seed;
    private final Augmenter augmenter;
    private final PenStyles penStyles;
    private final byte[] image;

    public DeformedImages(DataSet data, Augmentation augmentation, long seed) {
        this(data, augmentation, seed, new Augmenter(augmentation, data.rows(), data.columns(), seed));
    }

    private DeformedImages(DataSet data, Augmentation augmentation, long seed, Augmenter augmenter) {
        this.data = data;
        this.augmentation = augmentation;
        this.seed = seed;
        this.augmenter = augmenter;
        penStyles = new PenStyles(data.rows(), data.columns());
        image = new byte[data.pixelsPerImage()];
    }

    /** The same images for another thread. */
    public DeformedImages another() {
        return new DeformedImages(data, augmentation, seed, augmenter.another());
    }

    /**
     * Makes one image. The result depends only on the data, the seed and these arguments.
     *
     * @param epoch from 1; each epoch has other deformations
     * @param strength the factor of all deformations and of the share of pen styles, 0 (the image itself) to 1
     * @param into {@code [rows * columns]}, overwritten, 0 paper to 255 ink
     */
    public void read(int example, long epoch, double strength, byte[] into) {
        data.readPixels(example, image);
        if (augmentation.penStyles() > 0) {
            SplittableRandom random = RandomStreams.of(seed, Purpose.STYLE, epoch, example);
            if (random.nextDouble() < strength * augmentation.penStyles()) {
                penStyles.redraw(image, data.label(example), random);
            }
        }
        augmenter.apply(image, into, epoch, example, strength);
    }
}
