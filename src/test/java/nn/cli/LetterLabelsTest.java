package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nn.checkpoint.Checkpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Labels that are not 0 to 9, such as EMNIST's 1 to 26. */
class LetterLabelsTest {

    private static final int HEADER = 8;

    @TempDir
    private Path scratch;

    /** Small MNIST with each label moved by a number. */
    private Path relabeled(int by) throws IOException {
        Path data = SmallMnist.raw(scratch.resolve("data"));
        for (String name : new String[] {"train-labels-idx1-ubyte", "t10k-labels-idx1-ubyte"}) {
            byte[] labels = Files.readAllBytes(data.resolve(name));
            for (int i = HEADER; i < labels.length; i++) {
                labels[i] += (byte) by;
            }
            Files.write(data.resolve(name), labels);
        }
        return data;
    }

    @Test
    void theModelNamesItsClassesByTheLabels() throws IOException {
        Path data = relabeled(11);
        Path run = scratch.resolve("run");
        Cli.run("data", "verify", "--data", data).printed();
        String trained = Trainings.train(run, "--data", data).printed();
        Path model = run.resolve("model.safetensors");
        assertEquals(
                "[11, 12, 13, 14, 15, 16, 17, 18, 19, 20]",
                Checkpoint.read(model).classifier().classNames().toString());
        assertTrue(trained.contains("\n   20  "), trained);
        String listed = Cli.run("data", "list", "--data", data).printed();
        assertTrue(listed.contains("\n   20 ") && !listed.contains("\n    0 "), listed);
        assertEquals(Trainings.report(run).test(), Trainings.eval(model, data).test(), "eval reads the same labels");
        Cli.run("eval", "--model", model, "--data", SmallMnist.raw()).refuses(4, "not all of the 10");
    }

    @Test
    void verifyRefusesTheLabelsThatATrainingRefuses() throws IOException {
        Path data = relabeled(0);
        byte[] labels = Files.readAllBytes(data.resolve("t10k-labels-idx1-ubyte"));
        labels[HEADER] = 77;
        Files.write(data.resolve("t10k-labels-idx1-ubyte"), labels);
        Cli.Result verified = Cli.run("data", "verify", "--data", data);
        assertEquals(3, verified.exitCode());
        verified.lastLineNames("label 77 at index 0, but no training image has this label");
        assertEquals(3, Trainings.train(scratch.resolve("run"), "--data", data).exitCode());
    }
}
