package nn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import nn.SyntheticData;
import nn.data.Augmentation;
import nn.data.DataSet;
import nn.data.DeformedImages;
import nn.data.InputMaker;
import nn.data.Inputs;
import nn.model.Architecture;
import nn.model.Initializer;
import nn.model.Mlp;
import nn.model.Parameters;
import nn.model.Precision;
import nn.model.RowShares;
import nn.model.RowTiers;
import nn.model.Shard;
import nn.model.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three workers' inputs, on one thread: who does what is up to the test. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BatchInputsTest {

    private static final int WORKERS = 3;
    private static final int BATCH = 12;
    private static final int PART = BATCH / WORKERS;
    private static final DataSet DATA = SyntheticData.sparseNoise(60, 12, 12, 4, 9);
    private static final int[] ORDER = IntStream.range(0, DATA.size()).map(i -> i * 7 % DATA.size()).toArray();

    private final Configs configs = new Configs();

    BatchInputsTest() {
        configs.batchSize = BATCH;
        configs.threads = WORKERS;
    }

    /** The inputs of three workers and their shards. */
    private final class Trial {

        final TrainingConfig config = configs.build();
        final Architecture architecture = config.architecture(DATA);
        final Parameters parameters = Parameters.initialized(architecture, Precision.FLOAT, Initializer.XAVIER,
                new SplittableRandom(1));
        final Workspace workspace = Workspace.forTraining(architecture, Precision.FLOAT, BATCH);
        final List<Shard> shards;
        final BatchInputs inputs;
        final List<BatchInputs.Worker> workers = new ArrayList<>();

        Trial(boolean sorts) {
            shards = Shard.of(workspace, parameters, RowShares.even(architecture, WORKERS),
                    sorts ? RowTiers.three(BATCH) : RowTiers.one(), PART, MadeInputs.Kind.of(config).areBytes());
            inputs = new BatchInputs(config, DATA, sorts, shards);
            DeformedImages images = new DeformedImages(DATA, config.augmentation(), config.seed());
            for (int worker = 0; worker < WORKERS; worker++) {
                workers.add(inputs.new Worker(worker, images.another()));
            }
        }

        void makeAll(int worker) {
            while (workers.get(worker).canMake()) {
                workers.get(worker).make();
            }
        }

        void take(MiniBatch batch) {
            for (int worker = 0; worker < WORKERS; worker++) {
                inputs.take(worker, batch);
            }
        }

        /** The network's outputs for the inputs that were taken last, row after row. */
        double[] outputs(int size) {
            shards.forEach(shard -> shard.forward(0, size));
            for (int worker = 0; worker * PART < size; worker++) {
                shards.get(worker).forwardRows(Math.min(PART, size - worker * PART));
            }
            return outputs(workspace, size);
        }

        /** What they should be, with the inputs made one by one, and the rows in the order in which the mini-batch now is. */
        double[] expected(MiniBatch batch) {
            Workspace plain = Workspace.forInference(architecture, Precision.FLOAT, BATCH);
            DeformedImages images = new DeformedImages(DATA, config.augmentation(), config.seed());
            InputMaker maker = new InputMaker(config.inputs(0), DATA.rows(), DATA.columns());
            byte[] image = new byte[DATA.pixelsPerImage()];
            float[] made = new float[architecture.inputs()];
            for (int row = 0; row < batch.size(); row++) {
                images.read(batch.example(row), batch.epoch(), batch.strength(), image);
                maker.make(image, made);
                for (int i = 0; i < made.length; i++) {
                    plain.inputs().set(row, i, made[i]);
                }
            }
            Mlp.forward(parameters, plain, batch.size());
            return outputs(plain, batch.size());
        }

        private double[] outputs(Workspace from, int size) {
            return IntStream.range(0, size).mapToObj(row -> from.outputs().row(row)).flatMapToDouble(Arrays::stream).toArray();
        }
    }

    private static MiniBatch miniBatch(int number, int size) {
        return new MiniBatch(ORDER, number * BATCH, size, 1, 1);
    }

    /** All is made and packed by one worker, each time another one, while the others do nothing. */
    @ParameterizedTest
    @CsvSource({"PIXELS, false, false", "PIXELS, false, true", "PIXELS, true, false", "PIXELS, true, true", "GRADIENTS, true, true",
        "BOTH, false, false"})
    void anyWorkerMakesWhatIsLeft(Inputs kind, boolean deformed, boolean sorts) {
        configs.inputs = List.of(kind);
        configs.augmentation = deformed ? new Augmentation(20, 0.1, 0.1, 1, 0, 5, 0, 0, 0, 0) : Augmentation.NONE;
        Trial trial = new Trial(sorts);
        for (int number = 0; number < 5; number++) {
            MiniBatch batch = miniBatch(number, number == 4 ? BATCH - 5 : BATCH);
            trial.inputs.start(batch);
            trial.makeAll(number % WORKERS);
            trial.inputs.finish();
            trial.take(batch);
            assertArrayEquals(trial.expected(batch), trial.outputs(batch.size()), 1e-5);
        }
    }

    @Test
    void whatIsPackedStaysUntilItIsTaken() {
        Trial trial = new Trial(true);
        MiniBatch first = miniBatch(0, BATCH);
        MiniBatch second = miniBatch(1, BATCH);
        trial.inputs.start(first);
        trial.makeAll(1);
        trial.inputs.finish();
        trial.inputs.start(second);
        trial.makeAll(2);
        trial.inputs.take(0, first);
        assertTrue(trial.workers.get(2).canMake(), "the columns of shard 0 may be packed");
        trial.makeAll(2);
        assertFalse(trial.workers.get(0).canMake(), "but those of the others may not");
        trial.inputs.take(1, first);
        trial.inputs.take(2, first);
        assertArrayEquals(trial.expected(first), trial.outputs(BATCH), 1e-5);
        trial.makeAll(0);
        trial.inputs.finish();
        trial.take(second);
        assertArrayEquals(trial.expected(second), trial.outputs(BATCH), 1e-5);
    }

    @Test
    void aMiniBatchThatNobodyTookIsForgotten() {
        Trial trial = new Trial(true);
        trial.inputs.start(miniBatch(0, BATCH));
        trial.makeAll(0);
        trial.inputs.forget();
        MiniBatch other = miniBatch(3, BATCH);
        trial.inputs.start(other);
        trial.makeAll(1);
        trial.inputs.finish();
        trial.take(other);
        assertArrayEquals(trial.expected(other), trial.outputs(BATCH), 1e-5);
    }

    @Test
    void onlyWhatIsPackedIsTaken() {
        Trial trial = new Trial(false);
        MiniBatch batch = miniBatch(0, BATCH);
        assertThrows(IllegalStateException.class, () -> trial.inputs.take(0, batch));
        trial.inputs.start(batch);
        assertThrows(IllegalStateException.class, () -> trial.inputs.take(0, batch));
        trial.makeAll(0);
        assertThrows(IllegalStateException.class, () -> trial.inputs.take(0, miniBatch(0, BATCH)));
        trial.inputs.take(0, batch);
        assertThrows(IllegalStateException.class, () -> trial.inputs.take(0, batch));
    }

    @Test
    void whoPacksAndFailsIsNotWaitedForForever() {
        Trial trial = new Trial(false);
        MiniBatch bad = new MiniBatch(new int[] {DATA.size()}, 0, 1, 1, 1);
        trial.inputs.start(bad);
        assertThrows(IndexOutOfBoundsException.class, () -> trial.makeAll(2));
        trial.inputs.take(2, bad);
    }

    @Test
    void whatCannotBeMadeIsNotTaken() {
        Trial trial = new Trial(true);
        MiniBatch bad = new MiniBatch(new int[] {0, DATA.size()}, 0, 2, 1, 1);
        trial.inputs.start(bad);
        assertThrows(IndexOutOfBoundsException.class, () -> trial.makeAll(1));
        assertFalse(trial.workers.get(0).canMake());
        assertThrows(IllegalStateException.class, () -> trial.inputs.take(0, bad));
    }
}
