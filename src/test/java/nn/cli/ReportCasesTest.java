package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import nn.eval.Evaluation.Mistake;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports of unusual runs, and the pictures of a report as files. */
class ReportCasesTest {

    private static final int LABELS_HEADER = 8;

    @TempDir
    private static Path scratch;

    private static Path run;

    @BeforeAll
    static void train() {
        run = scratch.resolve("run");
        Trainings.train(run, "--inputs", "pixels,gradients", "--members", 2).printed();
    }

    @Test
    void everyPictureOfThePageIsAFileToo() throws IOException {
        Path directory = scratch.resolve("pictures");
        List<String> names = List.of(
                "loss",
                "accuracy",
                "learning-rate",
                "confusion",
                "mistakes",
                "reliability",
                "coverage",
                "weights-1",
                "directions-2");
        assertEquals(
                Stream.concat(
                                names.stream().map(name -> name + ".png"),
                                names.stream().map(name -> name + ".svg"))
                        .map(name -> directory.resolve(name).toString())
                        .toList(),
                Cli.run("report", run, "--png", directory, "--svg", directory)
                        .printed()
                        .lines()
                        .toList());
        for (String name : names) {
            String svg = Files.readString(directory.resolve(name + ".svg"));
            assertFalse(svg.matches("(?s).*href=\"(?!data:|#).*"), name);
            assertTrue(svg.contains("role=\"img\"") && svg.contains("aria-label=\""), name);
        }
        String mistakes = Files.readString(directory.resolve("mistakes.svg"));
        int shown = Math.min(200, Trainings.report(run).test().orElseThrow().errors());
        assertEquals(shown, mistakes.split("href=\"data:image/png", -1).length - 1);
    }

    /** The first tile is enlarged by 3 at (12, 32), and the file has 2 pixels for each unit. */
    @Test
    void thePictureOfTheMistakesBeginsWithTheMostConfidentOne() throws IOException {
        Path directory = scratch.resolve("mistakes");
        Cli.run("report", run, "--png", directory).printed();
        BufferedImage drawn = ImageIO.read(directory.resolve("mistakes.png").toFile());
        int worst = Trainings.report(run).test().orElseThrow().mistakes().stream()
                .max(Comparator.comparingDouble(Mistake::probability))
                .orElseThrow()
                .index();
        byte[] pixels = new byte[SmallMnist.SIDE * SmallMnist.SIDE];
        SmallMnist.test().readPixels(worst, pixels);
        for (int i = 0; i < pixels.length; i++) {
            int x = 2 * (12 + 3 * (i % SmallMnist.SIDE)) + 3;
            int y = 2 * (32 + 3 * (i / SmallMnist.SIDE)) + 3;
            assertEquals(255 - (pixels[i] & 0xff), drawn.getRGB(x, y) & 0xff, "pixel " + i);
        }
    }

    @Test
    void aRunOfOneEpochHasTablesInPlaceOfCurves() throws IOException {
        Path one = scratch.resolve("one");
        Trainings.train(one, "--epochs", 1, "--no-test").printed();
        String page = Files.readString(one.resolve("report.html"));
        assertFalse(page.contains("<svg"));
        assertTrue(page.contains("<details open=\"open\"><summary>The numbers"));
        assertTrue(page.contains("After one epoch."));
        assertFalse(page.contains("The dashed line"));
        assertTrue(page.contains("validation images: "), "without a test, validation is what was measured");
    }

    @Test
    void withoutValidationThereIsNoCurveOfIt() throws IOException {
        Path all = scratch.resolve("all");
        Trainings.train(all, "--validation", 0).printed();
        String page = Files.readString(all.resolve("report.html"));
        assertTrue(page.contains("<figure id=\"loss\">"));
        assertFalse(page.contains("<figure id=\"accuracy\">"));
        assertTrue(page.contains("of 300 test images"));
    }

    /** Each digit becomes four classes, of the names 100 to 139. */
    @Test
    void manyClassesAreAShadedPictureAndTheMostConfusedPairs() throws IOException {
        Path data = SmallMnist.raw(scratch.resolve("classes"));
        for (String name : List.of("train-labels-idx1-ubyte", "t10k-labels-idx1-ubyte")) {
            byte[] labels = Files.readAllBytes(data.resolve(name));
            for (int i = LABELS_HEADER; i < labels.length; i++) {
                labels[i] = (byte) (100 + 4 * labels[i] + i % 4);
            }
            Files.write(data.resolve(name), labels);
        }
        Path first = scratch.resolve("first");
        Path second = scratch.resolve("second");
        Trainings.train(first, "--data", data).printed();
        Trainings.train(second, "--data", data, "--seed", 2).printed();
        String page = Files.readString(first.resolve("report.html"));
        assertTrue(page.contains("<img class=\"matrix\" alt=\"The wrong answers as a shaded square"));
        assertFalse(page.contains("<table class=\"confusion\">"));
        assertTrue(page.matches("(?s).*The most confused pairs.*<th scope=\"row\">1\\d\\d</th>\\s*<td>1\\d\\d</td>.*"));
        Path comparison = scratch.resolve("classes.html");
        Cli.run("report", first, second, "--out", comparison).printed();
        assertTrue(Files.readString(comparison).matches("(?s).*<b>1\\d\\d read as 1\\d\\d</b>.*"));
    }

    /** The first version's history had no members and no refits. */
    @Test
    void aRunOfAnOlderVersionHasItsReport() throws IOException {
        Path old = scratch.resolve("old");
        Trainings.train(old).printed();
        Path history = old.resolve("history.csv");
        Files.write(
                history,
                Files.readAllLines(history).stream()
                        .map(line -> line.substring(0, line.lastIndexOf(',', line.lastIndexOf(',') - 1)))
                        .toList());
        Path report = old.resolve("report.json");
        Files.writeString(
                report,
                Files.readString(report)
                        .replaceAll(",\\s*\"(members|refit|timeLimit|plannedEpochs|stepShare|detector)\": [^,}]*", "")
                        .replaceAll("(?s),\\s*\"machine\": \\{.*?\\}", ""));
        assertFalse(Files.readString(report).contains("machine"));
        assertFalse(Files.readString(report).contains("stepShare"));
        Files.delete(old.resolve("report.html"));
        Cli.Result result = Cli.run("report", old);
        assertEquals(old.resolve("report.html") + "\n", result.printed());
        assertTrue(Files.readString(old.resolve("report.html")).contains("It is right on "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            history.csv | abc                                                     | no header with epoch and loss
            history.csv | epoch,loss                                              | no epochs
            history.csv | epoch,loss,best\\n1,NaN,true                            | loss is NaN
            history.csv | epoch,loss,best\\n1,0.5,true\\n2,Infinity,false         | loss is Infinity
            history.csv | epoch,loss,best\\n1,0.5                                 | 3 columns, 2 values
            report.json | {                                                       | the end is missing
            report.json | {}                                                      | is missing
            """)
    void aDamagedFileIsNamedInOneLine(String file, String content, String problem) throws IOException {
        Path damaged = scratch.resolve("damaged");
        if (!Files.exists(damaged)) {
            Trainings.train(damaged, "--epochs", 1).printed();
        }
        byte[] whole = Files.readAllBytes(damaged.resolve(file));
        Files.writeString(damaged.resolve(file), content.replace("\\n", "\n"));
        Cli.run("report", damaged).refuses(4, "nn: " + damaged.resolve(file) + ": ", problem, "; ");
        Files.write(damaged.resolve(file), whole);
    }

    @Test
    void whatIsNoRunIsNamedInOneLine() throws IOException {
        Path missing = scratch.resolve("missing");
        Cli.run("report", missing).refuses(4, "nn: " + missing + ": does not exist; ");
        Path file = Files.writeString(scratch.resolve("file"), "text");
        Cli.run("report", file).refuses(4, "nn: " + file + ": is not a directory; ");
        Path empty = Files.createDirectory(scratch.resolve("empty"));
        Cli.run("report", empty).refuses(4, "nn: " + empty + ": holds no finished run", "; ");
        Cli.run("report", run, missing).refuses(4, "nn: " + missing + ": does not exist; ");
    }

    @Test
    void aPageThatCannotBeWrittenIsRefusedBeforeTheWork() {
        Path page = scratch.resolve("nowhere").resolve("page.html");
        Path missing = scratch.resolve("missing.safetensors");
        Cli.run("eval", "--model", missing, "--report", page).refuses(7, "nn: " + page + ": ", "directory");
        Cli.run("report", run, run, "--out", page).refuses(7, "nn: " + page + ": ", "directory");
        Cli.run("eval", "--model", missing, "--report", scratch).refuses(7, "nn: " + scratch + ": is a directory");
    }
}
