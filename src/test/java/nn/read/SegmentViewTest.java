package nn.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nn.image.Plane;
import org.junit.jupiter.api.Test;

/** Two bars of ink side by side on a page of 100 x 60 pixels: 4 wide and 32 high, 12 pixels apart. */
class SegmentViewTest {

    private static final int HEIGHT = 32;
    private static final Part LEFT = bar(30, 4, HEIGHT);
    private static final Part RIGHT = bar(46, 4, HEIGHT);

    private static Part bar(int left, int width, int height) {
        return Ink.part(left, 10, width, height);
    }

    private static InkMap page(List<Part> parts) {
        Plane ink = Plane.of(100, 60);
        for (Part part : parts) {
            for (int y = part.box().top(); y < part.box().bottom(); y++) {
                for (int x = part.box().left(); x < part.box().right(); x++) {
                    ink.values()[y * 100 + x] = 1;
                }
            }
        }
        return new InkMap(ink, ink, new InkMap.Paper(0, 0.1f));
    }

    private static int sum(byte[] view, int from, int to) {
        int sum = 0;
        for (int row = 0; row < SegmentView.ROWS; row++) {
            for (int column = from; column < to; column++) {
                sum += view[row * SegmentView.COLUMNS + column] & 0xff;
            }
        }
        return sum;
    }

    @Test
    void theSegmentsOwnInkIsOnTheLeftAndTheInkAroundItOnTheRight() {
        byte[] view = SegmentView.of(LEFT, page(List.of(LEFT, RIGHT)), HEIGHT);
        // 4 x 32 pixels become 2 x 16.
        assertEquals(2 * 16 * 255, sum(view, 0, 32));
        assertEquals(2 * 16 * 255, sum(view, 32, 64));
        assertEquals(2 * 16 * 255, sum(view, 15, 17), "in the middle");
        assertEquals(2 * 16 * 255, sum(view, 32 + 23, 32 + 25), "8 columns to the right of it");
    }

    @Test
    void aPieceLooksUnlikeAWholeBarAlthoughItsFormIsTheSame() {
        Part half = bar(30, 4, HEIGHT / 2);
        byte[] piece = SegmentView.of(half, page(List.of(LEFT)), HEIGHT);
        assertEquals(sum(piece, 0, 32), sum(piece, 32, 64), "the other half is around it");
    }

    @Test
    void sizeIsRelativeToTheLine() {
        byte[] small = SegmentView.of(LEFT, page(List.of(LEFT)), 2 * HEIGHT);
        assertEquals(8 * 255, sum(small, 0, 32), 8 * 2, "rounded");
    }

    @Test
    void aSegmentAtTheEdgeOfThePageIsSeenWithBlankPaperBeyond() {
        Part corner = Ink.part(0, 0, 2, 2);
        byte[] view = SegmentView.of(corner, page(List.of(corner)), HEIGHT);
        assertTrue(sum(view, 0, 32) > 0);
        assertEquals(0, sum(view, 32, 64));
    }
}
