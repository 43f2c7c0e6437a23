package nn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Iterator;
import java.util.Optional;
import java.util.stream.IntStream;
import nn.data.DataSet;
import nn.data.MiniBatchOrder;
import nn.model.Parameters;
import nn.model.Storage;

/** The specified training in double precision, without code of the trainer. It starts from the parameters of a run. */
final class PlainRun {

    final Parameters parameters;
    final Optional<Parameters> average;
    private final TrainingConfig config;
    private final DataSet data;
    private final PlainTrainingStep training;

    PlainRun(TrainingConfig config, DataSet data) {
        this.config = config;
        this.data = data;
        var architecture = config.architecture(data);
        parameters = Parameters.zeros(architecture, Storage.NATIVE_DOUBLE);
        parameters
                .vector()
                .writeRow(
                        0,
                        TrialRun.numbers(
                                TrainingState.initial(architecture, config).parameters()));
        average = config.regularization().averaging() > 0 ? Optional.of(parameters.copy()) : Optional.empty();
        training = new PlainTrainingStep(config, data, parameters, average);
    }

    /** Asserts that a run on all its data has the same losses in each epoch, and the same weights at the end. */
    static void assertAgrees(TrialRun run, String what) {
        PlainRun plain = new PlainRun(run.config, run.data);
        assertEquals(run.config.learning().epochs(), run.losses().size());
        for (int epoch = 1; epoch <= run.losses().size(); epoch++) {
            assertEquals(plain.epoch(epoch), run.losses().get(epoch - 1), 2e-5, what + ", epoch " + epoch);
        }
        assertArrayEquals(TrialRun.numbers(plain.parameters), run.weights(), 5e-5, what);
        assertArrayEquals(
                TrialRun.numbers(plain.average.orElse(plain.parameters)),
                TrialRun.numbers(run.state.model()),
                5e-5,
                what);
    }

    /** Trains an epoch, from 1, on all examples at the peak learning rate, and returns the mean loss over them. */
    double epoch(int epoch) {
        int[] order = MiniBatchOrder.of(config.data().seed(), epoch, data.size());
        Iterator<MiniBatch> batches = MiniBatch.of(order, 0, config.learning().batchSize(), epoch, number -> 1);
        double lossSum = 0;
        while (batches.hasNext()) {
            MiniBatch batch = batches.next();
            lossSum += training.train(batch, config.learning().learningRate()) * batch.size();
        }
        return lossSum / data.size();
    }

    /** The mean loss of the first examples in the first epoch. */
    double loss(int examples) {
        int[] order = IntStream.range(0, examples).toArray();
        return training.gradient(new MiniBatch(order, 0, examples, 1, 1));
    }

    /** The gradient that {@link #loss} left. */
    double[] gradient() {
        return TrialRun.numbers(training.gradient());
    }
}
