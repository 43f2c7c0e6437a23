package nn.train;

import static nn.train.Limits.require;
import static nn.train.Limits.required;
import static nn.train.Limits.share;

import nn.model.Loss;

/**
 * What is minimized, by which steps, and for how long.
 *
 * @param loss what is minimized
 * @param epochs the number of passes over the training split
 * @param batchSize the number of examples in a step
 * @param learningRate the peak of the learning rate
 * @param schedule how the learning rate falls
 * @param warmup the share of all steps over which the learning rate rises first, in [0, 1)
 * @param optimizer how a gradient changes the parameters
 * @param momentum of the optimizers momentum and Nesterov, in [0, 1)
 * @param patience the run ends early after this many epochs in a row without a better validation result: fewer errors, or as many errors
 *     and a lower loss; 0 is off
 */
public record Learning(
        Loss loss,
        int epochs,
        int batchSize,
        double learningRate,
        Schedule schedule,
        double warmup,
        OptimizerKind optimizer,
        double momentum,
        int patience) {

    private static final int MAX_EPOCHS = 1_000_000;

    public Learning {
        required("loss", loss);
        required("schedule", schedule);
        required("optimizer", optimizer);
        require(epochs >= 1 && epochs <= MAX_EPOCHS, "epochs", epochs, "from 1 to 1000000");
        require(batchSize >= 1, "batch-size", batchSize, "at least 1");
        require(
                learningRate > 0 && learningRate < Double.POSITIVE_INFINITY,
                "learning-rate",
                learningRate,
                "above 0 and finite");
        share("warmup", warmup);
        share("momentum", momentum);
        require(patience >= 0, "patience", patience, "0 (off) or more");
    }

    /** The optimizer with its numbers. */
    public Optimizer rule() {
        return optimizer.rule(momentum);
    }

    /**
     * The learning rate of a step.
     *
     * @param step from 0 to {@code steps - 1}
     */
    double rateAt(long step, long steps) {
        return schedule.learningRate(learningRate, warmup, step, steps);
    }

    /** The same with another batch. */
    Learning withBatchSize(int size) {
        return new Learning(loss, epochs, size, learningRate, schedule, warmup, optimizer, momentum, patience);
    }

    /** The same for a fixed number of epochs. */
    Learning forEpochs(int newEpochs) {
        return new Learning(loss, newEpochs, batchSize, learningRate, schedule, warmup, optimizer, momentum, 0);
    }
}
