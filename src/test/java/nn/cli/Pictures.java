package nn.cli;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import nn.image.GrayPng;

/** Pictures as a camera stores them. */
final class Pictures {

    private Pictures() {}

    /** The upright PNG as it must be stored so that the EXIF orientation shows it upright (Exif 2.32, section 4.6.4). */
    static byte[] stored(byte[] png, int orientation) throws IOException {
        BufferedImage upright = ImageIO.read(new ByteArrayInputStream(png));
        int width = orientation >= 5 ? upright.getHeight() : upright.getWidth();
        int height = orientation >= 5 ? upright.getWidth() : upright.getHeight();
        byte[] samples = new byte[width * height];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                // Where the 0th row and column of the stored picture are seen.
                int lastX = upright.getWidth() - 1;
                int lastY = upright.getHeight() - 1;
                int x = switch (orientation) {
                    case 1, 4 -> column;
                    case 2, 3 -> lastX - column;
                    case 5, 8 -> row;
                    default -> lastX - row;
                };
                int y = switch (orientation) {
                    case 1, 2 -> row;
                    case 3, 4 -> lastY - row;
                    case 5, 6 -> column;
                    default -> lastY - column;
                };
                samples[row * width + column] = (byte) upright.getRaster().getSample(x, y, 0);
            }
        }
        return GrayPng.encode(samples, height, width);
    }
}
