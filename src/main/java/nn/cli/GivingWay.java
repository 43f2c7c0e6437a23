package nn.cli;

import java.util.function.Consumer;
import nn.train.OptimizerKind;
import nn.train.TrainingConfig;

/**
 * The values of a preset that give way, because they are senseless with what the user gave.
 *
 * @param notes receives a line for each of them
 */
record GivingWay(Consumer<String> notes) {

    /**
     * The preset with the learning rate and the weight decay for an optimizer. The preset's own are for AdamW.
     *
     * @param keepRate whether the user gave a learning rate
     * @param keepDecay whether the user gave a weight decay
     */
    TrainingConfig toOptimizer(TrainingConfig preset, OptimizerKind optimizer, boolean keepRate, boolean keepDecay) {
        if (optimizer == preset.learning().optimizer()) {
            return preset;
        }
        double oldRate = preset.learning().learningRate();
        double oldDecay = preset.regularization().weightDecay();
        double rate = keepRate ? oldRate : optimizer.learningRate(oldRate);
        double decay = keepDecay ? oldDecay : 0;
        if (rate != oldRate) {
            notes.accept("the learning rate of the preset, " + oldRate + ", becomes " + rate + " for "
                    + optimizer.label() + "; else give --learning-rate");
        }
        if (decay != oldDecay) {
            notes.accept("the weight decay of the preset, " + oldDecay
                    + ", is off, because it is for adamw; else give --weight-decay");
        }
        return preset.withRateAndDecay(rate, decay);
    }

    /**
     * The preset with a mini-batch that is not larger than the images that are left to train on.
     *
     * @param available the number of training images in the files
     * @throws IllegalArgumentException if there are no images to train on
     */
    TrainingConfig toSize(TrainingConfig preset, int available) {
        TrainingConfig possible = preset.withBatchOf(available);
        if (possible != preset) {
            notes.accept("the batch size of the preset, " + preset.learning().batchSize() + ", becomes "
                    + possible.learning().batchSize() + ", the number of images that are left to train on");
        }
        return possible;
    }
}
