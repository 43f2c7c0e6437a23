package nn.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import nn.image.Plane;
import nn.image.prepare.Polarity;
import org.junit.jupiter.api.Test;

/** Drawn pages of 400 x 300 pixels: what is ink, and what is desk, case, heading or shade. */
class PaperAndDeskTest {

    private static final int WIDTH = 400;
    private static final int HEIGHT = 300;

    private final Plane light = Plane.of(WIDTH, HEIGHT);

    PaperAndDeskTest() {
        fill(0, 0, WIDTH, HEIGHT, 0.9f);
    }

    private void fill(int left, int top, int right, int bottom, float value) {
        for (int y = top; y < bottom; y++) {
            Arrays.fill(light.values(), y * WIDTH + left, y * WIDTH + right, value);
        }
    }

    /** A digit's outline: a zero. */
    private void zero(int left, int top, float value, float paper) {
        fill(left, top, left + 20, top + 30, value);
        fill(left + 4, top + 4, left + 16, top + 26, paper);
    }

    @Test
    void whatLiesOnTheDeskIsNotOnThePaper() {
        fill(0, 270, WIDTH, HEIGHT, 0.3f);
        zero(100, 100, 0.1f, 0.9f);
        Surfaces surfaces =
                Surfaces.of(InkMap.withLines(light, Polarity.DARK_INK).linesRemoved());
        assertTrue(surfaces.carry(Ink.part(50, 280, 10, 10)));
        assertFalse(surfaces.carry(Ink.part(100, 100, 20, 30)));
    }

    @Test
    void aStrokeThatReachesTheEdgeOfThePictureIsInk() {
        fill(180, 0, 220, 200, 0.1f);
        assertFalse(Surfaces.of(InkMap.withLines(light, Polarity.DARK_INK).linesRemoved())
                .carry(Ink.part(180, 0, 40, 200)));
    }

    @Test
    void specksDoNotSayHowHighDigitsAre() {
        for (int i = 0; i < 60; i++) {
            fill(10 + i % 20 * 19, 200 + i / 20 * 20, 12 + i % 20 * 19, 206 + i / 20 * 20, 0.1f);
        }
        zero(100, 100, 0.1f, 0.9f);
        zero(140, 100, 0.1f, 0.9f);
        zero(180, 100, 0.1f, 0.9f);
        assertEquals(
                30,
                Parts.of(InkMap.withLines(light, Polarity.DARK_INK).linesRemoved())
                        .height());
    }

    private boolean isInverted(int x, int y) {
        Plane upper = Plane.of(WIDTH, HEIGHT);
        Plane lower = Plane.of(WIDTH, HEIGHT);
        Arrays.fill(upper.values(), 0.9f);
        Arrays.fill(lower.values(), 0.1f);
        return LightInk.of(light, upper, lower, Polarity.AUTO)[y * WIDTH + x];
    }

    @Test
    void inkIsLightOnANarrowDarkPanel() {
        fill(60, 100, 340, 200, 0.1f);
        for (int i = 0; i < 6; i++) {
            zero(100 + 40 * i, 135, 0.7f, 0.1f);
        }
        assertTrue(isInverted(80, 150));
        assertFalse(isInverted(20, 20));
    }

    @Test
    void inkIsDarkInTheShadeOfAHand() {
        fill(60, 60, 340, 240, 0.3f);
        for (int i = 0; i < 6; i++) {
            zero(100 + 40 * i, 135, 0.02f, 0.3f);
        }
        assertFalse(isInverted(80, 150));
    }

    @Test
    void aGridIsFoundBesideADarkHeading() {
        fill(20, 10, 380, 60, 0.1f);
        for (int i = 0; i <= 3; i++) {
            fill(100, 80 + 66 * i, 301, 82 + 66 * i, 0.2f);
            fill(100 + 66 * i, 80, 102 + 66 * i, 280, 0.2f);
        }
        Optional<Perspective> view = GridOutline.of(light, Polarity.DARK_INK, new ReadOptions.Cells(3, 3));
        assertEquals(100, view.orElseThrow().x(0, 0), 3);
        assertEquals(80, view.orElseThrow().y(0, 0), 3);
        assertEquals(301, view.orElseThrow().x(1, 1), 3);
    }
}
