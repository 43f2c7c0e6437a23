package nn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import nn.PlainEvaluation;
import nn.SyntheticData;
import nn.data.DataSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainerValidationTest {

    /** Otherwise best epoch and patience would depend on images that are trained on, and over-fitting would look like learning. */
    @ParameterizedTest
    @CsvSource({"0, 0", "0, 0.9", "50, 0", "50, 0.9"})
    void eachEpochIsMeasuredOnTheLastOfTheUsedImages(int limit, double averaging) {
        DataSet data = SyntheticData.noise(70, 5, 5, 4, 9);
        Configs configs = new Configs();
        configs.epochs = 5;
        configs.validation = 20;
        configs.limit = limit;
        configs.averaging = averaging;
        TrialRun run = TrialRun.of(configs, data);
        assertEquals(5, run.epochs.size());
        int used = limit == 0 ? 70 : limit;
        for (int epoch = 0; epoch < 5; epoch++) {
            PlainEvaluation expected = new PlainEvaluation(List.of(run.models.get(epoch)), data.range(used - 20, used));
            assertEquals(20, run.epochs.get(epoch).validation().count());
            assertEquals(expected.errors(), run.epochs.get(epoch).validation().errors());
            assertEquals(expected.loss(), run.epochs.get(epoch).validation().loss(), 1e-5);
        }
    }
}
