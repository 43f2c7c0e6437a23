package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nn.PlainEvaluation;
import nn.checkpoint.Checkpoint;
import nn.data.DataSet;
import nn.eval.Evaluation;
import nn.eval.Metrics;
import nn.json.Json;
import nn.model.Parameters;
import nn.report.Report;
import nn.train.MemberResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The images that each figure of {@code report.json} and {@code history.csv} is measured on. For validation see
 * ValidationSplitTest.
 */
class ReportFiguresTest {

    @TempDir
    private Path scratch;

    /** Also after a refit, and with any limit on the training images. */
    @ParameterizedTest
    @MethodSource("nn.cli.RuinedRun#all")
    void testIsTheSavedModelOnAllTestImages(RuinedRun run) {
        Optional<Evaluation> test = run.report().test();
        assertEquals(SmallMnist.TEST, test.orElseThrow().count());
        assertEquals(Trainings.eval(run.model(), SmallMnist.raw()).test(), test);
        PlainEvaluation expected =
                new PlainEvaluation(Checkpoint.readClassifier(run.model()).members(), SmallMnist.test());
        assertEquals(expected.errors(), test.orElseThrow().errors());
        assertEquals(expected.loss(), test.orElseThrow().loss(), 1e-6);
        assertEquals(
                Metrics.of(test.orElseThrow()),
                Checkpoint.read(run.model()).provenance().test());
    }

    /** Even damaged test files do no harm then. */
    @Test
    void withoutATestItsFilesAreNotRead() throws IOException {
        Path data = SmallMnist.raw(scratch.resolve("data"));
        Files.write(data.resolve("t10k-labels-idx1-ubyte"), new byte[1]);
        Path run = scratch.resolve("run");
        Trainings.train(run, "--data", data, "--epochs", 1, "--no-test").printed();
        assertTrue(Trainings.report(run).test().isEmpty());
        assertEquals(
                Metrics.NONE,
                Checkpoint.read(run.resolve("model.safetensors")).provenance().test());
    }

    @Test
    void trainIsTheWholeTrainingFileAndIsLeftToEval() {
        RuinedRun run = RuinedRun.committee();
        assertTrue(run.report().train().isEmpty());
        Report report = Json.parse(
                Cli.run("eval", "--model", run.model(), "--data", SmallMnist.raw(), "--split", "train", "--json")
                        .printed(),
                Report.class);
        Path all = SmallMnist.asTest(scratch.resolve("all"), SmallMnist.train(0, SmallMnist.TRAIN));
        assertEquals(Trainings.eval(run.model(), all).test(), report.train());
        assertTrue(report.test().isEmpty() && report.validation().isEmpty());
    }

    /** With a tiny learning rate, all epochs have the same weights. */
    @Test
    void theLossOfAnEpochIsTheMeanOverTheImagesThatAreTrainedOn() {
        Path run = scratch.resolve("run");
        Trainings.train(
                        run,
                        "--learning-rate",
                        1e-30,
                        "--dropout",
                        0,
                        "--label-smoothing",
                        0,
                        "--limit",
                        900,
                        "--refit")
                .printed();
        List<HistoryRow> epochs = HistoryRow.of(run);
        assertEquals(3, epochs.size(), "two epochs, and of them one for the refit");
        List<Parameters> model =
                Checkpoint.readClassifier(run.resolve("model.safetensors")).members();
        DataSet used = Trainings.config(run).training().usedExamples(SmallMnist.train(0, SmallMnist.TRAIN));
        for (HistoryRow epoch : epochs) {
            PlainEvaluation expected = new PlainEvaluation(model, used.range(0, epoch.refit() ? 900 : 750));
            assertEquals(expected.loss(), epoch.loss(), 1e-6);
        }
        assertNotEquals(epochs.get(0).loss(), epochs.get(2).loss(), 1e-4);
    }

    @Test
    void aMemberIsMeasuredAloneInItsBestEpoch() {
        RuinedRun run = RuinedRun.committee();
        List<MemberResult> members = run.report().members();
        assertEquals(2, members.size());
        for (int i = 0; i < members.size(); i++) {
            List<HistoryRow> epochs = run.history(i + 1, false);
            HistoryRow best = HistoryRow.best(epochs);
            assertEquals(
                    List.of(
                            i + 1L,
                            epochs.size(),
                            best.epoch(),
                            run.validation().size(),
                            best.validationErrors()),
                    List.of(
                            members.get(i).seed(),
                            members.get(i).epochs(),
                            members.get(i).bestEpoch(),
                            members.get(i).validation().count(),
                            members.get(i).validation().errors()));
            assertEquals(best.validationLoss(), members.get(i).validation().loss(), 1e-6);
        }
    }

    /** In all epochs of all networks of the model, without a refit that is not in it. */
    @ParameterizedTest
    @MethodSource("nn.cli.RuinedRun#all")
    void theSpeedCountsEachTrainedImage(RuinedRun run) {
        Report report = run.report();
        long images = HistoryRow.of(run.directory()).stream()
                .filter(epoch -> report.refit() || !epoch.refit())
                .mapToLong(epoch -> epoch.refit() ? 900 : run.training().size())
                .sum();
        assertEquals(images, report.imagesPerSecond() * report.seconds(), 1e-6 * images);
        assertEquals(RuinedRun.EPOCHS, report.epochs());
    }
}
