package nn.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import nn.image.prepare.Box;
import org.junit.jupiter.api.Test;

class PartTest {

    @Test
    void nearIsWhatLiesWithinADistanceOfAnotherPart() {
        Part left = Ink.part(10, 10, 10, 20);
        Part right = Ink.part(20, 10, 20, 20);
        assertEquals(new Box(20, 10, 23, 30), right.near(left, 3).orElseThrow().box());
    }

    @Test
    void nearIsNothingIfAllIsFarther() {
        assertEquals(Optional.empty(), Ink.part(30, 10, 10, 20).near(Ink.part(10, 10, 10, 20), 3));
    }
}
