package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import nn.image.GrayPng;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code nn eval --images}: labeled pictures. */
class EvalPicturesTest {

    @TempDir
    private static Path base;

    private static Path model;

    @TempDir
    private Path scratch;

    private Path directory;

    @BeforeAll
    static void train() {
        Trainings.train(base.resolve("run"), "--hidden", 32, "--epochs", 6, "--learning-rate", 0.005, "--no-test")
                .printed();
        model = base.resolve("run/model.safetensors");
    }

    @BeforeEach
    void makeDirectory() throws IOException {
        directory = Files.createDirectory(scratch.resolve("labeled"));
    }

    private Cli.Result eval(Object... flags) {
        Object[] words = new Object[5 + flags.length];
        System.arraycopy(new Object[] {"eval", "--model", model, "--images", directory}, 0, words, 0, 5);
        System.arraycopy(flags, 0, words, 5, flags.length);
        return Cli.run(words);
    }

    private JsonNode report() {
        Cli.Result result = eval("--json");
        result.printed();
        return result.json();
    }

    private static int answered(JsonNode report) {
        int sum = 0;
        for (JsonNode truth : report.get("confusion")) {
            for (JsonNode count : truth) {
                sum += count.asInt();
            }
        }
        return sum;
    }

    private void inSubdirectories(int pictures) throws IOException {
        for (int example = 0; example < pictures; example++) {
            Path sub = Files.createDirectories(directory.resolve(String.valueOf(SmallMnist.testLabel(example))));
            Files.write(sub.resolve(example + ".png"), SmallMnist.testPng(example));
        }
    }

    @Test
    void subdirectoriesAreLabels() throws IOException {
        inSubdirectories(20);
        JsonNode report = report();
        assertEquals(20, report.get("count").asInt());
        int errors = report.get("errors").asInt();
        assertTrue(errors <= 5, report::toString);
        assertEquals((20 - errors) / 20.0, report.get("accuracy").asDouble());
        assertEquals(errors, report.get("mistakes").size());
        assertEquals(20, answered(report));
        assertEquals(0, report.get("groups").size());
        assertEquals(model.toString(), report.get("model").asText());
    }

    @Test
    void anUnreadablePictureCountsAsAnErrorAndIsSaid() throws IOException {
        inSubdirectories(5);
        int errors = report().get("errors").asInt();
        Path bad = Files.writeString(directory.resolve("7").resolve("broken.png"), "text");
        Cli.Result result = eval("--json");
        assertEquals(3, result.exitCode());
        result.lastLineNames(bad + ": ", "; ");
        assertEquals(1, result.errorLines().size());
        JsonNode report = result.json();
        assertEquals(6, report.get("count").asInt());
        assertEquals(errors + 1, report.get("errors").asInt());
        assertEquals(5, answered(report), "the confusion is of the answered ones");
        JsonNode broken = report.get("mistakes").get(errors);
        assertTrue(broken.get("file").asText().endsWith("broken.png"), report::toString);
        assertEquals("7", broken.get("truth").asText());
        assertTrue(broken.get("digit").isNull());
        assertTrue(broken.get("error").asText().contains("; "), report::toString);
        String text = eval().out();
        assertTrue(text.contains("broken.png: 7 is seen as no answer ("), text);
    }

    @Test
    void aPictureWithoutInkCountsAsAnErrorAndIsSaid() throws IOException {
        inSubdirectories(5);
        byte[] paper = new byte[50 * 50];
        Arrays.fill(paper, (byte) 250);
        Path blank = Files.write(directory.resolve("7").resolve("blank.png"), GrayPng.encode(paper, 50, 50));
        Cli.Result result = eval("--json");
        assertEquals(3, result.exitCode());
        assertEquals(1, result.errorLines().size());
        result.lastLineNames(blank + ": no ink found; ");
        assertEquals(6, result.json().get("count").asInt());
        assertEquals(5, answered(result.json()));
    }

    @Test
    void aTableGivesLabelsAndGroupsAndMayHaveFurtherColumns() throws IOException {
        for (int example = 0; example < 6; example++) {
            Files.write(directory.resolve(example + ".png"), SmallMnist.testPng(example));
        }
        StringBuilder table = new StringBuilder();
        for (int example = 0; example < 4; example++) {
            table.append(example)
                    .append(".png\t")
                    .append(SmallMnist.testLabel(example))
                    .append("\tright\tx\ty\n");
        }
        int wrong = (SmallMnist.testLabel(4) + 1) % 10;
        table.append("4.png\t").append(wrong).append("\twr\033ong\n\n");
        table.append("5.png\t").append(SmallMnist.testLabel(5)).append('\n');
        Files.writeString(directory.resolve("labels.tsv"), table);
        JsonNode report = report();
        assertEquals(6, report.get("count").asInt());
        JsonNode groups = report.get("groups");
        assertEquals(2, groups.size(), "a picture without a group is in none");
        assertEquals(4, groups.get("right").get("count").asInt());
        assertEquals(1, groups.get("wr\033ong").get("count").asInt());
        assertEquals(1, groups.get("wr\033ong").get("errors").asInt());
        assertEquals(0, groups.get("wr\033ong").get("accuracy").asDouble());
        String text = eval().printed();
        assertTrue(text.startsWith("Accuracy "), text);
        assertTrue(text.contains("\n  right        "), text);
        assertTrue(text.contains("\n  wr\\x1bong "), text);
        assertTrue(text.contains("4.png: " + wrong + " is seen as "), text);
    }

    @Test
    void aTableThatNamesNoClassIsRefused() throws IOException {
        Path table = Files.writeString(directory.resolve("labels.tsv"), "a.png\t1\nb.png\tseven\n");
        eval().refuses(3, "nn: " + table, "line 2 is 'b.png\\x09seven'", "0, 1, 2");
        Files.writeString(table, "a.png 1\n");
        eval().refuses(3, "nn: " + table, "line 1");
        Files.writeString(table, "a\0.png\t1\n");
        eval().refuses(3, "nn: " + table, "line 1");
        Files.write(table, new byte[] {(byte) 0xff});
        eval().refuses(3, "nn: " + table, "is not UTF-8 text");
    }

    @Test
    void subdirectoriesAreReadByContent() throws IOException {
        inSubdirectories(1);
        Path sub = directory.resolve(String.valueOf(SmallMnist.testLabel(0)));
        Files.move(sub.resolve("0.png"), sub.resolve("0"));
        Files.writeString(sub.resolve("notes.txt"), "words");
        Cli.Result result = eval();
        assertTrue(result.printed().contains("(1 of 1 right"), result::out);
        assertEquals("nn: warning: " + sub + ": left out notes.txt (a text file)\n", result.err());
        assertEquals("", eval("-q").err());
    }

    @Test
    void aTableMayBeginWithAByteOrderMarkAndNamesNoWebAddress() throws IOException {
        Files.write(directory.resolve("0.png"), SmallMnist.testPng(0));
        Path table =
                Files.writeString(directory.resolve("labels.tsv"), "\ufeff0.png\t" + SmallMnist.testLabel(0) + "\n");
        assertEquals(1, report().get("count").asInt());
        Files.writeString(table, "https://example.org/a.png\t1\n");
        eval().refuses(3, "nn: " + table, "line 1 names a web address, and nn reads only files; ");
    }

    @Test
    void aDirectoryWithoutLabeledPicturesIsRefused() {
        eval().refuses(3, "nn: " + directory, "no labeled pictures", "; ");
        directory = scratch.resolve("missing");
        eval().refuses(3, "nn: " + directory, "does not exist", "; ");
    }

    @Test
    void aRightDirectoryHasNoWrongOnes() throws IOException {
        inSubdirectories(1);
        String text = eval().printed();
        assertTrue(text.startsWith("Accuracy 100.00 % (1 of 1 right, 0 wrong;"), text);
        assertTrue(!text.contains("Wrong:"), text);
    }
}
