package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import nn.lesson.Lessons;
import nn.report.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonCommandTest {

    @TempDir
    private Path scratch;

    @Test
    void withoutANameItListsTheLessons() {
        List<String> lines = Cli.run("lesson", "--lang", "en").printed().lines().toList();
        assertEquals(18, lines.size());
        assertTrue(lines.get(0).startsWith("perceptron      logic "), lines.get(0));
        assertTrue(lines.get(15).startsWith("digits-sigmoid  "), lines.get(15));
    }

    @Test
    void aLessonExplainsComputesComparesAndJudges() {
        String text = Cli.run("lesson", "signals", "--lang", "en").printed();
        List<String> parts = List.of(
                "signals -- signals through",
                "    X = W I ",
                "\nComputation\n",
                "[1.16, 0.42, 0.62]",
                "\nComparison with the expected values\n",
                "\nVerdict: match, 4 of 4 values.\n");
        int at = 0;
        for (String part : parts) {
            at = text.indexOf(part, at);
            assertTrue(at >= 0, () -> "no '" + part + "' in its place in " + text);
        }
    }

    @Test
    void aChineseEnvironmentOrTheFlagGivesChinese() {
        assertTrue(Cli.run("lesson", "matrix", "--lang", "zh").printed().contains("结论：一致"));
        assertTrue(lessonIn("-Dnn.language=zh_CN.UTF-8", "matrix").printed().contains("结论：一致"));
        assertTrue(lessonIn("-Duser.language=zh", "matrix").printed().contains("结论：一致"));
        assertTrue(lessonIn("-Dnn.language=zh_CN.UTF-8", "matrix", "--lang", "en")
                .printed()
                .contains("Verdict: match"));
        assertTrue(lessonIn("-Dnn.language=de_DE.UTF-8", "matrix").printed().contains("Verdict: match"));
    }

    private static Cli.Result lessonIn(String language, Object... arguments) {
        List<Object> words = new ArrayList<>(List.of("lesson"));
        words.addAll(List.of(arguments));
        return ChildNn.run(Path.of(""), List.of(language), words.toArray());
    }

    @Test
    void quietIsTheVerdictAlone() {
        assertEquals(
                "linear: Verdict: match, 7 of 7 values.\n",
                Cli.run("lesson", "linear", "-q", "--lang", "en").printed());
    }

    @Test
    void jsonIsOneDocument() throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(Cli.run("lesson", "softmax", "--json", "--seed", "5").printed());
        assertEquals("softmax", json.get("name").asText());
        assertEquals(5, json.get("seed").asLong());
        assertEquals("NaN", json.get("computed").get("naive").get(0).asText());
        assertEquals("match", json.get("verdict").asText());
        assertEquals(
                16,
                new ObjectMapper()
                        .readTree(Cli.run("lesson", "--json").printed())
                        .size());
    }

    @Test
    void theTextIsTheSameEveryTime() {
        assertEquals(
                Cli.run("lesson", "shallow").printed(),
                Cli.run("lesson", "shallow").printed());
    }

    @Test
    void plotWritesAPicture() throws IOException {
        Path file = scratch.resolve("line.png");
        Cli.run("lesson", "classifier", "-q", "--plot", file).printed();
        assertTrue(ImageIO.read(file.toFile()).getWidth() > 1000);
    }

    @Test
    void aPictureThatCannotBeWrittenIsSaidBeforeTheWork() throws IOException {
        Path file = scratch.resolve("missing").resolve("line.png");
        Cli.run("lesson", "classifier", "--plot", file).refuses(7, "nn: " + file, "; make the directory");
        Path directory = Files.createDirectory(scratch.resolve("directory.png"));
        Cli.run("lesson", "classifier", "--plot", directory).refuses(7, "nn: " + directory, "is a directory");
        Cli.run("lesson", "classifier", "--plot", "line.txt").refuses(2, "--plot is 'line.txt'", "ends in .png");
    }

    @Test
    void missedValuesEndWithExitCode6() throws IOException {
        Cli.Result result = Cli.run("lesson", "digits-sigmoid", "--data", SmallMnist.raw(), "--json");
        assertEquals(6, result.exitCode());
        result.lastLineNames("digits-sigmoid", "not all values are as expected");
        JsonNode json = new ObjectMapper().readTree(result.out());
        assertEquals("mismatch", json.get("verdict").asText());
        assertEquals("accuracy", json.get("mismatches").get(0).asText());
    }

    @Test
    void misuseIsAUsageError() {
        Cli.run("lesson", "nope").refuses(2, "'nope'", "see 'nn lesson --help'");
        Cli.run("lesson", "matrix", "--all").refuses(2, "--all");
        Cli.run("lesson", "--all", "--plot", "a.png").refuses(2, "--plot");
        Cli.run("lesson", "matrix", "--lang", "fr").refuses(2, "fr");
        Cli.run("lesson", "gradient-check", "--activation", "step").refuses(2, "step", "slope");
        Cli.run("lesson", "gradient-check", "--hidden", "0,3").refuses(2, "--hidden");
        Cli.run("lesson", "gradient-check", "--loss", "nope").refuses(2, "nope");
    }

    @Test
    void missingDigitsAreBadInput() {
        Path missing = scratch.resolve("missing");
        assertEquals(3, Cli.run("lesson", "init", "-q", "--data", missing).exitCode());
    }

    @Test
    void gradientCheckTakesAnyNetwork() {
        String text = Cli.run(
                        "lesson",
                        "gradient-check",
                        "--hidden",
                        "6,5",
                        "--activation",
                        "sigmoid",
                        "--loss",
                        "squared-error",
                        "--lang",
                        "en")
                .printed();
        assertTrue(text.contains("4-6-5-3, loss squared-error"), text);
        assertTrue(text.contains("Verdict: match, 5 of 5 values."), text);
        assertTrue(Cli.run("lesson", "gradient-check", "--hidden", "0", "-q", "--lang", "en")
                .printed()
                .contains("4 of 4"));
    }

    /** As in {@code nn lesson --all | head -1}. */
    @Test
    void allLessonsEndWhenNobodyReadsOn() {
        StringBuilder written = new StringBuilder();
        Writer closed = new Writer() {
            @Override
            public void write(char[] text, int from, int length) throws IOException {
                written.append(text, from, length);
                throw new IOException("Broken pipe");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Terminal terminal =
                new Terminal(new PrintWriter(closed), new PrintWriter(Writer.nullWriter()), false, false, false, 80);
        assertEquals(0, Main.run(terminal, PrefetchedModel.none(), "lesson", "--all", "--lang", "en"));
        assertTrue(written.toString().startsWith(Lessons.all().get(0).name() + " -- "), written::toString);
        assertFalse(written.toString().contains(Lessons.all().get(1).name() + " -- "), written::toString);
    }
}
