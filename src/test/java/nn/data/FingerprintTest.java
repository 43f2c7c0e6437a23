package nn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import nn.SyntheticData;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    private static byte[][] pixels() {
        return new byte[][] {{0, 1, 2, 3, 4, 5}, {6, 7, 8, 9, 10, 11}, {12, 13, 14, 15, 16, 17}};
    }

    private static String of(byte[][] pixels, int... labels) {
        return Fingerprint.of(SyntheticData.of(pixels, 2, 3, labels, 3));
    }

    /** The CRC-32C, bit by bit with the reflected polynomial 0x82f63b78 in Python, of each image's pixels and its label. */
    @Test
    void itIsCountSizeAndChecksum() {
        assertEquals("3x2x3-721c8904", of(pixels(), 2, 0, 1));
    }

    @Test
    void anyOtherPixelAndAnyOtherLabelChangeIt() {
        String fingerprint = of(pixels(), 2, 0, 1);
        assertNotEquals(fingerprint, of(pixels(), 2, 0, 2));
        for (int image = 0; image < 3; image++) {
            for (int pixel = 0; pixel < 6; pixel++) {
                byte[][] changed = pixels();
                changed[image][pixel]++;
                assertNotEquals(fingerprint, of(changed, 2, 0, 1), "image " + image + ", pixel " + pixel);
            }
        }
    }

    @Test
    void onlyMnistsTrainingExamplesAreThose() {
        DataSet mnist = DataDirectory.of(Path.of("data", "mnist")).readTrain();
        String fingerprint = Fingerprint.of(mnist);
        assertTrue(Fingerprint.isOfMnist(mnist, () -> fingerprint));
        assertFalse(Fingerprint.isOfMnist(mnist, () -> "60000x28x28-00000000"));
        assertFalse(Fingerprint.isOfMnist(mnist.range(0, 59_999), () -> {
            throw new AssertionError("so many examples cannot be MNIST's");
        }));
    }
}
