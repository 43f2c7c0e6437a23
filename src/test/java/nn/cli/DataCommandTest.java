package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import javax.imageio.ImageIO;
import nn.NnException.Kind;
import nn.checkpoint.RunConfig;
import nn.data.DataDirectory;
import nn.data.DataSet;
import nn.data.Fingerprint;
import nn.json.Json;
import nn.report.DigitDrawing;
import nn.train.TrainingConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code nn data}. */
class DataCommandTest {

    @TempDir
    private Path scratch;

    private static Cli.Result show(Object... flags) {
        return withData(true, "show", flags);
    }

    private static Cli.Result withData(boolean unicode, String what, Object... flags) {
        List<Object> words = new ArrayList<>(List.of("data", what, "--data", SmallMnist.raw()));
        words.addAll(List.of(flags));
        return Cli.run(unicode, words.toArray());
    }

    @Test
    void showDrawsTheChosenExampleBelowItsLabel() {
        List<String> lines =
                show("--split", "test", "--index", 7).printed().lines().toList();
        assertEquals("test 7: " + SmallMnist.testLabel(7), lines.get(0));
        assertEquals(
                DigitDrawing.of(SmallMnist.testPixels(7), 28, 28, true).lines().toList(),
                lines.subList(1, lines.size()));
    }

    @Test
    void showPutsAsManyBesideOneAnotherAsFit() {
        List<String> lines = show("--count", 3).printed().lines().toList();
        assertEquals(2 * 15, lines.size(), "80 columns hold two, the third is below");
        assertTrue(lines.get(0).startsWith("train 0: ") && lines.get(0).contains("train 1: "));
        assertEquals(
                3 * 29, withData(false, "show", "--count", 3).printed().lines().count(), "in ASCII one fits");
    }

    @Test
    void augmentDrawsTheEpochsOfATraining() {
        String shown = show("--index", 3, "--augment", "--versions", 2).printed();
        assertTrue(shown.contains("epoch 1") && shown.contains("epoch 2"), shown);
        assertEquals(
                shown,
                show("--index", 3, "--augment", "--versions", 2, "--seed", 1).printed());
        assertNotEquals(
                shown,
                show("--index", 3, "--augment", "--versions", 2, "--seed", 2).printed());
        assertNotEquals(
                shown,
                show("--index", 3, "--augment", "--versions", 2, "--preset", "accurate")
                        .printed());
    }

    @Test
    void augmentWithoutDeformationsDrawsTheExampleAgain() {
        String[] lines = show("--index", 3, "--augment", "--versions", 1, "--no-augment")
                .printed()
                .split("\n");
        for (String line : List.of(lines).subList(1, lines.length)) {
            assertEquals(line.substring(0, 30), line.substring(30));
        }
    }

    @Test
    void pngIsOneSheet() throws IOException {
        Path file = scratch.resolve("sheet.png");
        assertEquals(
                file + "\n",
                show("--count", 3, "--augment", "--versions", 5, "--png", file).printed());
        BufferedImage sheet = ImageIO.read(file.toFile());
        assertEquals(6 * (28 * 4 + 4) + 4, sheet.getWidth());
        assertEquals(3 * (14 + 28 * 4 + 4) + 4, sheet.getHeight());
        assertEquals(0xffffff, sheet.getRGB(4, 18) & 0xffffff, "paper is white");
        assertEquals(0xc0, sheet.getRaster().getSample(0, 0, 0), "the gaps are gray");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--rotation | 5 | goes with --augment",
                "--preset | fast | goes with --augment",
                "--seed | 2 | goes with --augment",
                "--versions | 3 | goes with --augment",
                "--split | all | it must be test or train;"
            })
    void showRefusesWhatItCannotDraw(String flag, String value, String reason) {
        show(flag, value).refuses(2, flag, reason);
    }

    @Test
    void showTakesEitherNumbersOrACount() {
        show("--count", 1, "--index", 1).refuses(2, "--index and --count");
    }

    @Test
    void listCountsTheExamplesOfEachClass() {
        Cli.Result json = withData(false, "list", "--json");
        assertEquals(SmallMnist.TRAIN, json.json().at("/train/count").intValue());
        int sum = 0;
        for (int k = 0; k < 10; k++) {
            sum += json.json().at("/test/perClass/" + k).intValue();
        }
        assertEquals(SmallMnist.TEST, sum);
        String text = withData(false, "list").printed();
        assertTrue(text.contains("Training: 1,200 images of 28 x 28 pixels in 10 classes\n"), text);
        assertTrue(text.contains("Test: 300 images"), text);
    }

    @Test
    void listTakesADirectoryWithoutTest() {
        String text = Cli.run("data", "list", "--data", SmallMnist.withoutTest(scratch.resolve("data")))
                .printed();
        assertTrue(!text.contains("Test:") && text.endsWith(" -\n"), text);
    }

    @Test
    void verifyKnowsMnistAndWhatIsNot() {
        List<String> mnist = Cli.run("data", "verify", "--data", Path.of("data", "mnist"))
                .printed()
                .lines()
                .toList();
        assertEquals(4, mnist.size());
        assertTrue(mnist.stream().allMatch(line -> line.contains("  MNIST  ")), mnist.toString());
        assertTrue(
                mnist.get(0).startsWith("ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db   60000  "));
        List<String> small = withData(false, "verify").printed().lines().toList();
        assertTrue(
                small.size() == 4 && small.stream().allMatch(line -> line.contains("  unknown  ")), small.toString());
    }

    /** MNIST's test labels, and test images with one changed pixel. */
    private Path changed() throws IOException {
        Path data = Files.createDirectory(scratch.resolve("changed"));
        Path mnist = Path.of("data", "mnist");
        Files.copy(mnist.resolve("t10k-labels-idx1-ubyte.gz"), data.resolve("t10k-labels-idx1-ubyte.gz"));
        try (InputStream images =
                new GZIPInputStream(Files.newInputStream(mnist.resolve("t10k-images-idx3-ubyte.gz")))) {
            byte[] bytes = images.readAllBytes();
            bytes[bytes.length / 2] ^= 1;
            Files.write(data.resolve("t10k-images-idx3-ubyte"), bytes);
        }
        return data;
    }

    @Test
    void verifyFindsAChangedFileBesideThoseOfMnist() throws IOException {
        Path data = changed();
        Cli.Result result = Cli.run("data", "verify", "--data", data);
        assertEquals(3, result.exitCode());
        List<String> lines = result.out().lines().toList();
        assertTrue(lines.get(0).contains("   10000  changed    t10k-images-idx3-ubyte"), result.out());
        assertTrue(lines.get(1).contains("  MNIST  "), result.out());
        result.lastLineNames(data.resolve("t10k-images-idx3-ubyte").toString(), "not MNIST's", "; ");
        Files.delete(data.resolve("t10k-labels-idx1-ubyte.gz"));
        assertTrue(
                Cli.run("data", "verify", "--data", data).out().contains("  unknown  "),
                "alone it may be another data set's");
    }

    @Test
    void verifyTellsThePartsOfItsLinesAsJson() throws IOException {
        Cli.Result result = Cli.run("data", "verify", "--json", "--data", changed());
        assertEquals(3, result.exitCode());
        assertEquals("changed", result.json().at("/files/0/state").asText());
        assertEquals("mnist", result.json().at("/files/1/state").asText());
        assertEquals(10_000, result.json().at("/files/1/entries").asInt());
        assertEquals(
                "t10k-labels-idx1-ubyte.gz", result.json().at("/files/1/file").asText());
        assertTrue(result.json().get("problem").isNull()
                && result.json().at("/files/1/problem").isNull()
                && result.json().at("/files/1/sha256").asText().length() == 64);
    }

    @Test
    void verifyFindsLabelsOfOtherImages() throws IOException {
        Path data = SmallMnist.gzip(scratch.resolve("data"));
        Path labels = data.resolve("train-labels-idx1-ubyte.gz");
        Files.copy(data.resolve("t10k-labels-idx1-ubyte.gz"), labels, StandardCopyOption.REPLACE_EXISTING);
        Cli.Result result = Cli.run("data", "verify", "--data", data);
        assertEquals(3, result.exitCode());
        assertEquals(4, result.out().lines().count());
        result.lastLineNames(labels.toString(), "has 300 labels for 1,200 images");
        Cli.Result json = Cli.run("data", "verify", "--json", "--data", data);
        assertEquals(3, json.exitCode());
        assertTrue(
                json.json().get("problem").asText().startsWith(labels + ": has 300 labels for 1,200 images"),
                json.out());
    }

    @Test
    void aMissingDirectoryIsSaidToBeMissing() {
        Path missing = scratch.resolve("missing");
        Cli.run("data", "list", "--data", missing).refuses(3, "nn: " + missing + ": does not exist; ");
        Cli.run("data", "verify", "--data", missing).refuses(3, "nn: " + missing + ": does not exist; ");
    }

    @Test
    void verifyFindsADamagedFile() throws IOException {
        Path data = SmallMnist.gzip(scratch.resolve("data"));
        Path file = data.resolve("t10k-labels-idx1-ubyte.gz");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        Cli.Result result = Cli.run("data", "verify", "--data", data);
        assertEquals(3, result.exitCode());
        assertTrue(
                result.out().lines().toList().get(3).matches("-  +0  damaged    t10k-labels-idx1-ubyte.gz"),
                result.out());
        assertEquals(
                3,
                result.out()
                        .lines()
                        .filter(line -> line.contains("  unknown  "))
                        .count(),
                "the others are still read");
        result.lastLineNames(file.toString(), "; ");
    }

    @Test
    void theDataThatComeWithTheProgramAreKnownAsDigits() {
        DataSet train = DataDirectory.of(Path.of("data", "mnist")).readTrain();
        assertTrue(Fingerprint.isOfMnist(train, () -> Fingerprint.of(train)));
    }

    @Test
    void dataOfAnotherSizeNeedNoFingerprint() {
        DataSet few = DataDirectory.of(SmallMnist.raw()).readTrain();
        assertFalse(Fingerprint.isOfMnist(few, () -> fail("it takes seconds")));
    }

    @Test
    void ofOtherDataPenStylesAreDrawnOnlyWhereAskedFor() {
        String plain = show("--index", 3, "--augment", "--preset", "accurate", "--pen-styles", 0)
                .printed();
        assertEquals(
                plain, show("--index", 3, "--augment", "--preset", "accurate").printed());
    }

    /** Deformations that suit digits make a model of other images worse. */
    @Test
    void presetsDeformOnlyWhatIsKnownToBeDigits() {
        Path out = scratch.resolve("out");
        List<Object> train = List.of(
                "train", "--data", SmallMnist.raw(), "--preset", "accurate", "--hidden", 8, "--epochs", 1, "--force");
        Cli.Result unknown = run(train, "--out", out);
        assertTrue(
                unknown.err()
                        .contains("nn: " + SmallMnist.raw() + ": not known to be digits, so the preset's "
                                + "deformations are off; if they are digits: --digits\n"),
                unknown::err);
        assertEquals("0.0 0.0 false", recorded(out));
        run(train, "--out", out, "--pen-styles", 0.3).printed();
        assertEquals("0.0 0.3 false", recorded(out), "what a flag asks for stays");
        assertFalse(run(train, "--out", out, "--digits").err().contains("not known"));
        assertEquals("12.0 0.25 true", recorded(out));
    }

    private static String recorded(Path run) {
        TrainingConfig config = Json.read(run.resolve("config.json"), RunConfig.class, Kind.BAD_INPUT)
                .training();
        return config.augmentation().rotation() + " " + config.augmentation().penStyles() + " "
                + config.data().digits();
    }

    private static Cli.Result run(List<Object> words, Object... more) {
        List<Object> all = new ArrayList<>(words);
        all.addAll(List.of(more));
        return Cli.run(all.toArray());
    }
}
