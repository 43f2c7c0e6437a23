package nn.image.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nn.image.Picture;
import nn.image.Plane;

/** The drawn seven of 200 x 200 pixels, changed in ways that the preparation should take out, and what it must come to. */
final class Seven {

    static final int SIDE = 200;
    static final PreparedDigit PREPARED =
            new DigitPreparation(Polarity.AUTO, false).prepare(DrawnDigit.onPaper(DrawnDigit.seven(SIDE)));

    private Seven() {}

    /** How a picture may be changed: luminance from luminance and position, both coordinates in [0, 1]. */
    interface Change {
        double light(double light, double x, double y);
    }

    static Picture changed(Change change) {
        Plane light = DrawnDigit.onPaper(DrawnDigit.seven(SIDE)).luminance();
        return DrawnDigit.opaque(Planes.of(
                SIDE,
                SIDE,
                (x, y) -> Math.max(0, Math.min(1, change.light(light.at(x, y), (x + 0.5) / SIDE, (y + 0.5) / SIDE)))));
    }

    /** Mean difference per pixel, in levels of 255, over the pixels that have ink in either. */
    static double difference(PreparedDigit actual) {
        int sum = 0;
        int count = 0;
        for (int i = 0; i < PREPARED.pixels().length; i++) {
            int p = PREPARED.pixels()[i] & 0xff;
            int q = actual.pixels()[i] & 0xff;
            sum += Math.abs(p - q);
            count += p > 0 || q > 0 ? 1 : 0;
        }
        return (double) sum / count;
    }

    static void assertSame(PreparedDigit actual) {
        assertNearlySame(actual, 0.1);
    }

    static void assertNearlySame(PreparedDigit actual, double levels) {
        assertTrue(actual.hasInk());
        assertEquals(0, difference(actual), levels, "levels per pixel of ink");
    }
}
