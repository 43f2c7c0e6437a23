package nn.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DigitDrawingTest {

    private static byte[] pixels(int... levels) {
        byte[] pixels = new byte[levels.length];
        for (int i = 0; i < levels.length; i++) {
            pixels[i] = (byte) levels[i];
        }
        return pixels;
    }

    @Test
    void asciiHasTwoCharactersAPixelAndTenLevels() {
        assertEquals("""
                |  @@|
                |..++|
                |  %%|
                """, DigitDrawing.of(pixels(0, 255, 29, 142, 28, 254), 3, 2, false));
    }

    @Test
    void unicodeHasTwoRowsALine() {
        byte[] pixels = pixels(0, 255, 0, 255, 127, 20, 0, 0, 128, 255, 0, 20, 200, 0, 96, 95, 0, 0);
        assertEquals("""
                │ ▀▄█░ │
                │▀ ░   │
                """, DigitDrawing.of(pixels, 3, 6, true));
    }
}
