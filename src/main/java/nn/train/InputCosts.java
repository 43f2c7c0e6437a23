package nn.train;

import java.util.Arrays;
import nn.data.DataSet;
import nn.data.Inputs;

/**
 * What a step takes for each input of the first layer: the update of its weights in any case, and the products only where the input
 * is not blank in the whole mini-batch. The lower half of MNIST's digits is inked in a tenth more pixels than the upper one.
 */
final class InputCosts {

    /** An input's products with so many images take as long as the update of its weights. */
    private static final double IMAGES_PER_UPDATE = 32;

    private static final int SAMPLED_BATCHES = 4;

    private InputCosts() {
    }

    /**
     * In units of a row's update, as far as some of the images tell. Deformations are left out: they ink the neighbors of what is
     * inked anyway.
     *
     * @return {@code [inputs]}
     */
    static double[] of(TrainingConfig config, DataSet data) {
        double[] costs = new double[config.architecture(data).inputs()];
        Arrays.fill(costs, 1);
        if (config.inputs(0) == Inputs.PIXELS) {
            byte[] image = new byte[costs.length];
            byte[] inked = new byte[costs.length];
            int size = Math.min(config.batchSize(), data.size());
            for (int batch = 0; batch < SAMPLED_BATCHES; batch++) {
                Arrays.fill(inked, (byte) 0);
                for (int i = 0; i < size; i++) {
                    // From all over the data, which may be sorted.
                    long number = (long) i * SAMPLED_BATCHES + batch;
                    data.readPixels((int) (number * data.size() / ((long) SAMPLED_BATCHES * size)), image);
                    for (int pixel = 0; pixel < image.length; pixel++) {
                        inked[pixel] |= image[pixel];
                    }
                }
                for (int pixel = 0; pixel < inked.length; pixel++) {
                    costs[pixel] += inked[pixel] == 0 ? 0 : size / IMAGES_PER_UPDATE / SAMPLED_BATCHES;
                }
            }
        }
        return costs;
    }
}
