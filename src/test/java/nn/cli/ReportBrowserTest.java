package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code report.html} in Debian's Chromium. It is skipped where there is none. */
@Tag("process")
class ReportBrowserTest {

    private static final String CONFUSION = """
            return [...document.querySelectorAll('.confusion td')].map(cell => Number(cell.firstChild ? cell.firstChild.data : 0));
            """;

    @TempDir
    private static Path scratch;

    private static Path run;
    private static Browser browser;

    @BeforeAll
    static void open() {
        browser = Browser.open();
        run = scratch.resolve("run");
        Trainings.train(run).printed();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"375, light", "375, dark", "1280, light", "1280, dark"})
    void thePageIsReadable(int width, String scheme) {
        show(width, scheme);
        browser.requireReadable(width);
    }

    @Test
    void thePageLoadsNothingAndHasNoErrors() {
        show(1280, "light");
        assertEquals(
                0L,
                browser.run(
                        "return performance.getEntriesByType('resource').filter(e => !e.name.startsWith('data:')).length"));
        assertEquals(List.of(), browser.messages());
    }

    @Test
    void itsConfusionMatrixIsTheOneOfTheJson() {
        show(1280, "light");
        List<Long> wanted = new ArrayList<>();
        Trainings.report(run)
                .test()
                .orElseThrow()
                .confusion()
                .forEach(row -> row.forEach(count -> wanted.add((long) count)));
        assertEquals(wanted, browser.run(CONFUSION));
    }

    private static void show(int width, String scheme) {
        browser.show(run.resolve("report.html").toUri().toString(), width, scheme);
    }
}
