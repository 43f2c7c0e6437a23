package nn.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Pictures of 2 rows of 3 pixels: two in the first row, one in the second. */
class DigitSheetTest {

    private static final int HEIGHT = 2;
    private static final int WIDTH = 3;
    private static final int SIDE = 4;
    private static final int GAP = 4;
    private static final int CAPTION = 14;

    private static DigitSheet.Tile tile(String caption, int... pixels) {
        byte[] bytes = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            bytes[i] = (byte) pixels[i];
        }
        return new DigitSheet.Tile(caption, bytes);
    }

    private static final DigitSheet SHEET = new DigitSheet(
            HEIGHT,
            WIDTH,
            List.of(
                    List.of(tile("7", 0, 50, 100, 150, 200, 255), tile("a long one", 255, 0, 0, 0, 0, 0)),
                    List.of(tile("3", 0, 0, 0, 0, 0, 255))));

    /** Without the captions, which a font draws: see {@link #captionsStandAboveThePictures}. */
    @Test
    void eachPixelIsASquareOfFourDarkOnLightBetweenGrayGaps() throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(SHEET.png()));
        assertEquals(2 * (WIDTH * SIDE + GAP) + GAP, image.getWidth());
        assertEquals(2 * (CAPTION + HEIGHT * SIDE + GAP) + GAP, image.getHeight());
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (y % (CAPTION + HEIGHT * SIDE + GAP) >= GAP + CAPTION) {
                    assertEquals(expected(x, y), image.getRaster().getSample(x, y, 0), x + ", " + y);
                }
            }
        }
    }

    @Test
    void captionsStandAboveThePictures() throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(SHEET.png()));
        int inked = 0;
        for (int y = 0; y < GAP + CAPTION; y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int sample = image.getRaster().getSample(x, y, 0);
                inked += sample < 0xc0 ? 1 : 0;
                assertTrue(sample == 0xc0 || x % (WIDTH * SIDE + GAP) >= GAP, "ink beside the picture at " + x);
            }
        }
        assertTrue(inked > 20, inked + " inked pixels");
    }

    private static int expected(int x, int y) {
        int column = x / (WIDTH * SIDE + GAP);
        int row = y / (CAPTION + HEIGHT * SIDE + GAP);
        int right = x % (WIDTH * SIDE + GAP) - GAP;
        int down = y % (CAPTION + HEIGHT * SIDE + GAP) - GAP - CAPTION;
        if (right < 0
                || down < 0
                || row >= SHEET.rows().size()
                || column >= SHEET.rows().get(row).size()) {
            return 0xc0;
        }
        return 255 - (SHEET.rows().get(row).get(column).pixels()[down / SIDE * WIDTH + right / SIDE] & 0xff);
    }

    /** A picture takes two characters a pixel, and two bars. */
    @Test
    void picturesStandBesideEachOtherBelowTheirCaptions() {
        assertEquals("""
                7       a long o
                |  ..--||@@    |
                |++##@@||      |
                3
                |      |
                |    @@|
                """, SHEET.text(false, 16));
    }

    @Test
    void whatDoesNotFitBesideTheOthersGoesOnBelow() {
        List<String> narrow = SHEET.text(false, 15).lines().toList();
        assertEquals(
                List.of("7", "|  ..--|", "|++##@@|", "a long o", "|@@    |", "|      |", "3", "|      |", "|    @@|"),
                narrow);
        assertEquals(narrow, SHEET.text(false, 1).lines().toList(), "at least one stands in each line");
    }

    /** In block characters a picture takes one a pixel, and two rows a line. */
    @Test
    void blockCharactersTakeHalfTheWidth() {
        List<String> lines = SHEET.text(true, 10).lines().toList();
        assertEquals(List.of("7    a lon", "3"), List.of(lines.get(0), lines.get(2)));
        assertEquals(4, lines.size());
        assertTrue(lines.get(1).length() == 10 && lines.get(3).length() == 5, lines.toString());
    }
}
