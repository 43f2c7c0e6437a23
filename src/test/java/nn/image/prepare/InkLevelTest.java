package nn.image.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class InkLevelTest {

    /** A plane of a thousand pixels: so many of each value, the rest of the last value. */
    private static InkLevel of(double... countsAndValues) {
        return InkLevel.of(Planes.of(100, 10, (x, y) -> {
            int pixel = y * 100 + x;
            int at = 0;
            while (at < countsAndValues.length - 1 && pixel >= countsAndValues[at]) {
                pixel -= (int) countsAndValues[at];
                at += 2;
            }
            return countsAndValues[Math.min(at + 1, countsAndValues.length - 1)];
        }));
    }

    @Test
    void theMedianIsThePaper() {
        assertEquals(0.07f, of(300, 0.5, 0.07).paper());
    }

    @Test
    void whatIsFainterThanAnyPenIsNoInk() {
        assertEquals(new InkLevel(0, 1), of(100, 0.049, 0));
        assertEquals(0.05f, of(100, 0.051, 0).threshold());
    }

    /** Half of the paper is off by 0.02 or more, so its deviation is 1.4826 * 0.02, and four of them are no ink yet. */
    @Test
    void grainOfThePaperIsNoInk() {
        float fourDeviations = 4 * 1.4826f * 0.02f;
        InkLevel level = of(300, 0.08, 300, 0.12, 50, 0.21, 50, 0.8, 0.1);
        assertEquals(0.1f, level.paper(), 1e-6);
        assertEquals(fourDeviations, level.threshold(), 1e-6);
        assertTrue(level.threshold() > 0.21f - 0.1f, "the darkest grain");
        assertEquals(1, of(300, 0.08, 300, 0.12, 100, 0.21, 0.1).threshold(), "grain alone has no ink in it");
    }

    /** Ruled lines of 0.2 fall into bin 51 of 256, and ink begins with the next one. */
    @Test
    void linesFainterThanTheInkAreParted() {
        assertEquals(52 / 256f, of(90, 0.2, 60, 0.7, 0).threshold());
        assertEquals(52 / 256f, of(60, 0.2, 90, 0.7, 0).threshold());
        assertEquals(52 / 256f, of(90, 0.2, 60, 0.7, 10, 0.8, 0).threshold());
        // Above paper that is not quite white.
        assertEquals(52 / 256f, of(90, 0.3, 60, 0.8, 0.1).threshold());
    }

    /**
     * 0.2, 0.4 and 0.9 fall into bins 51, 102 and 230. Between the first two the variance between both sides is
     * 60 * 80 * 115^2, as the upper side's mean is 166; between the last two it is 100 * 40 * 158.6^2, which is more.
     */
    @Test
    void ofThreeStrengthsTheThresholdPartsWhatDiffersMost() {
        assertEquals(103 / 256f, of(60, 0.2, 40, 0.4, 40, 0.9, 0).threshold());
        // Now 10 * 80 * 115^2 against 50 * 40 * 138^2; and 60 * 31 * 68^2 against 90 * 1 * 162^2.
        assertEquals(103 / 256f, of(10, 0.2, 40, 0.4, 40, 0.9, 0).threshold());
        assertEquals(52 / 256f, of(60, 0.2, 30, 0.4, 1, 0.9, 0).threshold());
        // With 0.7 in bin 179: 40 * 80 * 153.5^2 against 80 * 40 * 115^2.
        assertEquals(52 / 256f, of(40, 0.2, 40, 0.7, 40, 0.9, 0).threshold());
    }

    /** Otsu's threshold would part a pen of two strengths, 0.85 and 0.95; six tenths of the stronger one do not. */
    @Test
    void unevenInkIsInkAsAWhole() {
        assertEquals(0.6f * 0.95f, of(100, 0.85, 100, 0.95, 0).threshold(), 1e-6);
        assertEquals(0.6f * 0.8f, of(100, 0.8, 100, 0.9, 0.1).threshold(), 1e-6);
    }

    /** Without it a solid picture would be divided by nothing. */
    @Test
    void inkAsStrongAsCanBeHasALevel() {
        assertEquals(0.05f, of(100, 1, 0).threshold());
        assertEquals(0.6f, of(50, 0.99, 50, 1, 0).threshold(), 0.01f);
    }
}
