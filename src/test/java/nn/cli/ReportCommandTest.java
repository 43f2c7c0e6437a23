package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nn.NnException.Kind;
import nn.Plural;
import nn.bench.Machine;
import nn.checkpoint.Checkpoint;
import nn.checkpoint.RunConfig;
import nn.checkpoint.RunDirectory;
import nn.eval.Evaluation;
import nn.eval.Evaluation.Mistake;
import nn.json.Json;
import nn.report.Report;
import nn.report.page.RunReport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code report.html}, as {@code nn train} and {@code nn report} write it. */
class ReportCommandTest {

    @TempDir
    private static Path scratch;

    private static Path run;
    private static String page;

    @BeforeAll
    static void train() throws IOException {
        run = scratch.resolve("run");
        Trainings.train(run).printed();
        page = Files.readString(run.resolve("report.html"));
    }

    @Test
    void aTrainingWritesThePageAndReportWritesTheSameAgain() throws IOException {
        Path file = run.resolve("report.html");
        Files.delete(file);
        assertEquals(file + "\n", Cli.run("report", run).printed());
        assertEquals(page, Files.readString(file));
    }

    @Test
    void thePageSaysHowRightTheModelIs() {
        Evaluation test = report().test().orElseThrow();
        assertTrue(
                text().contains("It is right on %d of 300 test images: %.2f %% (95 %% interval %.2f to %.2f %%)."
                        .formatted(
                                300 - test.errors(),
                                100 * test.accuracy(),
                                100 * test.interval95().low(),
                                100 * test.interval95().high())),
                ReportCommandTest::text);
    }

    @Test
    void theConfusionMatrixIsTheOneOfTheJson() {
        String matrix = page.substring(page.indexOf("<table class=\"confusion\">"), page.indexOf("Most confused"));
        List<Integer> counts = new ArrayList<>();
        Matcher cells = Pattern.compile("<td class=\"[^\"]+\">(\\d*)").matcher(matrix);
        while (cells.find()) {
            counts.add(cells.group(1).isEmpty() ? 0 : Integer.valueOf(cells.group(1)));
        }
        List<Integer> wanted = new ArrayList<>();
        report().test().orElseThrow().confusion().forEach(wanted::addAll);
        assertEquals(wanted, counts);
    }

    @Test
    void theGalleryHasEveryMistakeTheMostConfidentFirst() {
        List<String> wanted = report().test().orElseThrow().mistakes().stream()
                .sorted(Comparator.comparingDouble(Mistake::probability).reversed())
                .map(mistake -> "Image " + mistake.index() + ": " + mistake.truth() + " read as " + mistake.predicted())
                .limit(200)
                .toList();
        Matcher images = Pattern.compile("alt=\"(Image [^\"]*)\"").matcher(page);
        assertEquals(wanted, images.results().map(image -> image.group(1)).toList());
    }

    @Test
    void thePageShowsReliabilityCoverageAndWeights() {
        assertTrue(text().contains("The expected calibration error is "), ReportCommandTest::text);
        assertTrue(text().contains("Without the 1 % of the images that it is least sure of, "));
        assertTrue(page.contains("alt=\"Weights of 16 neurons of the first layer"));
    }

    @Test
    void aNetworkOnGradientDirectionsShowsWhatItWeighs() throws IOException {
        Path gradients = scratch.resolve("gradients");
        Trainings.train(gradients, "--inputs", "gradients", "--epochs", 1).printed();
        String html = Files.readString(gradients.resolve("report.html"));
        assertEquals(8, html.split("Strength of the direction ", -1).length - 1);
    }

    @Test
    void withoutTheTestImagesThePageIsWrittenWithoutThem() throws IOException {
        Path data = SmallMnist.raw(Files.createDirectory(scratch.resolve("data")));
        Path other = scratch.resolve("other");
        Trainings.train(other, "--data", data, "--epochs", 1).printed();
        Files.delete(data.resolve("t10k-images-idx3-ubyte"));
        Cli.Result result = Cli.run("report", other);
        result.printed();
        result.lastLineNames("warning: ", "without the test images", data.toString());
        assertFalse(Files.readString(other.resolve("report.html")).contains("The wrong answers"));
    }

    @Test
    void thePageNeedsNoScriptAndNothingFromElsewhere() throws IOException {
        assertFalse(page.contains("<script"));
        assertFalse(page.contains("@import"));
        Matcher links =
                Pattern.compile("(?:src|href)=\"([^\"]*)\"|url\\(([^)]*)\\)").matcher(page);
        while (links.find()) {
            String target = links.group(1) == null ? links.group(2) : links.group(1);
            assertTrue(target.startsWith("data:") || target.startsWith("#") || target.startsWith("\"#"), target);
        }
        assertTrue(Files.size(run.resolve("report.html")) < 500_000);
    }

    @Test
    void everyChartHasAnAlternativeTextAndItsNumbers() {
        Matcher charts = Pattern.compile("<figure.*?</figure>", Pattern.DOTALL).matcher(page);
        int count = 0;
        while (charts.find()) {
            count++;
            assertTrue(charts.group().contains("<details><summary>"), charts::group);
            assertTrue(charts.group().contains("role=\"img\"") && charts.group().contains("aria-label="));
        }
        assertTrue(count >= 3);
    }

    @Test
    void identifiersOfSeveralChartsDiffer() {
        Matcher ids = Pattern.compile(" id=\"([^\"]*)\"").matcher(page);
        List<String> seen = new ArrayList<>();
        while (ids.find()) {
            assertFalse(seen.contains(ids.group(1)), ids.group(1));
            seen.add(ids.group(1));
        }
    }

    @Test
    void equalRunsGiveEqualPagesButForTheTimes() throws IOException {
        Path again = scratch.resolve("again");
        Trainings.train(again).printed();
        assertEquals(
                Trainings.withoutTimes(page), Trainings.withoutTimes(Files.readString(again.resolve("report.html"))));
    }

    @Test
    void aCommitteeShowsItsMembers() throws IOException {
        Path committee = scratch.resolve("committee");
        Trainings.train(committee, "--members", 2, "--epochs", 1).printed();
        String html = Files.readString(committee.resolve("report.html"));
        assertTrue(html.contains("A committee of 2 networks"));
        assertTrue(html.contains("The networks of the committee"));
        assertTrue(html.contains(">member 2<"));
    }

    @Test
    void labeledPicturesHaveAPageToo() throws IOException {
        Path pictures = Files.createDirectory(scratch.resolve("pictures"));
        StringBuilder labels = new StringBuilder();
        for (int example = 0; example < 12; example++) {
            Files.write(pictures.resolve(example + ".png"), SmallMnist.testPng(example));
            labels.append(example)
                    .append(".png\t")
                    .append(SmallMnist.testLabel(example))
                    .append('\n');
        }
        Files.writeString(pictures.resolve("labels.tsv"), labels);
        Path file = scratch.resolve("pictures.html");
        Path model = run.resolve("model.safetensors");
        JsonNode json = Cli.run("eval", "--json", "--model", model, "--images", pictures, "--report", file)
                .json();
        String html = Files.readString(file).replace('\u00a0', ' ');
        int right = 12 - json.get("errors").asInt();
        assertTrue(html.contains("It is right on " + right + " of 12 answered images"), html);
        assertTrue(html.contains("Of all 12 pictures"), html);
    }

    @Test
    void thePageAndTheJsonNameTheMachine() {
        Machine machine = report().machine().orElseThrow();
        assertEquals(Machine.here(), machine);
        assertTrue(
                text().contains(machine.machine() + ", " + Plural.of(machine.cores(), "core") + "; JDK "
                        + machine.jdk()),
                ReportCommandTest::text);
    }

    @Test
    void aFailedReportIsOneWarning() {
        List<String> warnings = new ArrayList<>();
        Path nowhere = scratch.resolve("nowhere");
        RunReport.writeIfPossible(
                new RunDirectory(nowhere),
                report(),
                Json.read(run.resolve("config.json"), RunConfig.class, Kind.BAD_INPUT),
                Checkpoint.readClassifier(run.resolve("model.safetensors")),
                Optional.empty(),
                warnings::add);
        assertEquals(1, warnings.size());
        assertTrue(warnings.get(0).contains("report.html: not written ("), warnings::toString);
        assertFalse(Files.exists(nowhere));
    }

    private static Report report() {
        return Trainings.report(run);
    }

    /** The page's text, with plain spaces. */
    private static String text() {
        return page.replaceAll("<[^>]*>", "").replace('\u00a0', ' ');
    }
}
