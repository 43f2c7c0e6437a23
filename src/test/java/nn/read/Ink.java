package nn.read;

import java.util.Arrays;
import java.util.List;
import nn.image.Plane;
import nn.image.prepare.Box;
import nn.image.prepare.Polarity;

/** Rectangles of ink. */
final class Ink {

    private Ink() {}

    static Part part(int left, int top, int width, int height) {
        boolean[] mask = new boolean[width * height];
        Arrays.fill(mask, true);
        return Part.of(new Box(left, top, left + width, top + height), mask);
    }

    /** White paper of so many pixels with parts in black. */
    static InkMap page(int width, int height, List<Part> parts) {
        Plane light = Plane.of(width, height);
        Arrays.fill(light.values(), 1);
        for (Part part : parts) {
            Box box = part.box();
            for (int y = box.top(); y < box.bottom(); y++) {
                Arrays.fill(light.values(), y * width + box.left(), y * width + box.right(), 0);
            }
        }
        return InkMap.withLines(light, Polarity.DARK_INK).linesRemoved();
    }
}
