package nn.train;

import nn.data.DataSet;
import nn.data.DeformedImages;
import nn.data.FeatureExtractor;

/**
 * Reads examples as the network sees them: the image in another pen style, deformed, and made into inputs. One thread at a time, which
 * allocates next to nothing; {@link #another} is for the next thread.
 */
public final class ExampleReader {

    private final TrainingConfig config;
    private final DataSet data;
    private final DeformedImages images;
    private final FeatureExtractor maker;
    private final byte[] image;

    public ExampleReader(TrainingConfig config, DataSet data) {
        this(
                config,
                data,
                new DeformedImages(
                        data, config.augmentation(), config.examples().seed()));
    }

    private ExampleReader(TrainingConfig config, DataSet data, DeformedImages images) {
        this.config = config;
        this.data = data;
        this.images = images;
        maker = new FeatureExtractor(config.network().inputs(0), data.rows(), data.columns());
        image = new byte[data.pixelsPerImage()];
    }

    /** Reads the same examples for another thread. */
    public ExampleReader another() {
        return new ExampleReader(config, data, images.another());
    }

    /** How many inputs an example has. */
    public int inputs() {
        return maker.count();
    }

    /**
     * Reads the example of a row: a pure function of the data, the seed and the mini-batch's epoch and strength.
     *
     * @param into gets the inputs from place {@code at} on
     */
    public void read(MiniBatch batch, int row, float[] into, int at) {
        images.read(batch.example(row), batch.epoch(), batch.strength(), image);
        maker.make(image, into, at);
    }
}
