package nn.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import nn.image.GrayPng;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code nn predict} with a small model, on test images of MNIST that are saved as pictures. */
class PredictCommandTest {

    private static final int PICTURES = 12;

    @TempDir
    private static Path base;
    private static Path model;
    private static Path directory;

    @TempDir
    private Path scratch;

    @BeforeAll
    static void trainAndWritePictures() throws IOException {
        Trainings.train(base.resolve("run"), "--hidden", 32, "--epochs", 6, "--learning-rate", 0.005, "--no-test").printed();
        model = base.resolve("run/model.safetensors");
        directory = Files.createDirectory(base.resolve("pictures"));
        for (int example = 0; example < PICTURES; example++) {
            Files.write(picture(example), SmallMnist.testPng(example));
        }
        Files.writeString(directory.resolve("notes.txt"), "not a picture");
        Files.createDirectory(directory.resolve("below.png"));
    }

    private static Path picture(int example) {
        return directory.resolve("p%02d.png".formatted(example));
    }

    private static Cli.Result predict(Object... words) {
        return Cli.run(command(words));
    }

    private static Object[] command(Object... words) {
        List<Object> all = new ArrayList<>(List.of("predict", "--model", model));
        all.addAll(List.of(words));
        return all.toArray();
    }

    @Test
    void aPictureIsOneLineOfDigitProbabilityAndName() {
        Cli.Result result = predict(picture(0));
        assertTrue(result.printed().matches(SmallMnist.testLabel(0)
                + "  [ 1][0-9 ][0-9]\\.[0-9] %  \\Q" + picture(0) + "\\E\n"),
                result::out);
        assertEquals("", result.err());
    }

    @Test
    void theDigitsAreMostlyRight() {
        List<String> lines = predict(directory).printed().lines().toList();
        assertEquals(PICTURES, lines.size());
        long right = IntStream.range(0, PICTURES).filter(i -> lines.get(i).startsWith(SmallMnist.testLabel(i) + " ")).count();
        assertTrue(right >= PICTURES - 3, () -> right + " right of " + lines);
    }

    @Test
    void severalPicturesAreAnsweredInTheOrderGiven() {
        String out = predict(picture(3), picture(1), picture(2), picture(1)).printed();
        assertEquals(List.of(picture(3), picture(1), picture(2), picture(1)).toString(), names(out).toString());
    }

    @Test
    void theAnswerDoesNotDependOnCompanyAndThreads() {
        String alone = predict(picture(4)).printed();
        assertTrue(predict("--threads", 3, directory).printed().contains(alone));
        assertEquals(predict("--threads", 3, directory).printed(), predict("--threads", 1, directory).printed());
    }

    @Test
    void aDirectoryStandsForItsPicturesByName() {
        List<String> expected = IntStream.range(0, PICTURES).mapToObj(i -> picture(i).toString()).toList();
        assertEquals(expected, names(predict(directory).printed()));
    }

    @Test
    void aListStandsForThePathsInItsLines() throws IOException {
        Path spaced = Files.copy(picture(0), scratch.resolve("with some  spaces.png"));
        Path list = Files.writeString(scratch.resolve("list.txt"), picture(2) + "\r\n\n" + spaced + "\n" + picture(1));
        assertEquals(List.of(picture(2).toString(), spaced.toString(), picture(1).toString()),
                names(predict("@" + list).printed()));
    }

    @Test
    void aListThatIsNoneIsRefused() throws IOException {
        Path missing = scratch.resolve("missing.txt");
        predict("@" + missing).refuses(3, "nn: " + missing + ": does not exist; ");
        predict("@" + scratch).refuses(3, "nn: " + scratch + ": is no file; ");
        predict("@/dev/zero").refuses(3, "nn: /dev/zero: is no file; ");
        Path binary = Files.write(scratch.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe});
        predict("@" + binary).refuses(3, "nn: " + binary + ": is no UTF-8 text; ");
    }

    @Test
    void aDashIsTheStandardInput() throws IOException {
        String expected = predict(picture(0)).printed().replace(picture(0).toString(), "-");
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(SmallMnist.testPng(0)));
        try {
            assertEquals(expected, predict("-").printed());
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void anEmptyStandardInputIsAnError() {
        InputStream before = System.in;
        System.setIn(InputStream.nullInputStream());
        try {
            predict("-").refuses(3, "nn: standard input: is empty; ");
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void aBadOneAmongGoodOnesIsToldAndTheOthersAreAnswered() throws IOException {
        Path bad = Files.writeString(scratch.resolve("bad.png"), "<html>");
        Path missing = scratch.resolve("missing.png");
        Cli.Result result = predict(picture(0), bad, missing, picture(1));
        assertEquals(3, result.exitCode());
        assertEquals(List.of(picture(0).toString(), picture(1).toString()), names(result.out()));
        assertEquals(2, result.errorLines().size(), result::err);
        assertTrue(result.errorLines().get(0).startsWith("nn: " + bad + ": "), result::err);
        assertTrue(result.errorLines().get(1).startsWith("nn: " + missing + ": does not exist; "), result::err);
    }

    @Test
    void manyBrokenPicturesAreALineEach() throws IOException {
        for (int i = 0; i < 300; i++) {
            Files.write(scratch.resolve(i + ".png"), Arrays.copyOf(SmallMnist.testPng(i % 10), 40 + i % 100));
        }
        Cli.Result result = predict(scratch);
        assertEquals(3, result.exitCode());
        assertEquals("", result.out());
        assertEquals(300, result.errorLines().size());
        assertTrue(result.errorLines().stream().allMatch(line -> line.startsWith("nn: " + scratch)), result::err);
    }

    @Test
    void aDirectoryWithoutPicturesIsAnError() throws IOException {
        Path empty = Files.createDirectory(scratch.resolve("empty"));
        predict(empty).refuses(3, "nn: " + empty + ": no pictures in this directory; name files");
        Files.createDirectory(empty.resolve("below"));
        predict(empty).refuses(3, "nn: " + empty + ": no pictures in this directory; name the directories in it");
    }

    @Test
    void whatHasNoPictureKeepsNoOtherOneFromBeingAnswered() throws IOException {
        Path empty = Files.createDirectory(scratch.resolve("empty"));
        Path list = Files.writeString(scratch.resolve("list.txt"), "\n \n");
        Cli.Result result = predict("-q", empty, picture(0), "@" + list, "@" + list + "x", "", picture(1));
        assertEquals(3, result.exitCode());
        assertEquals(predict("-q", picture(0), picture(1)).printed(), result.out());
        List<String> lines = result.errorLines();
        assertEquals(4, lines.size(), result::err);
        assertTrue(lines.get(0).startsWith("nn: " + empty + ": no pictures"), result::err);
        assertTrue(lines.get(1).startsWith("nn: " + list + ": names no picture; "), result::err);
        assertTrue(lines.get(2).startsWith("nn: " + list + "x: does not exist; "), result::err);
        assertTrue(lines.get(3).startsWith("nn: '' is no picture's name; "), result::err);
    }

    @Test
    void anUnknownOptionIsSaidAlsoWithoutAPicture() {
        predict("--foo").refuses(2, "there is no option '--foo'", "see 'nn predict --help'");
        predict("--jsn").refuses(2, "there is no option '--jsn'", "did you mean --json?");
        predict("-foo.png").refuses(2, "there is no option '-foo.png'");
        predict().refuses(2, "'IMAGE'");
    }

    @Test
    void csvHasNoRunnersUp() {
        predict("--csv", "--top", 2, picture(0)).refuses(2, "--csv", "--top", "--json");
        assertEquals(predict("--csv", picture(0)).printed(), predict("--csv", "--top", 1, picture(0)).printed());
    }

    @Test
    void noInkIsNoDigit() throws IOException {
        byte[] paper = new byte[60 * 50];
        Arrays.fill(paper, (byte) 250);
        Path blank = Files.write(scratch.resolve("blank.png"), GrayPng.encode(paper, 60, 50));
        predict(blank).refuses(3, "nn: " + blank + ": no ink found; ");
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
        assertEquals(List.of(picture(0).toString(), bad.toString(), picture(1).toString()),
                predictions.findValuesAsText("file"));
        JsonNode good = predictions.get(0);
        assertEquals(List.of("file", "digit", "probability", "probabilities", "warnings"), keys(good));
        assertEquals(SmallMnist.testLabel(0), good.get("digit").asInt());
        double sum = 0;
        for (JsonNode probability : good.get("probabilities")) {
            sum += probability.asDouble();
        }
        assertEquals(10, good.get("probabilities").size());
        assertEquals(1, sum, 1e-9);
        assertEquals(good.get("probability"), good.get("probabilities").get(good.get("digit").asInt()));
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
        assertTrue(lines.get(1).matches("\\Q" + picture(0) + "\\E," + SmallMnist.testLabel(0) + ",[01]\\.[0-9]{6},,.*"),
                lines.get(1));
        assertTrue(lines.get(2).startsWith("\"" + scratch + "/a \"\"bad\"\", one.png\",,,\""), lines.get(2));
        assertEquals(3, lines.size());
    }

    @Test
    void showDrawsWhatTheNetworkSees() {
        List<String> ascii = predict("--show", picture(0)).printed().lines().toList();
        assertEquals(29, ascii.size());
        assertTrue(ascii.subList(0, 28).stream().allMatch(line -> line.matches("\\|[ .:=+*#%@-]{56}\\|")), ascii::toString);
        List<String> blocks = Cli.run(true, command("--show", picture(0))).printed().lines().toList();
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
        // What was saved is light ink on dark paper, and answered alike.
        assertEquals(predict(picture(0)).printed().substring(0, 12),
                predict(saved.resolve("0001-p00.png")).printed().substring(0, 12));
    }

    @Test
    void aPlaceThatCannotHoldThePicturesIsRefusedBeforeTheWork() throws IOException {
        Path file = Files.writeString(scratch.resolve("file"), "");
        predict("--save-prepared", file, picture(0)).refuses(7, "nn: " + file, "; ");
        predict("--save-prepared", file.resolve("below"), picture(0)).refuses(7, "nn: " + file, "; ");
    }

    @Test
    void invertTellsInkFromPaper() throws IOException {
        Path light = Files.write(scratch.resolve("light.png"), GrayPng.encode(SmallMnist.testPixels(0), 28, 28));
        String expected = predict(picture(0)).printed().substring(0, 12);
        assertEquals(expected, predict(light).printed().substring(0, 12));
        assertEquals(expected, predict("--invert", "yes", light).printed().substring(0, 12));
        assertEquals(expected, predict("--invert", "NO", picture(0)).printed().substring(0, 12));
    }

    @Test
    void rawOnlyResizes() throws IOException {
        // A digit in the corner of a large sheet: found by the preparation, and lost without it.
        byte[] sheet = new byte[280 * 280];
        Arrays.fill(sheet, (byte) 255);
        byte[] digit = SmallMnist.testPixels(0);
        for (int i = 0; i < digit.length; i++) {
            sheet[(20 + i / 28) * 280 + 20 + i % 28] = (byte) ~digit[i];
        }
        Path file = Files.write(scratch.resolve("sheet.png"), GrayPng.encode(sheet, 280, 280));
        assertTrue(predict("-q", file).printed().startsWith(SmallMnist.testLabel(0) + " "));
        Path saved = scratch.resolve("saved");
        predict("-q", "--raw", "--save-prepared", saved, file).printed();
        var image = ImageIO.read(saved.resolve("0001-sheet.png").toFile());
        int inked = 0;
        for (int i = 0; i < 28 * 28; i++) {
            inked += image.getRaster().getSample(i % 28, i / 28, 0) > 10 ? 1 : 0;
        }
        assertTrue(inked > 0 && inked <= 16, inked + " pixels have ink");
    }

    @Test
    void aNameThatLooksLikeAFlagStandsBehindTwoDashes() throws IOException {
        predict(picture(0), "-dash.png").refuses(2, "'-dash.png'");
        Cli.Result result = predict("--", "-dash.png");
        result.refuses(3, "nn: -dash.png: does not exist; ");
    }

    @Test
    void namesCannotMoveTheCursor() throws IOException {
        Path wild = Files.copy(picture(0), scratch.resolve("a\nb\033[2Jc.png"));
        String out = predict(wild).printed();
        assertEquals(1, out.lines().count());
        assertTrue(out.endsWith("/a\\nb\\x1b[2Jc.png\n"), out);
        Cli.Result missing = predict(scratch.resolve("\033[1mmissing\n.png"));
        missing.refuses(3, "/\\x1b[1mmissing\\n.png: does not exist");
        Cli.Result json = predict("--json", wild);
        assertFalse(json.printed().contains("\033"));
        assertEquals(wild.toString(), json.json().get("predictions").get(0).get("file").asText());
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
        Trainings.train(run, "--data", SmallMnist.smallerImages(scratch.resolve("data")), "--epochs", 1).printed();
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

    private static List<String> names(String out) {
        return out.lines().map(line -> line.replaceFirst("^[0-9] +[0-9.]+ %  ", "")).toList();
    }
}
