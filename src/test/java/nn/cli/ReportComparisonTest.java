package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code nn report RUN1 RUN2 ...}. */
class ReportComparisonTest {

    @TempDir
    private static Path scratch;

    private static Path first;
    private static Path second;

    @BeforeAll
    static void train() {
        first = scratch.resolve("first");
        second = scratch.resolve("second");
        Trainings.train(first).printed();
        Trainings.train(second, "--epochs", 6, "--learning-rate", 0.005).printed();
    }

    @Test
    void theTableHasTheRunsAndTheSentenceTheirDifference() {
        String text = Cli.run("report", first, second).printed().replaceAll("\\s+", " ");
        assertTrue(text.contains(first.toString()) && text.contains(second.toString()), text);
        assertTrue(
                text.contains(String.format(
                        Locale.ROOT,
                        " %d against %d errors on the images where only one is right: p = ",
                        onlyWrong(first, second),
                        onlyWrong(second, first))),
                text);
    }

    @Test
    void theJsonHasTheSameNumbers() {
        JsonNode pair = Cli.run("report", "--json", first, second).json().at("/pairs/0");
        assertEquals(onlyWrong(first, second), pair.get("onlyFirstWrong").size());
        assertEquals(onlyWrong(second, first), pair.get("onlySecondWrong").size());
        assertTrue(pair.get("p").asDouble() > 0 && pair.get("p").asDouble() <= 1);
    }

    @Test
    void thePageShowsTheImagesThatOneGetsRightAndTheOtherWrong() throws IOException {
        Path page = scratch.resolve("comparison.html");
        String text = Cli.run("report", first, second, "--out", page).printed();
        assertEquals(text, Cli.run("report", first, second).printed());
        String html = Files.readString(page);
        int shown = Math.min(40, onlyWrong(first, second)) + Math.min(40, onlyWrong(second, first));
        assertEquals(shown, html.split("class=\"digit\"", -1).length - 1);
        assertTrue(html.contains("id=\"loss\"") && html.contains("id=\"accuracy\""));
        assertFalse(html.contains("<script"));
    }

    @Test
    void whatCannotBeComparedIsRefused() {
        Path untested = scratch.resolve("untested");
        Trainings.train(untested, "--no-test", "--epochs", 1).printed();
        Cli.run("report", first, untested).refuses(4, "nn: " + untested, "no test measurement", "; ");
        Cli.run("report", first, scratch.resolve("missing")).refuses(4, "does not exist", "; ");
        Cli.run("report", first, second, "--png", scratch).refuses(2, "--png", "one run");
        Cli.run("report", first, "--json").refuses(2, "--json", "several runs");
    }

    /** The number of images that one run gets wrong and the other right. */
    private static int onlyWrong(Path one, Path other) {
        TreeSet<Integer> wrong = wrong(one);
        wrong.removeAll(wrong(other));
        return wrong.size();
    }

    private static TreeSet<Integer> wrong(Path run) {
        return Trainings.report(run).test().orElseThrow().mistakes().stream()
                .map(mistake -> mistake.index())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
