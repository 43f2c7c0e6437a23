package nn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import nn.data.DataDirectory;
import nn.data.DataSet;
import nn.data.InputKind;
import nn.eval.Classifier;
import nn.eval.Evaluation;
import nn.eval.Evaluator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On real digits: only they show that learning works. */
class TrainerLearningTest {

    private static DataSet train;

    @BeforeAll
    static void readDigits() {
        train = DataDirectory.of(Path.of("data", "mnist")).readTrain();
    }

    private static Configs adam(int hidden) {
        Configs configs = new Configs();
        configs.hidden = List.of(hidden);
        configs.optimizer = OptimizerKind.ADAM;
        configs.learningRate = 3e-3;
        return configs;
    }

    private static Evaluation evaluate(TrialRun run, DataSet data) {
        try (Evaluator evaluator = new Evaluator(run.config.data().threads())) {
            return evaluator.evaluate(
                    new Classifier(
                            List.of(run.state.best()),
                            List.of(InputKind.PIXELS),
                            28,
                            28,
                            IntStream.range(0, 10).mapToObj(String::valueOf).toList(),
                            run.config.learning().loss(),
                            1),
                    data);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"softmax-cross-entropy", "binary-cross-entropy", "squared-error"})
    void aThousandImagesTeachToReadUnseenOnes(String loss) {
        Configs configs = adam(64);
        configs.loss = loss;
        configs.epochs = 12;
        configs.batchSize = 20;
        configs.limit = 1_200;
        configs.validation = 200;
        TrialRun run = TrialRun.of(configs, train);
        double accuracy = evaluate(run, train.range(50_000, 60_000)).accuracy();
        assertTrue(accuracy > 0.86, "accuracy " + accuracy);
    }

    @Test
    void theFirstLossIsNearTheLogOfTheClassCount() {
        for (long seed = 1; seed <= 5; seed++) {
            Configs configs = adam(64);
            configs.init = "xavier";
            configs.limit = 500;
            configs.batchSize = 500;
            configs.seed = seed;
            assertEquals(Math.log(10), TrialRun.of(configs, train).losses().get(0), 0.25, "seed " + seed);
        }
    }

    @Test
    void twentyExamplesAreLearntByHeart() {
        Configs configs = adam(32);
        configs.limit = 20;
        configs.batchSize = 20;
        configs.epochs = 400;
        configs.learningRate = 1e-2;
        TrialRun run = TrialRun.of(configs, train);
        double last = run.losses().get(399);
        assertTrue(last < 1e-3, "loss " + last);
        assertEquals(0, evaluate(run, train.range(0, 20)).errors());
    }
}
