package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
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
}
