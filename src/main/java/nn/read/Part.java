package nn.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nn.image.Plane;
import nn.image.prepare.Box;
import nn.image.prepare.Components;

/**
 * Some pixels of ink: a connected part, a piece of one, or several together.
 *
 * @param box  its bounds on the page
 * @param mask [box height * box width] which pixels in the box belong to it
 * @param area how many they are
 */
record Part(Box box, boolean[] mask, int area) {

    /** Of the given pixels, cropped to them; they must not be empty. */
    static Part of(Box box, boolean[] mask) {
        int left = box.width();
        int top = box.height();
        int right = 0;
        int bottom = 0;
        int area = 0;
        for (int i = 0; i < mask.length; i++) {
            if (mask[i]) {
                left = Math.min(left, i % box.width());
                right = Math.max(right, i % box.width() + 1);
                top = Math.min(top, i / box.width());
                bottom = i / box.width() + 1;
                area++;
            }
        }
        if (area == 0) {
            throw new IllegalArgumentException("a part without pixels");
        }
        Box own = new Box(box.left() + left, box.top() + top, box.left() + right, box.top() + bottom);
        if (own.equals(box)) {
            return new Part(box, mask, area);
        }
        boolean[] cropped = new boolean[own.width() * own.height()];
        for (int y = 0; y < own.height(); y++) {
            System.arraycopy(mask, (top + y) * box.width() + left, cropped, y * own.width(), own.width());
        }
        return new Part(own, cropped, area);
    }

    static Part of(Components components, Components.Part part) {
        Box box = part.box();
        boolean[] mask = new boolean[box.width() * box.height()];
        for (int y = 0; y < box.height(); y++) {
            int row = (box.top() + y) * components.width() + box.left();
            for (int x = 0; x < box.width(); x++) {
                mask[y * box.width() + x] = components.labels()[row + x] == part.label();
            }
        }
        return new Part(box, mask, part.area());
    }

    /** All pixels of several parts. */
    static Part union(List<Part> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        Box box = parts.get(0).box;
        for (Part part : parts) {
            box = box.union(part.box);
        }
        boolean[] mask = new boolean[box.width() * box.height()];
        for (Part part : parts) {
            for (int y = 0; y < part.height(); y++) {
                for (int x = 0; x < part.width(); x++) {
                    if (part.at(x, y)) {
                        mask[(part.box.top() - box.top() + y) * box.width() + part.box.left() - box.left() + x] = true;
                    }
                }
            }
        }
        return of(box, mask);
    }

    int width() {
        return box.width();
    }

    int height() {
        return box.height();
    }

    double centerX() {
        return (box.left() + box.right()) / 2.0;
    }

    double centerY() {
        return (box.top() + box.bottom()) / 2.0;
    }

    /** The share of its box that is ink. */
    double fill() {
        return (double) area / mask.length;
    }

    /** Whether a pixel, in columns and rows of the box, belongs to it; false outside of the box. */
    boolean at(int x, int y) {
        return x >= 0 && y >= 0 && x < width() && y < height() && mask[y * width() + x];
    }

    /** The page's row of its highest pixel in a column of the page; far below all rows if it has none there. */
    int firstRow(int pageX) {
        for (int y = 0; y < height(); y++) {
            if (at(pageX - box.left(), y)) {
                return box.top() + y;
            }
        }
        return Integer.MAX_VALUE / 2;
    }

    /** The page's row of its lowest pixel in a column of the page; far above all rows if it has none there. */
    int lastRow(int pageX) {
        for (int y = height() - 1; y >= 0; y--) {
            if (at(pageX - box.left(), y)) {
                return box.top() + y;
            }
        }
        return Integer.MIN_VALUE / 2;
    }

    /** How wide its strokes are, in pixels: twice the area per length of its outline, where both sides of a stroke count. */
    double stroke() {
        int outline = 0;
        for (int y = 0; y < height(); y++) {
            for (int x = 0; x < width(); x++) {
                if (at(x, y)) {
                    outline += (at(x + 1, y) ? 0 : 1)
                            + (at(x - 1, y) ? 0 : 1)
                            + (at(x, y + 1) ? 0 : 1)
                            + (at(x, y - 1) ? 0 : 1);
                }
            }
        }
        // Steps across and down make a slanted outline longer by about a quarter.
        return Math.max(1, 2.0 * area / (0.8 * outline));
    }

    /** Whether any of its pixels lies in a box, or at most so many pixels beside it. */
    boolean isNear(Box other, int distance) {
        for (int y = other.top() - distance; y < other.bottom() + distance; y++) {
            for (int x = other.left() - distance; x < other.right() + distance; x++) {
                if (at(x - box.left(), y - box.top())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Its pixels that are at most so many rows and columns from a pixel of another part, if there are any. */
    Optional<Part> near(Part other, int distance) {
        boolean[] mask = new boolean[this.mask.length];
        boolean any = false;
        for (int y = 0; y < height(); y++) {
            for (int x = 0; x < width(); x++) {
                boolean near = at(x, y) && other.isNear(pixel(x, y), distance);
                mask[y * width() + x] = near;
                any |= near;
            }
        }
        return any ? Optional.of(of(box, mask)) : Optional.empty();
    }

    private Box pixel(int x, int y) {
        return new Box(box.left() + x, box.top() + y, box.left() + x + 1, box.top() + y + 1);
    }

    /** The mean of a plane's values over its pixels. */
    double meanOf(Plane plane) {
        double sum = 0;
        for (int i = 0; i < mask.length; i++) {
            sum += mask[i] ? plane.at(box.left() + i % width(), box.top() + i / width()) : 0;
        }
        return sum / area;
    }

    /** Its ink alone, with two pixels of blank paper around; the blurred edge of its strokes belongs to it. */
    Plane ink(InkMap map) {
        Plane page = map.ink();
        Plane alone = Plane.of(width() + 4, height() + 4);
        for (int y = -1; y <= height(); y++) {
            for (int x = -1; x <= width(); x++) {
                int pageX = box.left() + x;
                int pageY = box.top() + y;
                if (pageX < 0 || pageY < 0 || pageX >= page.width() || pageY >= page.height()) {
                    continue;
                }
                float value = page.at(pageX, pageY);
                if (at(x, y)) {
                    // What belongs to it and is no ink joins the bars of a display, or the sides of a crack.
                    alone.values()[(y + 2) * alone.width() + x + 2] = value < InkMap.THRESHOLD ? 1 : Math.min(1, value);
                } else if (value < InkMap.THRESHOLD && isNear(x, y)) {
                    alone.values()[(y + 2) * alone.width() + x + 2] = Math.min(1, value);
                }
            }
        }
        return alone;
    }

    private boolean isNear(int x, int y) {
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                if (at(x + dx, y + dy)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The connected parts of it. */
    List<Part> connected() {
        Plane plane = Plane.of(width(), height());
        for (int i = 0; i < mask.length; i++) {
            plane.values()[i] = mask[i] ? 1 : 0;
        }
        Components components = Components.of(plane, 1);
        List<Part> parts = new ArrayList<>();
        for (Components.Part part : components.parts()) {
            parts.add(of(components, part).moved(box.left(), box.top()));
        }
        return parts;
    }

    Part moved(int x, int y) {
        return new Part(new Box(box.left() + x, box.top() + y, box.right() + x, box.bottom() + y), mask, area);
    }
}
