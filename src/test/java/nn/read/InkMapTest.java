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
            stroke[i] = y >= 4 && y < 40 && (x >= 60 && x < 72 || x >= 80 && x < 92 || x >= 200 && x < 206);
            light.values()[i] = stroke[i] ? 0.1f : 0.85f;
        }
        InkMap map = InkMap.of(light, Polarity.AUTO);
        for (int i = 0; i < stroke.length; i++) {
            assertEquals(
                    stroke[i], map.ink().values()[i] >= InkMap.THRESHOLD, "column " + i % 300 + ", row " + i / 300);
        }
    }
}
