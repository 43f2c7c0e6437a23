package nn.train;

import java.util.Arrays;
import nn.data.DataSet;
import nn.model.RowTiers;

/**
 * How long a step of plain pixels is at each of them in the first layer: at the update of its weights in any case, and at the products
 * only with the rows of the mini-batch that need them. The lower half of MNIST's digits is inked in a tenth more pixels than the
 * upper one; of deformed ones both halves are inked as much.
 */
final class InputWork {

    /** An input's products with so many images take as long as the update of its weights. */
    private static final double IMAGES_PER_UPDATE = 32;

    private static final int SAMPLED_BATCHES = 4;

    private InputWork() {
    }

    /**
     * In units of a pixel's update, as far as some of the images tell.
     *
     * @return {@code [pixels]}
     */
    static double[] of(DataSet data, int batchSize, RowTiers tiers) {
        double[] work = new double[data.pixelsPerImage()];
        Arrays.fill(work, 1);
        InkSpread spread = new InkSpread(data.columns());
        byte[] image = new byte[work.length];
        int size = Math.min(batchSize, data.size());
        for (int number = 0; number < SAMPLED_BATCHES; number++) {
            MiniBatch batch = sample(number, size, data.size());
            byte[] spreads = new byte[size];
            for (int row = 0; row < size; row++) {
                data.readPixels(batch.example(row), image);
                spreads[row] = spread.of(image);
            }
            batch.sort(spreads, new int[size]);
            addProducts(batch, data, tiers, work);
        }
        return work;
    }

    /** A mini-batch from all over the data, which may be sorted. */
    private static MiniBatch sample(int number, int size, int examples) {
        int[] sample = new int[size];
        for (int i = 0; i < size; i++) {
            sample[i] = (int) (((long) i * SAMPLED_BATCHES + number) * examples / ((long) SAMPLED_BATCHES * size));
        }
        return new MiniBatch(sample, 0, size, 1, 0);
    }

    private static void addProducts(MiniBatch batch, DataSet data, RowTiers tiers, double[] work) {
        byte[] image = new byte[work.length];
        byte[] inked = new byte[work.length];
        boolean[] counted = new boolean[work.length];
        for (int tier = 0; tier < tiers.count(); tier++) {
            int first = Math.min(tiers.firstRow(tier), batch.size());
            int end = tier + 1 < tiers.count() ? Math.min(tiers.firstRow(tier + 1), batch.size()) : batch.size();
            for (int row = first; row < end; row++) {
                data.readPixels(batch.example(row), image);
                for (int pixel = 0; pixel < image.length; pixel++) {
                    inked[pixel] |= image[pixel];
                }
            }
            for (int pixel = 0; pixel < inked.length; pixel++) {
                if (inked[pixel] != 0 && !counted[pixel]) {
                    counted[pixel] = true;
                    work[pixel] += (batch.size() - first) / IMAGES_PER_UPDATE / SAMPLED_BATCHES;
                }
            }
        }
    }
}
