package nn.image.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import nn.image.Plane;

/** Planes and masks that the tests write down, and what they must equal. */
public final class Planes {

    private Planes() {}

    /** A value for each pixel. */
    public interface Field {
        double at(int x, int y);
    }

    public static Plane of(int width, int height, Field field) {
        Plane plane = Plane.of(width, height);
        for (int i = 0; i < plane.values().length; i++) {
            plane.values()[i] = (float) field.at(i % width, i / width);
        }
        return plane;
    }

    /** One row of pixels per text: a dot is 0, a hash is 1, a digit so many tenths. */
    static Plane drawn(String... rows) {
        return of(rows[0].length(), rows.length, (x, y) -> switch (rows[y].charAt(x)) {
            case '.' -> 0;
            case '#' -> 1;
            default -> Character.digit(rows[y].charAt(x), 10) / 10.0;
        });
    }

    /** As {@link #drawn}, true where there is anything but a dot. */
    static boolean[] mask(String... rows) {
        return mask(drawn(rows));
    }

    /** True where there is anything. */
    static boolean[] mask(Plane plane) {
        float[] values = plane.values();
        boolean[] mask = new boolean[values.length];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = values[i] > 0;
        }
        return mask;
    }

    /** Values in [0, 1). */
    public static Plane random(int width, int height, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return of(width, height, (x, y) -> random.nextDouble());
    }

    static void assertPlane(Plane expected, Plane actual, double tolerance) {
        assertEquals(expected.width(), actual.width(), "width");
        assertEquals(expected.height(), actual.height(), "height");
        assertArrayEquals(expected.values(), actual.values(), (float) tolerance);
    }
}
