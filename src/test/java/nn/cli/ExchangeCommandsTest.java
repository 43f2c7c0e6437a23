package nn.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models go out and come in by the command line. */
class ExchangeCommandsTest extends PicturesAndModel {

    private static final Path SAMPLES = Path.of("src", "test", "resources", "nn", "exchange");

    @ParameterizedTest
    @ValueSource(strings = {"model.onnx", "model.npz"})
    void aModelThatComesBackReadsPicturesAsBefore(String name) {
        Path file = scratch.resolve(name);
        Path back = scratch.resolve("back.safetensors");
        Cli.run("export", model, "--to", file).printed();
        Cli.run("import", file, "--out", back).printed();
        String before = predict(directory.resolve("p00.png"), directory.resolve("p01.png"), "-q")
                .printed();
        String after = Cli.run(
                        "predict", "--model", back, directory.resolve("p00.png"), directory.resolve("p01.png"), "-q")
                .printed();
        assertEquals(before, after);
    }

    @Test
    void anImportedModelIsMeasuredAndInspectedLikeAnyOther() throws IOException {
        Path file = scratch.resolve("model.npz");
        Path back = scratch.resolve("back.safetensors");
        Cli.run("export", model, "--to", file).printed();
        Cli.run("import", file, "--out", back, "--data", SmallMnist.raw()).printed();
        assertEquals(
                Cli.run("eval", "--json", "--model", model, "--data", SmallMnist.raw())
                        .json()
                        .get("test")
                        .get("confusion"),
                Cli.run("eval", "--json", "--model", back, "--data", SmallMnist.raw())
                        .json()
                        .get("test")
                        .get("confusion"));
        String text =
                Cli.run("eval", "--model", back, "--data", SmallMnist.raw()).printed();
        assertTrue(text.contains("Network 784-32-10, 25,450 parameters, trained by another program\nWeights "), text);
        Path page = scratch.resolve("page.html");
        Cli.run("eval", "-q", "--model", back, "--data", SmallMnist.raw(), "--report", page)
                .printed();
        String html = Files.readString(page);
        assertTrue(html.contains("with 25,450 parameters was trained by another program. It is right on "), html);
        assertFalse(html.contains("learningRate"), html);
        assertEquals(
                "model.npz",
                Cli.run("inspect", "--json", back)
                        .json()
                        .get("provenance")
                        .get("importedFrom")
                        .asText());
    }

    @Test
    void theModelThatIsReadIsNeverReplaced() throws IOException {
        Path named = Files.copy(model, scratch.resolve("model.npz"));
        Path link = Files.createSymbolicLink(scratch.resolve("link.npz"), named);
        byte[] before = Files.readAllBytes(named);
        Cli.run("export", named, "--to", named).refuses(2, "--to is the file that is read; choose another name");
        Cli.run("export", named, "--to", link).refuses(2, "--to is the file that is read; choose another name");
        assertArrayEquals(before, Files.readAllBytes(named));
    }

    @Test
    void aCommitteeIsOnlyForOnnx() {
        Path committee = FixedOutputs.model(scratch.resolve("committee"), 1, 0.3, 2);
        Cli.run("export", committee, "--to", scratch.resolve("c.npz"))
                .refuses(
                        4,
                        "nn: " + committee
                                + ": is a committee of 2 networks, which weights alone cannot express; export it as .onnx");
        Cli.run("export", committee, "--to", scratch.resolve("c.onnx")).printed();
    }

    @Test
    void whatCannotBeReadOrWrittenIsOneLineAndAnExitCode() throws IOException {
        Path missing = scratch.resolve("missing.npz");
        Cli.run("export", missing, "--to", scratch.resolve("x.npz")).refuses(4, "nn: " + missing, "; ");
        Cli.run("export", model, "--to", scratch.resolve("none/x.npz")).refuses(7, "directory does not exist", "; ");
        Cli.run("import", missing, "--out", scratch.resolve("x")).refuses(4, "nn: " + missing, "; ");
        Path pickle = Files.write(scratch.resolve("net.pt"), new byte[] {'P', 'K', 3, 4});
        Cli.run("import", pickle, "--out", scratch.resolve("x"))
                .refuses(
                        4,
                        "nn: " + pickle
                                + ": is no file of weights that nn reads; save them as .npz, .onnx or .safetensors");
        Cli.run("import", model, "--out", scratch.resolve("x"))
                .refuses(4, "nn: " + model + ": is a model of nn already; use it as it is");
        Cli.run(
                        "import",
                        SAMPLES.resolve("numpy.npz"),
                        "--activation",
                        "tanh",
                        "--data",
                        missing,
                        "--out",
                        scratch.resolve("x"))
                .refuses(3, "nn: " + missing, "; ");
        assertTrue(Files.notExists(scratch.resolve("x")));
    }
}
