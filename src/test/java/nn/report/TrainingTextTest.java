package nn.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nn.eval.Metrics;
import nn.train.MemberResult;
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
        assertEquals(
                EvaluationText.of("Test", Samples.evaluation(), Samples.PLAIN) + "\n" + SUMMARY + "Files: runs/a\\nb\n",
                TrainingText.of(report, Path.of("runs", "a\nb"), Samples.PLAIN));
    }

    @Test
    void withoutATestTheValidationIsShown() {
        Report report = Samples.report(Optional.of(Samples.evaluation()), Optional.empty());
        assertTrue(TrainingText.of(report, Path.of("runs"), Samples.PLAIN).startsWith("Validation accuracy 70.00 % "));
    }

    private static Report limited(double seconds, int plannedEpochs, double stepShare) {
        Report report = Samples.report(Optional.empty(), Optional.empty());
        return new Report(
                report.architecture(),
                report.parameters(),
                report.preset(),
                report.seed(),
                report.threads(),
                report.epochs(),
                report.bestEpoch(),
                report.temperature(),
                report.validation(),
                report.test(),
                report.train(),
                report.seconds(),
                report.imagesPerSecond(),
                report.blasKernel(),
                report.weightsDigest(),
                report.members(),
                report.refit(),
                seconds,
                plannedEpochs,
                stepShare,
                Optional.empty(),
                Optional.empty());
    }

    private static String summary(boolean refit, int bestEpoch, MemberResult... members) {
        Report report = Samples.report(Optional.of(Samples.evaluation()), Optional.empty());
        return TrainingText.summary(new Report(
                report.architecture(),
                report.parameters(),
                report.preset(),
                report.seed(),
                report.threads(),
                report.epochs(),
                bestEpoch,
                report.temperature(),
                report.validation(),
                report.test(),
                report.train(),
                report.seconds(),
                report.imagesPerSecond(),
                report.blasKernel(),
                report.weightsDigest(),
                List.of(members),
                refit,
                0,
                0,
                1,
                Optional.empty(),
                Optional.empty()));
    }

    @Test
    void aRefitTellsForHowLongAndOfWhatValidationSpeaks() {
        assertEquals("""
                Network 784-16-3, 12,611 parameters; preset fast, seed 7, threads 2, BLAS kernel Haswell
                Trained 4 epochs and once more, 1:05 in all, 12,346 images/s, best of epoch 1 by validation (70.00 % of 10)
                The model was then trained on all examples for 1 epoch; validation measured the model before
                Weights 0123abcd
                """, summary(true, 1));
    }

    @Test
    void aCommitteeTellsOfEachNetworkAndOfAll() {
        MemberResult first = new MemberResult(7, 1, 1, 5, new Metrics(10, 4, 0.9));
        MemberResult second = new MemberResult(8, 4, 3, 60, new Metrics(10, 3, 0.8));
        assertEquals("""
                Committee of 2 networks 784-16-3, 12,611 parameters; preset fast, seed 7, threads 2, BLAS kernel Haswell
                  seed 7: 1 epoch in 5.0 s, best of epoch 1 by validation (60.00 % of 10)
                  seed 8: 4 epochs in 1:00, best of epoch 3 by validation (70.00 % of 10)
                Trained up to 4 epochs each, 1:05 in all, 12,346 images/s, each network's best by validation (together 70.00 % of 10)
                Weights 0123abcd
                """, summary(false, 3, first, second));
        assertTrue(summary(true, 3, second, second).contains("""
                Trained 4 epochs each and once more, 1:05 in all, 12,346 images/s, each network's best by validation (together 70.00 % of 10)
                The networks were then trained on all examples, each for its best number of epochs; validation measured the networks before
                """));
    }

    @Test
    void aTrainingThatTheTimeEndedTellsWhere() {
        assertTrue(TrainingText.summary(limited(90, 25, 0.1234))
                .contains("\nTime limit 1:30: ended in epoch 4 of 25, after 12.34 % of "
                        + "the planned steps; the same command may give other weights\n"));
        assertTrue(TrainingText.summary(limited(90, 0, 1))
                .contains("\nTime limit 1:30: the same command may give other weights\n"));
    }

    @Test
    void whereNothingWasMeasuredOnlyTheTrainingIsTold() {
        assertEquals(
                """
                Network 784-16-3, 12,611 parameters; preset fast, seed 7, threads 2, BLAS kernel Haswell
                Trained 4 epochs in 1:05, 12,346 images/s
                Weights 0123abcd
                Files: runs
                """,
                TrainingText.of(Samples.report(Optional.empty(), Optional.empty()), Path.of("runs"), Samples.PLAIN));
    }
}
