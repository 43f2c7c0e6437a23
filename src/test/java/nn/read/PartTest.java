package nn.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Optional;
import nn.image.prepare.Box;
import org.junit.jupiter.api.Test;

class PartTest {

    private static Part filled(int left, int top, int right, int bottom) {
        Box box = new Box(left, top, right, bottom);
        boolean[] mask = new boolean[box.width() * box.height()];
        Arrays.fill(mask, true);
        return Part.of(box, mask);
    }

    @Test
    void nearIsWhatLiesWithinADistanceOfAnotherPart() {
        Part left = filled(10, 10, 20, 30);
        Part right = filled(20, 10, 40, 30);
        assertEquals(new Box(20, 10, 23, 30), right.near(left, 3).orElseThrow().box());
    }

    @Test
    void nearIsNothingIfAllIsFarther() {
        assertEquals(Optional.empty(), filled(30, 10, 40, 30).near(filled(10, 10, 20, 30), 3));
    }
}
