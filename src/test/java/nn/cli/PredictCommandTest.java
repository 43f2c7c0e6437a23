package nn.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import nn.image.GrayPng;
import org.junit.jupiter.api.Test;

/** {@code nn predict}: its answers. */
class PredictCommandTest extends PicturesAndModel {

    @Test
    void aPictureIsOneLineOfDigitProbabilityAndName() {
        Cli.Result result = predict(picture(0));
        assertTrue(
                result.printed()
                        .matches(SmallMnist.testLabel(0) + "  [ 1][0-9 ][0-9]\\.[0-9] %  \\Q" + picture(0) + "\\E\n"),
                result::out);
        assertEquals("", result.err());
    }

    @Test
    void theDigitsAreMostlyRight() {
        List<String> lines = predict(directory).printed().lines().toList();
        assertEquals(PICTURES, lines.size());
        long right = IntStream.range(0, PICTURES)
                .filter(i -> lines.get(i).startsWith(SmallMnist.testLabel(i) + " "))
                .count();
        assertTrue(right >= PICTURES - 3, () -> right + " right of " + lines);
    }

    @Test
    void theAnswerDoesNotDependOnCompanyAndThreads() {
        String alone = predict(picture(4)).printed();
        assertTrue(predict("--threads", 3, directory).printed().contains(alone));
        assertEquals(
                predict("--threads", 3, directory).printed(),
                predict("--threads", 1, directory).printed());
    }

    @Test
    void anUnknownOptionIsSaidAlsoWithoutAPicture() {
        predict("--foo").refuses(2, "there is no option '--foo'", "see 'nn predict --help'");
        predict("--jsn").refuses(2, "there is no option '--jsn'", "did you mean --json?");
        predict("-foo.png").refuses(2, "there is no option '-foo.png'; if it is a file, write ./-foo.png; see ");
        predict().refuses(2, "nn: no IMAGE given; ");
    }

    @Test
    void csvHasNoRunnersUp() {
        predict("--csv", "--top", 2, picture(0)).refuses(2, "--csv", "--top", "--json");
        assertEquals(
                predict("--csv", picture(0)).printed(),
                predict("--csv", "--top", 1, picture(0)).printed());
    }

    @Test
    void aModelWithoutANameIsRefused() {
        Cli.run("predict", "--model", "", picture(0))
                .refuses(2, "nn: --model is ''; it must be the name of a file or directory; ");
        Cli.run("eval", "--model", "").refuses(2, "nn: --model is ''; it must be the name of a file or directory; ");
    }

    @Test
    void topShowsTheNextProbableDigits() {
        String line = predict("--top", 3, picture(0)).printed();
        assertTrue(line.matches("[0-9]  +[0-9.]+ %(  [0-9]  +[0-9.]+ %){2}  \\Q" + picture(0) + "\\E\n"), line);
        assertEquals(10, predict("--top", 50, picture(0)).printed().split(" %").length - 1);
    }

    @Test
    void jsonHasAnEntryForEveryInputInOrder() throws IOException {
        Path bad = Files.writeString(scratch.resolve("bad.png"), "text");
        Cli.Result result = predict("--json", picture(0), bad, picture(1));
        assertEquals(3, result.exitCode());
        assertEquals("", result.err());
        JsonNode document = result.json();
        assertEquals(model.toString(), document.get("model").asText());
        JsonNode predictions = document.get("predictions");
        assertEquals(
                List.of(picture(0).toString(), bad.toString(), picture(1).toString()),
                predictions.findValuesAsText("file"));
        JsonNode good = predictions.get(0);
        assertEquals(
                List.of("file", "digit", "probability", "probabilities", "digitProbability", "candidate", "warnings"),
                keys(good));
        assertEquals(SmallMnist.testLabel(0), good.get("digit").asInt());
        double sum = 0;
        for (JsonNode probability : good.get("probabilities")) {
            sum += probability.asDouble();
        }
        assertEquals(10, good.get("probabilities").size());
        assertEquals(1, sum, 1e-9);
        assertEquals(
                good.get("probability"),
                good.get("probabilities").get(good.get("digit").asInt()));
        JsonNode failed = predictions.get(1);
        assertEquals(List.of("file", "digit", "warnings", "error"), keys(failed));
        assertTrue(failed.get("digit").isNull());
        assertTrue(failed.get("error").asText().startsWith(bad + ": "), result::out);
    }

    @Test
    void csvHasALineForEveryInput() throws IOException {
        Path bad = Files.writeString(scratch.resolve("a \"bad\", one.png"), "text");
        Cli.Result result = predict("--csv", picture(0), bad);
        assertEquals(3, result.exitCode());
        List<String> lines = result.out().lines().toList();
        assertEquals("file,digit,probability,error,warnings", lines.get(0));
        assertTrue(
                lines.get(1).matches("\\Q" + picture(0) + "\\E," + SmallMnist.testLabel(0) + ",[01]\\.[0-9]{6},,.*"),
                lines.get(1));
        assertTrue(lines.get(2).startsWith("\"" + scratch + "/a \"\"bad\"\", one.png\",,,\""), lines.get(2));
        assertEquals(3, lines.size());
    }

    @Test
    void showDrawsWhatTheNetworkSees() {
        List<String> ascii = predict("--show", picture(0)).printed().lines().toList();
        assertEquals(29, ascii.size());
        assertTrue(
                ascii.subList(0, 28).stream().allMatch(line -> line.matches("\\|[ .:=+*#%@-]{56}\\|")),
                ascii::toString);
        List<String> blocks =
                Cli.run(true, command("--show", picture(0))).printed().lines().toList();
        assertEquals(15, blocks.size());
        assertTrue(blocks.subList(0, 14).stream().allMatch(line -> line.matches("│[ ░▀▄█]{28}│")), blocks::toString);
        assertTrue(String.join("", blocks).contains("█"));
    }

    @Test
    void savedPicturesAreWhatTheNetworkSees() throws IOException {
        Path saved = scratch.resolve("a/b");
        predict("--save-prepared", saved, picture(0), picture(1)).printed();
        assertEquals(List.of("0001-p00.png", "0002-p01.png"), CommandsTest.contents(saved));
        var image = ImageIO.read(saved.resolve("0001-p00.png").toFile());
        assertEquals(28, image.getWidth());
        assertEquals(28, image.getHeight());
        byte[] pixels = new byte[28 * 28];
        image.getRaster().getDataElements(0, 0, 28, 28, pixels);
        assertArrayEquals(SmallMnist.testPixels(0), pixels, "MNIST's own image comes through unharmed");
        // The saved picture is light ink on dark paper, and gets the same answer.
        assertEquals(
                predict(picture(0)).printed().substring(0, 12),
                predict(saved.resolve("0001-p00.png")).printed().substring(0, 12));
    }

    @Test
    void aNameOfAnyLengthIsSaved() throws IOException {
        Path longest = Files.copy(picture(0), scratch.resolve("7".repeat(251) + ".png"));
        Path letters = Files.copy(picture(0), scratch.resolve("七".repeat(83) + ".png"));
        Path saved = scratch.resolve("saved");
        predict("--save-prepared", saved, longest, letters).printed();
        assertEquals(
                List.of("0001-" + "7".repeat(200) + ".png", "0002-" + "七".repeat(66) + ".png"),
                CommandsTest.contents(saved));
    }

    @Test
    void aPlaceThatCannotHoldThePicturesIsRefusedBeforeTheWork() throws IOException {
        Path file = Files.writeString(scratch.resolve("file"), "");
        predict("--save-prepared", file, picture(0))
                .refuses(7, "nn: " + file + ": cannot be written: something else has its name; ");
        predict("--save-prepared", file.resolve("below"), picture(0)).refuses(7, "nn: " + file, "; ");
    }

    @Test
    void warningsLeaveTheExitCodeAndAreNotSaidQuietly() throws IOException {
        // Two digits in one picture.
        byte[] pair = new byte[28 * 80];
        Arrays.fill(pair, (byte) 255);
        for (int i = 0; i < 28 * 28; i++) {
            pair[i / 28 * 80 + i % 28 + 5] = (byte) ~SmallMnist.testPixels(0)[i];
            pair[i / 28 * 80 + i % 28 + 45] = (byte) ~SmallMnist.testPixels(2)[i];
        }
        Path file = Files.write(scratch.resolve("pair.png"), GrayPng.encode(pair, 28, 80));
        Cli.Result result = predict(file);
        result.printed();
        assertTrue(result.err().startsWith("nn: warning: " + file + ": several digits"), result::err);
        assertEquals("", predict("--quiet", file).err());
    }

    @Test
    void aModelOfOtherImagesIsRefused() {
        Path run = scratch.resolve("run");
        Trainings.train(run, "--data", SmallMnist.smallerImages(scratch.resolve("data")), "--epochs", 1)
                .printed();
        Path other = run.resolve("model.safetensors");
        Cli.run("predict", "--model", other, picture(0)).refuses(4, "nn: " + other, "20 x 20", "28 x 28", "; ");
    }

    @Test
    void verboseSaysWhatIsUsed() {
        Cli.Result result = predict("--verbose", picture(0));
        result.lastLineNames("784-32-10", "1 picture,");
    }

    private static List<String> keys(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
