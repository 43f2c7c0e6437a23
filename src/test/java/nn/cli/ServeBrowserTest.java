package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import nn.serve.TrialServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The page of {@code nn serve} in Debian's Chromium. It is skipped where there is none. */
@Tag("process")
class ServeBrowserTest {

    private static final int WIDTH = 1280;

    /** Strokes in shares of the board's width and height. */
    private static final double[][][] SEVEN = {{{.35, .2}, {.62, .2}, {.47, .85}}};

    private static final double[][][] ONE = {{{.5, .15}, {.5, .85}}};
    private static final double[][][] SEVEN_ONE = {{{.12, .2}, {.36, .2}, {.22, .85}}, {{.7, .2}, {.7, .85}}};
    private static final double[][][] SCRIBBLE = {{{.1, .2}, {.9, .7}, {.1, .8}, {.85, .15}, {.5, .95}, {.12, .5}}};

    /** Gives a picture as a paste or a drop does. */
    private static final String GIVE = """
            const bytes = Uint8Array.from(atob(arguments[1]), c => c.charCodeAt(0));
            const transfer = new DataTransfer();
            transfer.items.add(new File([bytes], 'picture.png', { type: 'image/png' }));
            document.dispatchEvent(arguments[0] === 'paste'
                ? new ClipboardEvent('paste', { clipboardData: transfer })
                : new DragEvent('drop', { dataTransfer: transfer, cancelable: true }));
            """;

    @TempDir
    private static Path scratch;

    private static Browser browser;
    private static TrialServer server;

    @BeforeAll
    static void open() {
        browser = Browser.open();
        server = TrialServer.in(scratch);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void forgetOldMessages() {
        browser.messages();
    }

    @Test
    void aDrawnSevenIsReadAfterItsStrokeAndCanBeUndoneAndCleared() {
        show("/", WIDTH, "light");
        String hint = said();
        draw(SEVEN, "mouse");
        awaitDigit("7");
        assertEquals(2L, browser.run("return document.querySelectorAll('#answer img').length"));
        assertEquals(10L, browser.run("return document.querySelectorAll('.bars .bar').length"));
        await(() -> text("#said").contains("7"), "it is told to screen readers");
        browser.run("document.getElementById('undo').click()");
        await(() -> said().equals(hint), "nothing is drawn");
        draw(SEVEN, "pen");
        awaitDigit("7");
        press(Keys.chord(Keys.CONTROL, "z"));
        await(() -> said().equals(hint), "the key undoes");
        draw(ONE, "touch");
        awaitDigit("1");
        browser.run("document.getElementById('clear').click()");
        await(() -> said().equals(hint), "all is cleared");
        draw(ONE, "touch");
        awaitDigit("1");
        press(Keys.ESCAPE);
        await(() -> said().equals(hint), "the key clears");
        assertEquals("none", browser.run("return getComputedStyle(document.getElementById('board')).touchAction"));
        assertEquals(List.of(), browser.messages());
    }

    @Test
    void severalDigitsAreReadAsANumber() {
        show("/", WIDTH, "light");
        draw(SEVEN_ONE, "mouse");
        awaitDigit("71");
        assertEquals(4L, browser.run("return document.querySelectorAll('#answer .digits img').length"));
        browser.requireReadable(WIDTH);
        assertEquals(List.of(), browser.messages());
    }

    @Test
    void whatIsNoDigitIsSaidToBeNone() {
        show("/", WIDTH, "light");
        draw(SCRIBBLE, "mouse");
        await(() -> said().startsWith("No digit here."), "there is none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"paste", "drop"})
    void aGivenPictureIsRead(String how) {
        show("/", WIDTH, "light");
        browser.run(GIVE, how, Base64.getEncoder().encodeToString(SmallMnist.testPng(0)));
        awaitDigit(String.valueOf(SmallMnist.testLabel(0)));
        assertEquals(List.of(), browser.messages());
    }

    @Test
    void anExampleIsSavedWithItsLabel() {
        show("/", WIDTH, "light");
        draw(SEVEN, "mouse");
        awaitDigit("7");
        browser.run("document.getElementById('label').value = '7'; document.getElementById('save').click()");
        await(() -> said().startsWith("Saved"), "it is saved");
        assertTrue(Files.isDirectory(scratch.resolve("examples").resolve("7")));
    }

    @Test
    void theCurvesOfARealTrainingGrow() throws Exception {
        show("/watch", WIDTH, "light");
        assertTrue(text("#trainings").startsWith("No training"));
        try (ChildNn training = ChildNn.start(
                scratch,
                List.of(),
                Trainings.command(scratch.resolve("runs").resolve("live"), "--epochs", 3000, "--no-detector"))) {
            training.await(() -> text("#trainings").contains("Images per second"));
            training.await(() -> browser.run("return document.querySelectorAll('#curves svg').length")
                    .equals(3L));
            String first = points();
            training.await(() -> !points().equals(first));
            assertTrue(text("#runs").contains("training"));
            training.signal("TERM");
            training.result();
        }
        await(() -> text("#trainings").startsWith("No training"), "it has ended");
        assertTrue(text("#runs").contains("stopped"));
        assertEquals(List.of(), browser.messages());
    }

    private static String points() {
        return String.valueOf(browser.run("return document.querySelector('#curves svg')?.outerHTML"));
    }

    @Test
    void aTurnedSliderComputesAnew() {
        show("/learn?lesson=classifier", WIDTH, "light");
        String before = text("#result");
        browser.run(
                "const s = document.getElementById('value'); s.value = '3.5'; s.dispatchEvent(new Event('input', { bubbles: true }))");
        await(() -> text("#result").contains("A = 3.5 does not part them"), "it is computed");
        assertFalse(text("#result").equals(before));
        assertEquals(List.of(), browser.messages());
    }

    @ParameterizedTest
    @CsvSource({
        "/, 375, light",
        "/, 3840, dark",
        "/watch, 375, dark",
        "/watch, 3840, light",
        "/learn, 375, light",
        "/learn, 1280, dark"
    })
    void thePagesAreReadable(String page, int width, String scheme) {
        show(page, width, scheme);
        if (page.equals("/")) {
            draw(SEVEN, "mouse");
            awaitDigit("7");
        }
        browser.requireReadable(width);
        assertEquals(List.of(), browser.messages());
    }

    @Test
    void theLanguageIsSwitchedAndStays() {
        show("/", WIDTH, "light");
        browser.run("document.querySelector('.language a').click()");
        await(() -> browser.run("return document.documentElement.lang").equals("zh"), "it is Chinese");
        show("/watch", WIDTH, "light");
        assertEquals("zh", browser.run("return document.documentElement.lang"));
        show("/?lang=en", WIDTH, "light");
    }

    private static void show(String path, int width, String scheme) {
        browser.show(server.url() + path, width, scheme);
    }

    /** Moves a mouse, a pen or a finger over the board, as the system does. */
    private static void draw(double[][][] strokes, String kind) {
        List<?> box = (List<?>) browser.run("const box = document.getElementById('board').getBoundingClientRect();"
                + "return [box.left, box.top, box.width, box.height].map(String)");
        double[] place = box.stream()
                .mapToDouble(side -> Double.parseDouble((String) side))
                .toArray();
        for (double[][] stroke : strokes) {
            for (int i = 0; i <= stroke.length; i++) {
                double[] point = stroke[Math.min(i, stroke.length - 1)];
                double x = place[0] + point[0] * place[2];
                double y = place[1] + point[1] * place[3];
                String phase = i == 0 ? "Start" : i < stroke.length ? "Move" : "End";
                if (kind.equals("touch")) {
                    touch(phase, x, y);
                } else {
                    move(phase, x, y, kind);
                }
            }
        }
    }

    private static void touch(String phase, double x, double y) {
        List<?> points = phase.equals("End") ? List.of() : List.of(Map.of("x", x, "y", y));
        browser.driver()
                .executeCdpCommand("Input.dispatchTouchEvent", Map.of("type", "touch" + phase, "touchPoints", points));
    }

    private static void move(String phase, double x, double y, String kind) {
        Map<String, String> types = Map.of("Start", "mousePressed", "Move", "mouseMoved", "End", "mouseReleased");
        Map<String, Object> event = Map.of(
                "type",
                types.get(phase),
                "x",
                x,
                "y",
                y,
                "button",
                "left",
                "buttons",
                1,
                "clickCount",
                1,
                "pointerType",
                kind);
        browser.driver().executeCdpCommand("Input.dispatchMouseEvent", event);
    }

    private static void press(CharSequence keys) {
        browser.driver().switchTo().activeElement().sendKeys(keys);
    }

    private static String text(String selector) {
        return String.valueOf(browser.run("return document.querySelector(arguments[0])?.innerText.trim()", selector));
    }

    private static String said() {
        return text("#answer .summary");
    }

    private static void awaitDigit(String digit) {
        await(() -> digit.equals(browser.run("return document.querySelector('#answer b.digit')?.innerText")), digit);
    }

    private static void await(BooleanSupplier condition, String claim) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, () -> claim + ", but: " + text("main"));
            Thread.onSpinWait();
        }
    }
}
