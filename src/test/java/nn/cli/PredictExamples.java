package nn.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import nn.image.GrayPng;
import nn.report.DigitDrawing;

/** What each flag of {@code nn predict} changes. */
final class PredictExamples extends Examples {

    private static final int SIDE = SmallMnist.SIDE;

    private final Path scratch;
    private final Path model;
    private final Path picture;
    private int saved;

    /**
     * @param model a model of MNIST's images, with one hidden layer of 32
     * @param directory a directory of MNIST's test images as pictures
     */
    PredictExamples(Path scratch, Path model, Path directory) throws IOException {
        super("predict");
        this.scratch = scratch;
        this.model = model;
        picture = directory.resolve("p00.png");
        flag("--model", () -> {
            JsonNode shipped = json("--model", Installation.model(), "--json", picture);
            JsonNode own = json("--model", model, "--json", picture);
            differsOnlyIn(List.of("model", "predictions"), shipped, own);
            assertEquals(model.toString(), own.get("model").asText());
            differsOnlyIn(
                    List.of("probability", "probabilities", "digitProbability"),
                    shipped.at("/predictions/0"),
                    own.at("/predictions/0"));
        });
        flag("--top", () -> {
            String three = predict("--top 3", picture).printed();
            String runnersUp = "(  [0-9] +[0-9.]+ %){2}";
            assertTrue(three.matches("[0-9] +[0-9.]+ %" + runnersUp + "  .*\n"), three);
            assertEquals(predict(picture).printed(), three.replaceFirst("%" + runnersUp, "%"));
        });
        flag("--invert", this::invertDecidesWhatIsInk);
        flag("--raw", this::rawLeavesADigitWhereItIs);
        flag("--show", () -> {
            String drawn = DigitDrawing.of(SmallMnist.testPixels(0), SIDE, SIDE, false);
            assertEquals(
                    drawn + predict(picture).printed(),
                    predict("--show", picture).printed());
        });
        flag("--save-prepared", () -> {
            Path prepared = scratch.resolve("prepared");
            assertEquals(predict(picture), predict("--save-prepared", prepared, picture));
            assertEquals(List.of("0001-p00.png"), CommandsTest.contents(prepared));
        });
        flag("--json", () -> {
            JsonNode answer = json("--model", model, "--json", picture).at("/predictions/0");
            assertEquals(
                    predict(picture).printed(),
                    "%d  %5.1f %%  %s%n"
                            .formatted(
                                    answer.get("digit").asInt(),
                                    100 * answer.get("probability").asDouble(),
                                    answer.get("file").asText()));
        });
        flag("--csv", () -> {
            JsonNode answer = json("--model", model, "--json", picture).at("/predictions/0");
            assertEquals(
                    "file,digit,probability,error,warnings\n%s,%d,%.6f,,\n"
                            .formatted(
                                    picture,
                                    answer.get("digit").asInt(),
                                    answer.get("probability").asDouble()),
                    predict("--csv", picture).printed());
        });
        flag("--threads", () -> assertEquals(predict("--threads 1", directory), predict("--threads 3", directory)));
        quiet("several digits", "--model", model, pair());
        verbose(List.of(": score ", "network 784-32-10, 1 picture,"), "--model", model, picture);
        stacktrace("--model", scratch.resolve("missing"), picture);
    }

    private Cli.Result predict(Object... words) {
        return run("--model", model, words);
    }

    /** What the network sees of a picture: 0 paper to 255 ink. */
    private byte[] prepared(Path file, String flags) throws IOException {
        Path directory = scratch.resolve("seen" + saved++);
        predict("-q", flags, "--save-prepared", directory, file).printed();
        byte[] pixels = new byte[SIDE * SIDE];
        ImageIO.read(directory.resolve("0001-" + file.getFileName()).toFile())
                .getRaster()
                .getDataElements(0, 0, SIDE, SIDE, pixels);
        return pixels;
    }

    /** The inverted polarity differs from the one that {@code auto} finds. */
    private void invertDecidesWhatIsInk() throws IOException {
        byte[] digit = SmallMnist.testPixels(0);
        byte[] inverse = inverted(digit);
        Path light = Files.write(scratch.resolve("light.png"), GrayPng.encode(digit, SIDE, SIDE));
        assertArrayEquals(digit, prepared(picture, "--raw"));
        assertArrayEquals(digit, prepared(picture, "--raw --invert auto"));
        assertArrayEquals(digit, prepared(picture, "--raw --invert NO"));
        assertArrayEquals(inverse, prepared(picture, "--raw --invert yes"));
        assertArrayEquals(digit, prepared(light, "--raw"));
        assertArrayEquals(digit, prepared(light, "--raw --invert YES"));
        assertArrayEquals(inverse, prepared(light, "--raw --invert no"));
        // Without --raw, something is looked for in the paper.
        assertNotEquals(predict(picture).out(), predict("--invert yes", picture).out());
        assertNotEquals(predict(light).out(), predict("--invert no", light).out());
        assertArrayEquals(digit, prepared(picture, "--invert no"));
        assertArrayEquals(digit, prepared(light, "--invert yes"));
    }

    private void rawLeavesADigitWhereItIs() throws IOException {
        byte[] digit = SmallMnist.testPixels(0);
        byte[] above = new byte[SIDE * SIDE];
        System.arraycopy(digit, 5 * SIDE, above, 0, 23 * SIDE);
        Path file = Files.write(scratch.resolve("above.png"), GrayPng.encode(inverted(above), SIDE, SIDE));
        assertArrayEquals(above, prepared(file, "--raw"));
        byte[] centered = prepared(file, "");
        assertEquals(0, ink(centered, 0, 4), "there is a margin of 4");
        assertTrue(ink(above, 0, 4) > 0 && ink(centered, 4, 24) > 0, "it was in the margin, and is centered");
    }

    private static int ink(byte[] pixels, int fromRow, int toRow) {
        int ink = 0;
        for (int i = fromRow * SIDE; i < toRow * SIDE; i++) {
            ink += pixels[i] & 0xff;
        }
        return ink;
    }

    private static byte[] inverted(byte[] pixels) {
        byte[] inverted = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            inverted[i] = (byte) ~pixels[i];
        }
        return inverted;
    }

    /** Two digits in one picture. */
    private Path pair() throws IOException {
        byte[] pair = new byte[SIDE * 80];
        Arrays.fill(pair, (byte) 255);
        for (int i = 0; i < SIDE * SIDE; i++) {
            pair[i / SIDE * 80 + i % SIDE + 5] = (byte) ~SmallMnist.testPixels(0)[i];
            pair[i / SIDE * 80 + i % SIDE + 45] = (byte) ~SmallMnist.testPixels(2)[i];
        }
        return Files.write(scratch.resolve("pair.png"), GrayPng.encode(pair, SIDE, 80));
    }
}
