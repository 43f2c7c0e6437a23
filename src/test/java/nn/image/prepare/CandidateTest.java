package nn.image.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CandidateTest {

    private static final Candidate SEVEN = new DigitPreparation(Polarity.AUTO, false)
            .candidates(DrawnDigit.onPaper(DrawnDigit.seven(100)))
            .plain()
            .orElseThrow();

    @Test
    void fourQuartersAreOnceAround() {
        assertArrayEquals(SEVEN.digit().pixels(), SEVEN.turned(4).digit().pixels());
        assertArrayEquals(
                SEVEN.turned(3).digit().pixels(),
                SEVEN.turned(1).turned(2).digit().pixels());
    }

    @Test
    void aQuarterBringsTheTopToTheRight() {
        byte[] upright = SEVEN.digit().pixels();
        byte[] turned = SEVEN.turned(1).digit().pixels();
        for (int y = 0; y < 28; y++) {
            for (int x = 0; x < 28; x++) {
                assertEquals(upright[y * 28 + x], turned[x * 28 + 27 - y]);
            }
        }
    }

    @Test
    void aTurnIsSaid() {
        assertEquals(0, SEVEN.quarters());
        assertEquals(3, SEVEN.turned(3).quarters());
        assertEquals(
                "dark ink on the picture, turned by 270 degrees",
                SEVEN.turned(3).name());
    }
}
