package nn.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrainingTextTest {

    private static final String SUMMARY = """
            Network 784-16-3, 12,611 parameters; preset fast, seed 7, threads 2, BLAS kernel Haswell
            Trained 4 epochs in 1:05, 12,346 images/s, best of epoch 3 by validation (70.00 % of 10)
            Weights 0123abcd
            """;

    @Test
    void theTestReportIsFollowedByTheTraining() {
        Report report = Samples.report(Optional.of(Samples.evaluation()), Optional.of(Samples.evaluation()));
        assertEquals(EvaluationText.of("Test", Samples.evaluation()) + "\n" + SUMMARY + "Files: runs/a\\nb\n",
                TrainingText.of(report, Path.of("runs", "a\nb")));
    }

    @Test
    void withoutATestTheValidationIsShown() {
        Report report = Samples.report(Optional.of(Samples.evaluation()), Optional.empty());
        assertTrue(TrainingText.of(report, Path.of("runs")).startsWith("Validation accuracy 70.00 % "));
    }

    @Test
    void whereNothingWasMeasuredOnlyTheTrainingIsTold() {
        assertEquals("""

                Network 784-16-3, 12,611 parameters; preset fast, seed 7, threads 2, BLAS kernel Haswell
                Trained 4 epochs in 1:05, 12,346 images/s
                Weights 0123abcd
                Files: runs
                """, TrainingText.of(Samples.report(Optional.empty(), Optional.empty()), Path.of("runs")));
    }
}
