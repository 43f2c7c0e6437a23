package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/** What each flag of {@code nn report} changes. */
final class ReportExamples extends Examples {

    /** Without a test measurement; ReportCasesTest has the others. */
    private static final List<String> CHARTS = List.of("loss", "accuracy", "learning-rate", "confusion", "weights");

    /** @param run the directory of a run without a test measurement */
    ReportExamples(Path scratch, Path run) {
        super("report");
        saysNothingBesides(run);
        stacktrace(scratch.resolve("missing"));
        flag("--png", () -> {
            Path directory = scratch.resolve("png");
            assertEquals(files(directory, ".png"), run(run, "--png", directory).printed());
            for (String chart : CHARTS) {
                assertTrue(
                        ImageIO.read(directory.resolve(chart + ".png").toFile()).getWidth() >= 880);
            }
        });
        shownBy("--out", ReportComparisonTest.class, "thePageShowsTheImagesThatOneGetsRightAndTheOtherWrong");
        shownBy("--json", ReportComparisonTest.class, "theJsonHasTheSameNumbers");
        flag("--svg", () -> {
            Path directory = scratch.resolve("svg");
            assertEquals(files(directory, ".svg"), run(run, "--svg", directory).printed());
            String loss = Files.readString(directory.resolve("loss.svg"));
            assertTrue(loss.startsWith("<?xml ") && loss.contains(">validation<"), loss);
            assertFalse(loss.contains("var("), "a file of its own has colors");
        });
    }

    private static String files(Path directory, String ending) {
        return CHARTS.stream()
                .map(chart -> directory.resolve(chart + ending) + "\n")
                .collect(Collectors.joining());
    }
}
