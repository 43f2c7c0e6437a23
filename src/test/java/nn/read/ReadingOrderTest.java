package nn.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines of 100 x 20 pixels. */
class ReadingOrderTest {

    private static Lines.Line line(int left, int top) {
        return new Lines.Line(Ink.part(left, top, 100, 20), 0);
    }

    @Test
    void linesGoFromTopToBottom() {
        Lines.Line upper = line(30, 0);
        Lines.Line lower = line(0, 40);
        assertEquals(List.of(upper, lower), ReadingOrder.of(List.of(lower, upper)));
    }

    @Test
    void columnsThatAreNotLevelFollowEachOther() {
        Lines.Line left1 = line(0, 0);
        Lines.Line left2 = line(0, 30);
        Lines.Line right1 = line(200, 15);
        Lines.Line right2 = line(200, 45);
        assertEquals(List.of(left1, left2, right1, right2), ReadingOrder.of(List.of(right1, left1, right2, left2)));
    }

    @Test
    void aLineAcrossBothKeepsTheOrderFromTopToBottom() {
        Lines.Line left = line(0, 0);
        Lines.Line right = line(150, 15);
        Lines.Line across = line(90, 60);
        assertEquals(List.of(left, right, across), ReadingOrder.of(List.of(across, right, left)));
    }
}
