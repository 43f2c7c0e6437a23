package nn.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against {@code gradient_directions.json}, which {@code gradient_directions.py} computed from the definition. */
class GradientDirectionsTest {

    record Golden(String name, int rows, int columns, int[] pixels, float[] features) {

        private float[] image() {
            float[] image = new float[pixels.length];
            for (int i = 0; i < image.length; i++) {
                image[i] = pixels[i] / 255f;
            }
            return image;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Golden> images() throws IOException {
        try (InputStream in = GradientDirectionsTest.class.getResourceAsStream("gradient_directions.json")) {
            return List.of(new ObjectMapper().readValue(in, Golden[].class));
        }
    }

    private static float[] features(GradientDirections gradients, Golden golden) {
        float[] features = new float[golden.features.length];
        gradients.write(golden.image(), features, 0);
        return features;
    }

    /** The squares, as near 0 the rounding of a float is much under the root. */
    private static void assertClose(float[] expected, float[] features) {
        assertEquals(expected.length, features.length);
        for (int i = 0; i < features.length; i++) {
            assertEquals(expected[i] * expected[i], features[i] * features[i], 1e-6f, "feature " + i);
        }
    }

    @ParameterizedTest
    @MethodSource("images")
    void featuresAreThoseOfTheDefinition(Golden golden) {
        assertEquals(golden.features.length, GradientDirections.count(golden.rows, golden.columns));
        assertClose(golden.features, features(new GradientDirections(golden.rows, golden.columns), golden));
    }

    @Test
    void anImageLeavesNoTraceInTheNext() throws IOException {
        List<Golden> large =
                images().stream().filter(golden -> golden.rows == 28).toList();
        assertEquals(2, large.size());
        GradientDirections gradients = new GradientDirections(28, 28);
        for (int i : new int[] {0, 1, 0}) {
            assertArrayEquals(
                    features(new GradientDirections(28, 28), large.get(i)), features(gradients, large.get(i)));
        }
        float[] blank = new float[392];
        Arrays.fill(blank, 1);
        gradients.write(new float[784], blank, 0);
        assertArrayEquals(new float[392], blank);
    }

    @Test
    void nothingIsWrittenBeforeTheGivenPlace() throws IOException {
        Golden golden = images().get(0);
        float[] into = new float[3 + golden.features.length];
        new GradientDirections(28, 28).write(golden.image(), into, 3);
        assertArrayEquals(new float[3], Arrays.copyOf(into, 3));
        assertClose(golden.features, Arrays.copyOfRange(into, 3, into.length));
    }

    /** Half of the image is ink, from the center of the cell (3, 3) to the right, down, to the left, up. */
    @Test
    void anEdgeGivesTheDirectionInWhichItsInkBegins() {
        for (int turns = 0; turns < 4; turns++) {
            float[] image = new float[24 * 24];
            for (int row = 0; row < 24; row++) {
                for (int column = 0; column < 24; column++) {
                    int depth = new int[] {column, row, 24 - column, 24 - row}[turns];
                    image[row * 24 + column] = depth >= 12 ? 1 : 0;
                }
            }
            float[] features = new float[288];
            new GradientDirections(24, 24).write(image, features, 0);
            for (int direction = 0; direction < 8; direction++) {
                assertEquals(
                        direction == 2 * turns,
                        features[3 * 48 + direction * 6 + 3] > 0.1,
                        turns + " turns, direction " + direction);
            }
        }
    }
}
