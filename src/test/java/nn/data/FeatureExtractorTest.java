package nn.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FeatureExtractorTest {

    private static float[] made(InputKind inputs, byte[] image) {
        FeatureExtractor maker = new FeatureExtractor(inputs, 28, 28);
        float[] into = new float[maker.count()];
        Arrays.fill(into, -1);
        maker.make(image, into);
        return into;
    }

    @Test
    void aNetworkReadsSoManyNumbers() {
        assertEquals(784, InputKind.PIXELS.count(28, 28));
        assertEquals(392, InputKind.GRADIENTS.count(28, 28));
        assertEquals(1176, InputKind.BOTH.count(28, 28));
        assertEquals(8 * 3 * 2, InputKind.GRADIENTS.count(9, 8));
        assertEquals(1 + 8, InputKind.BOTH.count(1, 1));
        assertEquals(1L << 40, InputKind.PIXELS.count(1 << 20, 1 << 20));
    }

    @Test
    void bothArePixelsAndBehindThemGradients() {
        byte[] image = new byte[784];
        float[] pixels = new float[784];
        for (int i = 0; i < image.length; i++) {
            image[i] = (byte) (i * 37);
            pixels[i] = i * 37 % 256 / 255f;
        }
        float[] both = made(InputKind.BOTH, image);
        assertArrayEquals(pixels, made(InputKind.PIXELS, image));
        assertArrayEquals(pixels, Arrays.copyOf(both, 784));
        float[] gradients = new float[392];
        new GradientDirections(28, 28).write(pixels, gradients, 0);
        assertArrayEquals(gradients, made(InputKind.GRADIENTS, image));
        assertArrayEquals(gradients, Arrays.copyOfRange(both, 784, 1176));
    }

    @Test
    void aKindIsFoundByItsLabel() {
        for (InputKind inputs : InputKind.values()) {
            assertEquals(inputs, InputKind.labeled(inputs.label()));
        }
        assertThrows(IllegalArgumentException.class, () -> InputKind.labeled("wavelets"));
    }
}
