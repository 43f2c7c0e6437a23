package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** {@code report.html} in Debian's Chromium. It is skipped where there is none. */
@Tag("process")
class ReportBrowserTest {

    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    /** Texts that have less contrast to what is behind them than the 4.5 of WCAG 2.1, section 1.4.3. */
    private static final String FAINT_TEXTS = """
            const rgb = color => color.match(/[\\d.]+/g).map(Number);
            const linear = c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
            const luminance = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
            const ground = element => {
                for (let e = element; e; e = e.parentElement) {
                    const color = rgb(getComputedStyle(e).backgroundColor);
                    if (color.length < 4 || color[3] > 0) return color;
                }
                return [255, 255, 255];
            };
            const faint = [];
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
                const element = walker.currentNode.parentElement;
                if (!walker.currentNode.data.trim() || !element.getClientRects().length) continue;
                const style = getComputedStyle(element);
                const ink = luminance(rgb(element.closest('svg') ? style.fill : style.color));
                const paper = luminance(ground(element));
                const contrast = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
                if (contrast < 4.5) faint.push(walker.currentNode.data.trim() + ' ' + contrast.toFixed(2));
            }
            return faint;
            """;

    private static final String WITHOUT_ALTERNATIVE = """
            return [...document.querySelectorAll('img:not([alt]), img[alt=""], svg:not([aria-label])')].map(e => e.outerHTML.slice(0, 80));
            """;

    private static final String CONFUSION = """
            return [...document.querySelectorAll('.confusion td')].map(cell => Number(cell.firstChild ? cell.firstChild.data : 0));
            """;

    @TempDir
    private static Path scratch;

    private static Path run;
    private static ChromeDriver browser;

    @BeforeAll
    static void open() {
        assumeTrue(
                Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER),
                "skipped: no " + BROWSER + " and " + DRIVER + "; install chromium and chromium-driver");
        run = scratch.resolve("run");
        Trainings.train(run).printed();
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(BROWSER.toFile());
        options.addArguments("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage");
        options.setCapability("goog:loggingPrefs", logs);
        browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .build(),
                options);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.quit();
        }
    }

    @ParameterizedTest
    @CsvSource({"375, light", "375, dark", "1280, light", "1280, dark"})
    void thePageIsReadable(int width, String scheme) {
        show(width, scheme);
        assertEquals(List.of(), browser.executeScript(FAINT_TEXTS));
        assertEquals(List.of(), browser.executeScript(WITHOUT_ALTERNATIVE));
        assertEquals(
                (long) width,
                browser.executeScript("return Math.max(innerWidth, document.documentElement.scrollWidth)"),
                "nothing is wider than the window");
    }

    @Test
    void thePageLoadsNothingAndHasNoErrors() {
        show(1280, "light");
        assertEquals(
                0L,
                browser.executeScript(
                        "return performance.getEntriesByType('resource').filter(e => !e.name.startsWith('data:')).length"));
        assertEquals(List.of(), browser.manage().logs().get(LogType.BROWSER).getAll());
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
        assertEquals(wanted, browser.executeScript(CONFUSION));
    }

    private static void show(int width, String scheme) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", false));
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        browser.get(run.resolve("report.html").toUri().toString());
    }
}
