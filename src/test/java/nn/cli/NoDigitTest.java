package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import nn.image.GrayPng;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands do with pictures that show no digit, as a model's detector says. */
class NoDigitTest {

    @TempDir
    private Path directory;

    private Path picture;
    private Path blank;
    private Path refusing;
    private Path accepting;

    @BeforeEach
    void write() throws IOException {
        picture = Files.write(directory.resolve("a.png"), SmallMnist.testPng(0));
        byte[] white = new byte[40 * 40];
        Arrays.fill(white, (byte) 255);
        blank = Files.write(directory.resolve("blank.png"), GrayPng.encode(white, 40, 40));
        // An image of MNIST is refused from half the threshold on.
        refusing = FixedOutputs.withDetector(directory.resolve("refusing"), 0.25, 0.52);
        accepting = FixedOutputs.withDetector(directory.resolve("accepting"), 0.25, 0.48);
    }

    @Test
    void predictRefusesAPictureWithoutADigit() {
        Cli.run("predict", "--model", refusing, picture)
                .refuses(3, picture + ": no digit found (looks most like 3); ", "show one digit");
        assertTrue(Cli.run("predict", "--model", accepting, picture).printed().startsWith("3   90.0 %"));
    }

    @Test
    void jsonSaysWhatARefusedPictureLooksLike() {
        Cli.Result result = Cli.run("predict", "--json", "--model", refusing, picture);
        assertEquals(3, result.exitCode());
        JsonNode entry = result.json().at("/predictions/0");
        assertTrue(entry.get("digit").isNull(), entry::toString);
        assertEquals(3, entry.get("looksLike").asInt());
        assertEquals(0.25, entry.get("digitProbability").asDouble(), 1e-6);
        assertTrue(entry.get("error").asText().contains("no digit found"), entry::toString);
        assertEquals(
                0.25,
                Cli.run("predict", "--json", "--model", accepting, picture)
                        .json()
                        .at("/predictions/0/digitProbability")
                        .asDouble(),
                1e-6);
    }

    @Test
    void manyPicturesAreRefusedAsOneIs() throws IOException {
        for (int i = 0; i <= PredictCommand.FEW; i++) {
            Files.write(directory.resolve("b" + i + ".png"), SmallMnist.testPng(i));
        }
        Cli.Result result = Cli.run("predict", "--json", "--model", refusing, directory);
        assertEquals(3, result.exitCode());
        for (JsonNode entry : result.json().get("predictions")) {
            assertTrue(
                    entry.get("error").asText().contains("no digit found")
                            || entry.get("file").asText().contains("blank"),
                    entry::toString);
        }
    }

    @Test
    void aPictureLabeledAsNoDigitIsRightIfItIsRefused() throws IOException {
        Files.writeString(directory.resolve("labels.tsv"), "a.png\t-\tempty\nblank.png\t-\tempty\na.png\t3\twritten\n");
        JsonNode report = Cli.run("eval", "--json", "--images", directory, "--model", refusing)
                .json();
        assertEquals(1, report.get("errors").asInt());
        assertEquals(1.0, report.at("/groups/empty/accuracy").asDouble());
        assertEquals(0.0, report.at("/groups/written/accuracy").asDouble());
        assertEquals(List.of(2, 2), refusals(report.get("noDigits")));
        assertEquals(List.of(1, 1), refusals(report.get("digits")));
        report = Cli.run("eval", "--json", "--images", directory, "--model", accepting)
                .json();
        assertEquals(1, report.get("errors").asInt());
        assertEquals(List.of(2, 1), refusals(report.get("noDigits")));
        assertEquals(List.of(1, 0), refusals(report.get("digits")));
    }

    private static List<Integer> refusals(JsonNode node) {
        return List.of(node.get("count").asInt(), node.get("refused").asInt());
    }

    @Test
    void evalTellsHowManyAreRefused() throws IOException {
        Files.writeString(directory.resolve("labels.tsv"), "a.png\t-\nblank.png\t-\na.png\t3\n");
        Cli.Result result = Cli.run("eval", "--images", directory, "--model", accepting);
        assertEquals("", result.err());
        assertTrue(result.printed().contains("""
                        Refused 0 of 1 pictures of a digit (0.00 %)
                        Refused 1 of 2 pictures without a digit (50.00 %)
                        """), result::out);
        assertTrue(result.out().contains("a.png: no digit is seen as 3 with 90.0 %"), result::out);
    }

    @Test
    void inspectShowsTheDetector() {
        String text = Cli.run("inspect", accepting).printed();
        assertTrue(text.contains("""
                        Detector:    784-11, identity; below 0.4800 an image is refused; seed 5, trained in 7.0 s
                        Refuses:     0.20 % of 1,000 test digits, 0.05 % of 2,000 held-out digits, \
                        75.00 % of 400 held-out images without a digit
                        """), text);
    }
}
