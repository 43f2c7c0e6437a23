package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nn.PlainEvaluation;
import nn.checkpoint.Checkpoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The temperature of a run's model, without which its probabilities would be too high or too low. */
class RunCalibrationTest {

    /** It is fitted with the networks that were not trained on these images. A refit keeps it. */
    @ParameterizedTest
    @MethodSource("nn.cli.RuinedRun#all")
    void theTemperatureFitsTheValidationImages(RuinedRun run) {
        double stored = Checkpoint.readClassifier(run.model()).temperature();
        assertEquals(new PlainEvaluation(run.validated(), run.validation()).temperature(), stored, 1e-5);
        assertTrue(Math.abs(stored - 1) > 0.05, () -> "too near to none to show that there is one: " + stored);
        double onTraining = new PlainEvaluation(run.validated(), run.training()).temperature();
        assertTrue(
                Math.abs(stored - onTraining) > 1e-3, () -> "too near to that of the training images: " + onTraining);
    }

    @ParameterizedTest
    @MethodSource("nn.cli.RuinedRun#all")
    void theReportHasTheTemperatureOfTheModel(RuinedRun run) {
        assertEquals(
                Checkpoint.readClassifier(run.model()).temperature(),
                run.report().temperature());
    }
}
