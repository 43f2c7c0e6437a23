package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import nn.checkpoint.Checkpoint;
import nn.eval.Evaluation;
import nn.json.Json;
import nn.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images that files hold otherwise than MNIST's. In MNIST's form they train the same network. */
class ImageFormTest {

    private static final int HEADER = 16;
    private static final int SIDE = SmallMnist.SIDE;

    @TempDir
    private Path scratch;

    /** Small MNIST with each image changed. */
    private Path changed(UnaryOperator<byte[]> change) throws IOException {
        Path data = SmallMnist.raw(scratch.resolve("data"));
        for (String name : new String[] {"train-images-idx3-ubyte", "t10k-images-idx3-ubyte"}) {
            byte[] file = Files.readAllBytes(data.resolve(name));
            byte[] image = new byte[SIDE * SIDE];
            for (int at = HEADER; at < file.length; at += image.length) {
                System.arraycopy(file, at, image, 0, image.length);
                System.arraycopy(change.apply(image), 0, file, at, image.length);
            }
            Files.write(data.resolve(name), file);
        }
        return data;
    }

    private static byte[] inverted(byte[] image) {
        byte[] inverted = new byte[image.length];
        for (int i = 0; i < image.length; i++) {
            inverted[i] = (byte) (255 - (image[i] & 0xff));
        }
        return inverted;
    }

    private static byte[] transposed(byte[] image) {
        byte[] transposed = new byte[image.length];
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                transposed[column * SIDE + row] = image[row * SIDE + column];
            }
        }
        return transposed;
    }

    private void assertLearnsAsMnist(Path data, Object... flags) {
        Path plain = scratch.resolve("plain");
        Path run = scratch.resolve("run");
        assertFalse(Trainings.train(plain, "--force").err().contains("warning"));
        Object[] words = new Object[flags.length + 3];
        words[0] = "--data";
        words[1] = data;
        words[2] = "--force";
        System.arraycopy(flags, 0, words, 3, flags.length);
        Cli.Result trained = Trainings.train(run, words);
        trained.printed();
        assertFalse(trained.err().contains("warning"), trained::err);
        assertEquals(Trainings.weights(plain), Trainings.weights(run));
        assertEquals(Trainings.report(plain).test(), Trainings.report(run).test());
        assertEquals(
                Trainings.report(run).test(),
                Trainings.eval(run.resolve("model.safetensors"), data).test(),
                "the model keeps the form");
        Path again = scratch.resolve("again");
        Cli.run("train", "--config", run.resolve("config.json"), "--out", again, "--force")
                .printed();
        assertEquals(Trainings.weights(run), Trainings.weights(again));
    }

    @Test
    void darkInkIsSaidAndConverted() throws IOException {
        Path data = changed(ImageFormTest::inverted);
        Cli.Result warned = Trainings.train(scratch.resolve("warned"), "--data", data);
        assertTrue(
                warned.err()
                        .contains("nn: warning: " + data
                                + ": the images look like dark ink on light paper; if they are: --data-ink dark\n"),
                warned::err);
        assertLearnsAsMnist(data, "--data-ink", "auto");
        assertLearnsAsMnist(data, "--data-ink", "dark");
    }

    @Test
    void exchangedRowsAndColumnsAreSaidAndExchanged() throws IOException {
        Path data = changed(ImageFormTest::transposed);
        Cli.Result warned = Trainings.train(scratch.resolve("warned"), "--data", data);
        assertTrue(
                warned.err().contains("as if rows and columns were exchanged; if they are: --transpose\n"),
                warned::err);
        assertLearnsAsMnist(data, "--transpose");
    }

    @Test
    void fewGrayLevelsAreScaled() throws IOException {
        Path data = changed(image -> {
            byte[] few = new byte[image.length];
            for (int i = 0; i < few.length; i++) {
                few[i] = (byte) ((image[i] & 0xff) / 16);
            }
            return few;
        });
        Path run = scratch.resolve("run");
        Cli.Result trained = Trainings.train(run, "--data", data);
        assertTrue(trained.err().contains(": the largest pixel is 15, so it is scaled to 255\n"), trained::err);
        assertEquals(
                Trainings.report(run).test(),
                Trainings.eval(run.resolve("model.safetensors"), data).test());
    }

    /** The model's form is for its own data, not for the MNIST that comes with nn. */
    @Test
    void evalTakesTheFormOfTheDataThatItReads() throws IOException {
        Path data = changed(ImageFormTest::inverted);
        Path plain = scratch.resolve("plain");
        Path dark = scratch.resolve("dark");
        Trainings.train(plain).printed();
        Trainings.train(dark, "--data", data, "--data-ink", "dark").printed();
        Path model = plain.resolve("model.safetensors");
        Path darkModel = dark.resolve("model.safetensors");
        assertEquals(eval(model), eval(darkModel));
        assertEquals(
                eval(model, "--data", data, "--data-ink", "dark"),
                eval(darkModel, "--data", SmallMnist.raw(), "--data-ink", "light"));
        Cli.Result wrong = Cli.run("eval", "--model", darkModel, "--data", SmallMnist.raw());
        assertTrue(wrong.err().contains("light ink on dark paper; if they are: --data-ink light\n"), wrong::err);
    }

    private static Evaluation eval(Path model, Object... flags) {
        Cli.Result result = Cli.run(AllFlags.words("eval --json --model", model, flags));
        assertFalse(result.err().contains("warning"), result::err);
        return Json.parse(result.printed(), Report.class).test().orElseThrow();
    }

    @Test
    void showDrawsTheImagesAsATrainingReadsThem() throws IOException {
        Path data = changed(image -> transposed(inverted(image)));
        String mnist = Cli.run("data", "show", "--data", SmallMnist.raw()).printed();
        Cli.Result shown = Cli.run("data", "show", "--data", data);
        assertNotEquals(mnist, shown.printed());
        assertTrue(shown.err().contains("--data-ink dark"), shown::err);
        assertEquals("", Cli.run("data", "show", "--data", data, "-q").err());
        assertEquals(
                new Cli.Result(0, mnist, ""),
                Cli.run("data", "show", "--data", data, "--data-ink", "dark", "--transpose"));
    }

    @Test
    void theDetectorLearnsFromTheSameDigits() throws IOException {
        Path data = changed(image -> transposed(inverted(image)));
        Path run = scratch.resolve("run");
        Trainings.train(run).printed();
        assertEquals(detector(run, SmallMnist.raw()), detector(run, data, "--data-ink", "dark", "--transpose"));
    }

    private String detector(Path run, Path data, Object... flags) {
        Path out = scratch.resolve("detector");
        Cli.run(AllFlags.words(
                        "detector --size small --data", data, "--out", out, run.resolve("model.safetensors"), flags))
                .printed();
        return Checkpoint.read(out).detectorDigest().orElseThrow();
    }
}
