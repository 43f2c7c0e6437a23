package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network without hidden layers. */
class SoftmaxRegressionTest {

    @TempDir
    private Path scratch;

    private String trained(Object hidden) {
        Path run = scratch.resolve(hidden.toString());
        Trainings.train(run, "--hidden", hidden, "--epochs", 1).printed();
        return Trainings.weights(run);
    }

    @Test
    void noneAndZeroMeanNoHiddenLayer() {
        assertEquals(trained("none"), trained(0));
        String text =
                Cli.run("inspect", scratch.resolve("none/model.safetensors")).printed();
        assertTrue(text.contains("\nNetwork:     784-10, identity\nParameters:  7,850\n"), text);
    }

    @Test
    void zeroAmongOtherSizesIsRefused() {
        Cli.run("train", "--hidden", "5,0").refuses(2, "--hidden is 0; it must be layer sizes from 1 to 1048576");
        Cli.run("train", "--hidden", "some").refuses(2, "--hidden is 'some'; ", "1 to 1048576 each, or none;");
    }

    @Test
    void theOtherCommandsTakeItToo() {
        Cli.run("lesson", "gradient-check", "--hidden", "none", "-q").printed();
        String text =
                Cli.run("bench", "gemm", "--hidden", "none", "--rounds", 1).printed();
        assertTrue(text.startsWith("Products of a training step of 784-10, "), text);
    }
}
