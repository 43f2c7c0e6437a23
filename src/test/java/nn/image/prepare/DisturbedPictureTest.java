package nn.image.prepare;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import nn.image.Picture;
import nn.image.Plane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not the digit's ink leaves the prepared digit as it is. */
class DisturbedPictureTest {

    private static final DigitPreparation AUTO = new DigitPreparation(Polarity.AUTO, false);

    private static void assertTakenOut(Seven.Change change) {
        Seven.assertSame(AUTO.prepare(Seven.changed(change)));
    }

    private static void assertNearlyTakenOut(Seven.Change change) {
        Seven.assertNearlySame(AUTO.prepare(Seven.changed(change)), 1);
    }

    private static double fromMiddle(double x, double y) {
        return Math.max(Math.abs(x - 0.5), Math.abs(y - 0.5));
    }

    @Test
    void faintInkIsAsStrongAsDarkInk() {
        assertTakenOut((light, x, y) -> 0.75 + 0.2 * light);
    }

    @Test
    void unevenLightIsTakenOut() {
        assertTakenOut((light, x, y) -> light * (0.4 + 0.6 * x * (1 - 0.3 * y)));
    }

    @Test
    void softShadowIsNoInk() {
        assertTakenOut((light, x, y) -> light * (1 - 0.4 / (1 + Math.exp(-(x + 0.4 * y - 0.6) / 0.05))));
    }

    @Test
    void noiseAndSpecksAreNoInk() {
        SplittableRandom random = new SplittableRandom(7);
        assertNearlyTakenOut((light, x, y) -> light + 0.12 * (random.nextDouble() - 0.5));
        assertTakenOut((light, x, y) ->
                Math.hypot(x - 0.85, y - 0.85) < 0.01 || Math.hypot(x - 0.1, y - 0.3) < 0.012 ? 0.1 : light);
    }

    /** Half of it differs by a quarter of its range or more, so nothing does by four deviations. */
    @Test
    void grainAloneIsNoDigit() {
        for (int seed = 0; seed < 5; seed++) {
            Plane grain = Planes.random(Seven.SIDE, Seven.SIDE, seed);
            Plane light = Planes.of(Seven.SIDE, Seven.SIDE, (x, y) -> 0.7 + 0.2 * grain.at(x, y));
            assertFalse(AUTO.prepare(DrawnDigit.opaque(light)).hasInk(), "seed " + seed);
        }
    }

    @Test
    void ruledPaperIsNoInk() {
        assertNearlyTakenOut((light, x, y) -> light - (y * 8 % 1 < 0.05 || x * 8 % 1 < 0.05 ? 0.15 : 0));
    }

    @Test
    void tableBeyondThePageIsNoInk() {
        assertTakenOut((light, x, y) -> x + 0.05 * y > 0.94 ? 0.1 : light);
    }

    /** Around a corner or all around the page it has more ink than the digit, and its middle is the picture's. */
    @Test
    void tableAroundThePageIsNoInk() {
        assertTakenOut((light, x, y) -> x + 0.05 * y > 0.9 || y > 0.9 ? 0.1 : light);
        Seven.assertSame(new DigitPreparation(Polarity.DARK_INK, false)
                .prepare(Seven.changed((light, x, y) -> fromMiddle(x, y) > 0.4 ? 0.1 : light)));
    }

    @Test
    void frameAroundTheDigitIsNoInk() {
        assertTakenOut((light, x, y) -> fromMiddle(x, y) > 0.42 && fromMiddle(x, y) < 0.435 ? 0.1 : light);
    }

    @ParameterizedTest
    @ValueSource(floats = {0, 0.3f, 0.6f, 1})
    void inkOnTransparentPaperIsTheSameDigitWhateverItsColor(float color) {
        Plane light = Plane.of(Seven.SIDE, Seven.SIDE);
        Arrays.fill(light.values(), color);
        Seven.assertSame(AUTO.prepare(new Picture(light, DrawnDigit.seven(Seven.SIDE), List.of())));
    }

    @Test
    void transparentMarginAroundPaperIsPaper() {
        Picture page = DrawnDigit.onPaper(DrawnDigit.seven(Seven.SIDE));
        Plane opacity = Planes.of(Seven.SIDE, Seven.SIDE, (x, y) -> x < 10 || y > Seven.SIDE - 10 ? 0 : 1);
        Seven.assertSame(AUTO.prepare(new Picture(page.luminance(), opacity, List.of())));
    }
}
