package nn.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.imageio.ImageIO;
import nn.image.Picture;
import nn.image.Plane;
import nn.image.prepare.Box;
import nn.read.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** White paper, and a digit of 20 x 40 pixels. */
class BoxesDrawingTest {

    private static final int WIDTH = 60;
    private static final int HEIGHT = 120;

    private static BufferedImage drawn(Box box, String text) throws IOException {
        Plane light = Plane.of(WIDTH, HEIGHT);
        Arrays.fill(light.values(), 1);
        Picture picture = new Picture(light, light, List.of());
        Page.Digit digit = new Page.Digit(box, text, 8, 1, Collections.nCopies(10, 0.1), null);
        Page.Number number = new Page.Number(List.of(digit), OptionalInt.empty(), Optional.empty());
        Page page = new Page(WIDTH, HEIGHT, List.of(new Page.Line(List.of(number))), List.of());
        return ImageIO.read(new ByteArrayInputStream(BoxesDrawing.png(picture, page)));
    }

    /** The first and the last row with color between the digit's sides, in the given rows; -1 if there are none. */
    private static List<Integer> colored(BufferedImage image, int top, int bottom) {
        int first = -1;
        int last = -1;
        for (int y = top; y < bottom; y++) {
            for (int x = 22; x < 38; x++) {
                if ((image.getRGB(x, y) & 0xff) < 128) {
                    first = first < 0 ? y : first;
                    last = y;
                }
            }
        }
        return List.of(first, last);
    }

    /** 14 pixels, 4 from the box, and a pixel more for the width of the stroke. */
    @ParameterizedTest
    @CsvSource({"50, 31, 46", "5, 48, 64", "78, 59, 74"})
    void theAnswerStandsAboveTheBoxOrAtTheTopEdgeBelowIt(int top, int first, int last) throws IOException {
        BufferedImage image = drawn(new Box(20, top, 40, top + 40), "8");
        assertEquals(List.of(-1, -1), colored(image, top + 1, top + 38), "the digit is seen");
        boolean below = first > top;
        List<Integer> label = colored(image, below ? top + 43 : 0, below ? HEIGHT : top - 3);
        assertEquals(first, label.get(0), 1);
        assertEquals(last, label.get(1), 1);
    }
}
