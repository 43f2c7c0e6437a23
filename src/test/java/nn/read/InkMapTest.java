package nn.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nn.image.Plane;
import nn.image.prepare.Polarity;
import org.junit.jupiter.api.Test;

class InkMapTest {

    /** Between wide strokes it is dark all around, so that their paper looks like light ink. */
    @Test
    void paperBetweenWideStrokesOfAStripIsNoInk() {
        Plane light = Plane.of(300, 44);
        boolean[] stroke = new boolean[light.values().length];
        for (int i = 0; i < stroke.length; i++) {
            int x = i % 300;
            int y = i / 300;
            boolean isWide = x >= 60 && x < 104 && (x - 60) % 11 < 8;
            boolean isNarrow = x >= 150 && x < 290 && x % 20 < 3;
            stroke[i] = y >= 6 && y < 38 && (isWide || isNarrow);
            light.values()[i] = stroke[i] ? 0.1f : 0.85f;
        }
        InkMap map = InkMap.withLines(light, Polarity.AUTO);
        for (int i = 0; i < stroke.length; i++) {
            assertEquals(
                    stroke[i], map.ink().values()[i] >= InkMap.THRESHOLD, "column " + i % 300 + ", row " + i / 300);
        }
    }
}
