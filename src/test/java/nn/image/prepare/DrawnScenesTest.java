package nn.image.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import nn.checkpoint.Checkpoint;
import nn.eval.Predictor;
import nn.image.Picture;
import nn.image.Plane;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pictures as people take them, drawn by program: what the model that comes with the project must answer. */
class DrawnScenesTest {

    private static final DigitPreparation AUTO = new DigitPreparation(Polarity.AUTO, false);
    private static final Predictor PREDICTOR =
            new Predictor(Checkpoint.readClassifier(Path.of("data", "model.safetensors")), 1);

    private static final double BRIGHT = Scene.pen(0);
    private static final double DARK = Scene.pen(1);

    /** Luminance from ink and place, both coordinates in [0, 1]. */
    private interface Light {
        double at(double ink, double x, double y);
    }

    private static Picture lit(Plane ink, Light light) {
        return Scene.of(
                ink.width(),
                ink.height(),
                (x, y) -> light.at(ink.at(x, y), (x + 0.5) / ink.width(), (y + 0.5) / ink.height()));
    }

    private static Arguments scene(String name, String digits, IntFunction<Picture> picture, String... warnings) {
        return Arguments.of(name, digits, picture, List.of(warnings));
    }

    /** A scene around digits of MNIST in the middle of a sheet. */
    private static Arguments around(String name, String digits, Light light, String... warnings) {
        return scene(name, digits, digit -> lit(Sheet.written(digit), light), warnings);
    }

    private static double lamp(double x, double y) {
        return 1 - 0.9 * (Math.pow(x - 0.4, 2) + Math.pow(y - 0.5, 2));
    }

    /** Noise, the same in each run, in [-0.5, 0.5). */
    private static Light noisy(Light light, double noise) {
        SplittableRandom random = new SplittableRandom(7);
        return (ink, x, y) -> light.at(ink, x, y) + noise * (random.nextDouble() - 0.5);
    }

    private static double fromMiddle(double x, double y) {
        return Math.max(Math.abs(x - 0.5), Math.abs(y - 0.5));
    }

    static Stream<Arguments> paper() {
        return Stream.of(
                around("pen on paper", "0123456789", (ink, x, y) -> Scene.pen(ink)),
                around("chalk on a board", "0369", (ink, x, y) -> DARK + 0.75 * ink),
                around("pencil on gray paper", "1258", (ink, x, y) -> 0.75 - 0.12 * ink),
                around("faint chalk", "0479", (ink, x, y) -> 0.2 + 0.12 * ink),
                around("a pen that runs dry", "2358", (ink, x, y) -> BRIGHT - ink * (0.75 - 0.5 * y)),
                around("light from one side", "0257", (ink, x, y) -> Scene.pen(ink) * (1 - 0.65 * x)),
                around("a lamp above the sheet", "1468", (ink, x, y) -> Scene.pen(ink) * lamp(x, y)),
                around("a lamp above a board", "2379", (ink, x, y) -> (0.25 + 0.65 * ink) * lamp(x, y)),
                around(
                        "the soft edge of a shadow",
                        "0359",
                        (ink, x, y) -> Scene.pen(ink) * (1 - 0.5 / (1 + Math.exp(-(x + 0.4 * y - 0.7) / 0.04)))),
                around(
                        "the hard edge of a shadow",
                        "1267",
                        (ink, x, y) -> Scene.pen(ink) * (x + 0.3 * y < 0.5 ? 0.6 : 1)),
                around("faint ink in uneven light", "3489", (ink, x, y) -> (0.7 - 0.15 * ink) * (0.5 + 0.5 * x)),
                around("ruled paper", "0257", (ink, x, y) -> Math.min(Scene.pen(ink), y * 9 % 1 < 0.12 ? 0.7 : 1)),
                around(
                        "squared paper",
                        "1468",
                        (ink, x, y) -> Math.min(Scene.pen(ink), y * 10 % 1 < 0.1 || x * 12 % 1 < 0.1 ? 0.7 : 1)),
                around("noise", "2359", noisy((ink, x, y) -> 0.8 - 0.5 * ink, 0.25)),
                around("noise and faint ink", "0467", noisy((ink, x, y) -> 0.8 - 0.2 * ink, 0.12)),
                around(
                        "dust",
                        "1358",
                        (ink, x, y) -> Math.hypot(x - 0.85, y - 0.85) < 0.012 || Math.hypot(x - 0.2, y - 0.3) < 0.012
                                ? 0.1
                                : Scene.pen(ink)));
    }

    static Stream<Arguments> surroundings() {
        return Stream.of(
                around(
                        "a margin as dark as the pen",
                        "0257",
                        (ink, x, y) -> Math.abs(x - 0.12) < 0.008 ? 0.1 : Scene.pen(ink)),
                around("a line below", "1346", (ink, x, y) -> Math.abs(y - 0.95) < 0.008 ? 0.1 : Scene.pen(ink)),
                around("a table on the left", "0489", (ink, x, y) -> x < 0.1 + 0.04 * y ? 0.12 : Scene.pen(ink)),
                around(
                        "a table around a corner",
                        "1357",
                        (ink, x, y) -> x + 0.05 * y > 0.94 || y > 0.94 ? 0.12 : Scene.pen(ink)),
                around(
                        "a dark table all around",
                        "0268",
                        (ink, x, y) -> fromMiddle(x, y) > 0.45 ? 0.12 : Scene.pen(ink)),
                around(
                        "a gray table all around",
                        "3579",
                        (ink, x, y) -> fromMiddle(x, y) > 0.46 ? 0.4 : Scene.pen(ink)),
                around("a window beside a gray page", "0149", (ink, x, y) -> x > 0.9 ? 1 : 0.6 - 0.45 * ink),
                around("a wall beside a board", "2368", (ink, x, y) -> x < 0.06 ? BRIGHT : 0.2 + 0.7 * ink),
                around(
                        "the box of a form",
                        "0257",
                        (ink, x, y) -> fromMiddle(x, y) > 0.42 && fromMiddle(x, y) < 0.435 ? 0.1 : Scene.pen(ink)));
    }

    static Stream<Arguments> strokes() {
        return Stream.of(
                scene("a hairline pen", "0123456789", digit -> Scene.penned(Sheet.drawn(digit, 1.2))),
                scene("a pen of straight lines", "0257", digit -> Scene.penned(Sheet.drawn(digit, 8))),
                scene("a marker", "0123456789", digit -> Scene.penned(Sheet.drawn(digit, 26))),
                scene("a thick chalk", "0689", digit -> lit(Sheet.drawn(digit, 26), (ink, x, y) -> 0.2 + 0.7 * ink)),
                around(
                        "strokes broken across",
                        "2357",
                        (ink, x, y) -> Scene.pen(Math.abs(x - 0.45) < 0.012 || Math.abs(x - 0.55) < 0.012 ? 0 : ink)),
                scene(
                        "a five without its joint",
                        "5",
                        digit -> Scene.penned(DrawnDigit.ink(200, 200, DrawnDigit.BROKEN_FIVE, 50, 40, 110, 12))),
                scene("out of focus", "0479", digit -> Scene.penned(Morphology.blur(Sheet.written(digit), 3))));
    }

    static Stream<Arguments> places() {
        return Stream.of(
                scene("small in a corner", "0257", digit -> Scene.penned(Sheet.written(digit, 400, 300, 320, 60, 36))),
                scene("portrait", "1369", digit -> Scene.penned(Sheet.written(digit, 120, 420, 60, 150, 80))),
                scene("panorama", "0458", digit -> Scene.penned(Sheet.written(digit, 600, 120, 300, 60, 70))),
                scene("tiny", "2679", digit -> Scene.penned(Sheet.written(digit, 32, 32, 16, 16, 22))),
                scene(
                        "no margin",
                        "3568",
                        digit -> Scene.penned(Scene.trimmed(Sheet.written(digit))),
                        PreparedDigit.TOUCHES_EDGE),
                scene(
                        "cut off below",
                        "0279",
                        digit -> Scene.penned(Sheet.written(digit, 240, 160, 120, 104, 120)),
                        PreparedDigit.TOUCHES_EDGE),
                scene(
                        "half a neighbor",
                        "1346",
                        digit -> Scene.penned(
                                Sheet.together(Sheet.written(digit), Sheet.written(8, 240, 200, 250, 100, 100)))),
                scene(
                        "a heavier neighbor that is cut off",
                        "0235",
                        digit -> Scene.penned(Sheet.together(
                                Sheet.written(digit, 240, 200, 60, 100, 90),
                                Sheet.written(8, 240, 200, 200, 100, 120)))),
                scene(
                        "a smaller neighbor",
                        "0257",
                        digit -> Scene.penned(Sheet.together(
                                Sheet.written(digit, 300, 200, 120, 100, 120),
                                Sheet.written(3, 300, 200, 250, 100, 90))),
                        PreparedDigit.SEVERAL_DIGITS),
                scene("ink on nothing", "0257", digit -> {
                    Plane ink = Sheet.written(digit);
                    return new Picture(Plane.of(ink.width(), ink.height()), ink, List.of());
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"paper", "surroundings", "strokes", "places"})
    void aDrawnDigitIsRead(String name, String digits, IntFunction<Picture> picture, List<String> warnings) {
        StringBuilder answers = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            PreparedDigit prepared = AUTO.prepare(picture.apply(digits.charAt(i) - '0'));
            assertEquals(warnings, prepared.warnings(), "warnings of " + digits.charAt(i));
            answers.append(PREDICTOR.predict(List.of(prepared.pixels())).get(0).digit());
        }
        assertEquals(digits, answers.toString());
    }
}
