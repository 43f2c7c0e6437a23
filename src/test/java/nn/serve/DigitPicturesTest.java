package nn.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import nn.image.prepare.PreparedDigit;
import org.junit.jupiter.api.Test;

class DigitPicturesTest {

    private static final PreparedDigit DIGIT =
            new PreparedDigit(new byte[] {0, (byte) 255, 0, 0, 0, 0}, 2, 3, true, List.of());

    private static BufferedImage image(String data) throws IOException {
        String start = "data:image/png;base64,";
        assertTrue(data.startsWith(start), data);
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(data.substring(start.length()))));
    }

    @Test
    void theDigitIsDarkOnLight() throws IOException {
        BufferedImage seen = image(DigitPictures.seen(DIGIT));
        assertEquals(Color.WHITE, new Color(seen.getRGB(0, 0)));
        assertEquals(Color.BLACK, new Color(seen.getRGB(1, 0)));
        assertEquals(Color.WHITE, new Color(seen.getRGB(2, 1)));
    }

    @Test
    void whatSpeaksForTheAnswerIsBlueAndWhatSpeaksAgainstItOrange() throws IOException {
        BufferedImage map = image(DigitPictures.map(DIGIT, new double[] {2, 0, -2, 0.5, 0, 0}));
        assertEquals(new Color(0, 103, 165), new Color(map.getRGB(0, 0)));
        assertEquals(new Color(194, 79, 0), new Color(map.getRGB(2, 0)));
        Color digit = new Color(map.getRGB(1, 0));
        assertTrue(digit.getRed() == digit.getBlue() && digit.getRed() < 150, () -> "the digit is gray: " + digit);
        Color weak = new Color(map.getRGB(0, 1));
        assertTrue(weak.getBlue() > weak.getRed() && weak.getRed() > 50, () -> "less is paler: " + weak);
        assertEquals(Color.WHITE, new Color(map.getRGB(1, 1)));
    }
}
