package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import nn.checkpoint.Checkpoint;
import nn.eval.Metrics;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The test files are read last. If they are damaged, the result of hours of training must not be lost. */
class DamagedTestFilesTest {

    @TempDir
    private Path scratch;

    @ParameterizedTest
    @MethodSource("nn.cli.RuinedRun#all")
    void theModelIsWholeAndCalibratedAllTheSame(RuinedRun sound) throws IOException {
        Path data = SmallMnist.raw(scratch.resolve("data"));
        Path labels = data.resolve("t10k-labels-idx1-ubyte");
        byte[] bytes = Files.readAllBytes(labels);
        Files.write(labels, new byte[1]);
        Path run = scratch.resolve("run");
        Cli.Result result = Trainings.train(
                run,
                Stream.concat(sound.flags().stream(), Stream.of("--data", data)).toArray());
        assertEquals(3, result.exitCode(), result::toString);
        result.lastLineNames("nn: " + labels + ": ");
        assertFalse(Files.exists(run.resolve("report.json")));

        Checkpoint model = Checkpoint.read(run.resolve("model.safetensors"));
        Checkpoint whole = Checkpoint.read(sound.model());
        assertEquals(whole.weightsDigest(), model.weightsDigest());
        assertEquals(whole.classifier().temperature(), model.classifier().temperature());
        assertEquals(whole.provenance().validation(), model.provenance().validation());
        assertEquals(Metrics.NONE, model.provenance().test());

        Files.write(labels, bytes);
        Cli.run("train", "--resume", run).printed();
        assertEquals(sound.report().test(), Trainings.report(run).test());
    }
}
