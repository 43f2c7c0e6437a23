package nn.train;

import nn.data.DataSet;
import nn.data.DeformedImages;
import nn.data.FeatureExtractor;

/**
 * Reads examples as the network sees them: it takes the image in another pen style, deforms it, and turns it into inputs. One thread at a
 * time uses a reader; {@link #another} is for the next thread. Reading leaves next to no garbage.
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
                new DeformedImages(data, config.augmentation(), config.data().seed()));
    }

    private ExampleReader(TrainingConfig config, DataSet data, DeformedImages images) {
        this.config = config;
        this.data = data;
        this.images = images;
        maker = new FeatureExtractor(config.network().inputs(0), data.rows(), data.columns());
        image = new byte[data.pixelsPerImage()];
    }

    /** A reader of the same examples for another thread. */
    public ExampleReader another() {
        return new ExampleReader(config, data, images.another());
    }

    /** The number of inputs of an example. */
    public int inputs() {
        return maker.count();
    }

    /**
     * Reads the example of a row. The result depends only on the data, the seed, the epoch, and the strength of the deformations.
     *
     * @param into receives the inputs from index {@code at} on
     */
    public void read(MiniBatch batch, int row, float[] into, int at) {
        images.read(batch.example(row), batch.epoch(), batch.strength(), image);
        maker.make(image, into, at);
    }
}
