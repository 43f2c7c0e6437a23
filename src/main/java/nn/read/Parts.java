package nn.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nn.image.Plane;
import nn.image.prepare.Box;
import nn.image.prepare.Components;
import nn.image.prepare.StraightLines;

/**
 * The connected parts of a page's ink that may belong to digits.
 *
 * @param parts   without frames, separators and remnants of lines
 * @param height  the usual height of a digit, in pixels; 0 if there is none
 * @param display whether they are digits of seven bars
 * @param tooMany whether there were more, smaller ones
 */
record Parts(List<Part> parts, double height, boolean display, boolean tooMany) {

    /** Lower parts do not say how high digits are: no digit can be read from so few pixels. */
    private static final int LOWEST = 5;
    /** A part that is so many times as high as a digit, or twice as many times as wide, may be a frame, or have a line in it. */
    private static final double FRAME = 1.5;
    /** A large part with less ink in its box is nothing that was written. */
    private static final double HOLLOW = 0.02;

    /** A frame has ink in no more of its box. */
    private static final double MOST_FILLED = 0.4;
    /** What a frame encloses is at least so high, as a share of it. */
    private static final double INSIDE = 0.3;
    /** Or so high, if there are several: the shade around a sheet of paper. */
    private static final double INSIDE_LARGE = 0.04;

    /** What is so much fainter than the writing is none. */
    private static final double FAINT = 0.3;
    /** A bar that is so much thinner or fainter than the writing is a piece of a ruled line. */
    private static final double THIN = 0.6;

    /** A bar that is about as high as digits may be a 1 in a thinner pen. */
    private static final double THIN_ONE = 0.35;

    private static final double AS_HIGH = 0.7;

    /** A bar is narrower than this share of its length. */
    private static final double BAR = 0.25;
    /** An edge is so many times as high as a digit, and has so many digits in it. */
    private static final double EDGE = 2.5;

    private static final int SEVERAL = 3;
    /** What broke off an edge is nearer to it than this share of a digit's height. */
    private static final double NEAR_EDGE = 0.25;

    /** More are not looked at, lest a page of specks takes minutes. */
    static final int MOST = 5_000;

    static Parts of(InkMap map) {
        Components components = Components.of(map.ink(), InkMap.THRESHOLD);
        List<Components.Part> found = components.parts().stream()
                .filter(part -> part.area() >= 3 && isWritten(part))
                .sorted(Comparator.<Components.Part>comparingInt(Components.Part::area)
                        .reversed())
                .toList();
        Surfaces surfaces = Surfaces.of(map);
        List<Part> parts = found.stream()
                .limit(MOST)
                .map(part -> Part.of(components, part))
                .filter(part -> !surfaces.carry(part))
                .toList();
        List<Part> frames = parts.stream().filter(part -> isFrame(part, parts)).toList();
        double height = usualHeight(
                parts.stream().filter(part -> !frames.contains(part)).toList(), map.ink());
        List<Part> kept = new ArrayList<>();
        List<Part> crooked = new ArrayList<>();
        for (Part part : parts) {
            if (frames.contains(part)) {
                withoutFrame(part, height)
                        .forEach(piece -> (piece.height() >= FRAME * height && isFrame(piece, parts) ? crooked : kept)
                                .add(piece));
            } else if (Math.max(part.height(), part.width() / 2.0) > FRAME * height) {
                kept.addAll(withoutFrame(part, height));
            } else {
                kept.add(part);
            }
        }
        List<Part> written = withoutEdges(withoutRemnants(kept, map, height), crooked, height);
        List<Part> joined = SegmentDisplay.joined(written, height);
        return joined.size() == written.size()
                ? new Parts(Separators.removed(written), height, false, found.size() > MOST)
                : new Parts(joined, usualHeight(joined, map.ink()), true, found.size() > MOST);
    }

    /** Without the edges of paper and cases, which are too crooked for lines, and without the bars that broke off them. */
    private static List<Part> withoutEdges(List<Part> parts, List<Part> frames, double height) {
        List<Part> edges = Stream.concat(frames.stream(), parts.stream().filter(part -> isEdge(part, parts, height)))
                .toList();
        int near = (int) Math.ceil(NEAR_EDGE * height);
        return parts.stream()
                .filter(part -> !edges.contains(part))
                .filter(part -> !isBar(part) || edges.stream().noneMatch(edge -> edge.isNear(part.box(), near)))
                .toList();
    }

    /** Whether a part is much larger than a digit and has several in it. */
    private static boolean isEdge(Part part, List<Part> all, double height) {
        return part.height() >= EDGE * height && encloses(part, all, 0.5 * height, SEVERAL);
    }

    private static boolean isBar(Part part) {
        return Math.min(part.width(), part.height()) < BAR * Math.max(part.width(), part.height());
    }

    /** A part with what takes a pass over its pixels to know: the width of its strokes, and how much light they swallow. */
    private record Measured(Part part, double stroke, double strength) {

        WeightedMedian.Counted counted(double value) {
            return new WeightedMedian.Counted(value, part.area());
        }
    }

    /** Without what is left of ruled lines: straight, and thinner or fainter than the writing. */
    private static List<Part> withoutRemnants(List<Part> parts, InkMap map, double height) {
        List<Measured> measured = parts.stream()
                .map(part -> new Measured(part, part.stroke(), part.meanOf(map.swallowed())))
                .toList();
        double stroke = WeightedMedian.of(measured.stream().map(each -> each.counted(each.stroke)));
        double strength = WeightedMedian.of(measured.stream().map(each -> each.counted(each.strength)));
        return measured.stream()
                .filter(each -> {
                    boolean thin = each.stroke < (isAsHigh(each.part, height) ? THIN_ONE : THIN) * stroke;
                    return each.strength > FAINT * strength
                            && !(isBar(each.part) && (thin || each.strength < THIN * strength));
                })
                .map(Measured::part)
                .toList();
    }

    private static boolean isAsHigh(Part part, double height) {
        return part.height() > AS_HIGH * height && part.height() < height / AS_HIGH;
    }

    /** Whether another part that may be a digit lies within its box, or several lower ones. */
    private static boolean isFrame(Part part, List<Part> all) {
        return part.height() > 3 * LOWEST
                && (part.fill() < MOST_FILLED && encloses(part, all, INSIDE * part.height(), 1)
                        || encloses(part, all, Math.max(2 * LOWEST, INSIDE_LARGE * part.height()), SEVERAL));
    }

    /** Whether at least so many other parts that are higher than the given height lie within a part's box. */
    private static boolean encloses(Part part, List<Part> all, double height, int count) {
        return all.stream()
                        .filter(other -> other.height() > height
                                && other != part
                                && part.box().encloses(other.box()))
                        .limit(count)
                        .count()
                == count;
    }

    private static boolean isWritten(Components.Part part) {
        Box box = part.box();
        return box.longerSide() < 200 || part.area() >= HOLLOW * box.width() * box.height();
    }

    /** The median height of what is not low and flat, each counted by its ink: there may be more specks than digits. */
    static double usualHeight(List<Part> parts, Plane page) {
        List<Part> upright = parts.stream()
                .filter(part -> part.height() >= LOWEST && part.height() > 0.4 * part.width())
                .filter(part -> part.height() < 0.95 * page.height() || part.fill() > 0.1)
                .toList();
        return WeightedMedian.of((upright.isEmpty() ? parts : upright)
                .stream().map(part -> new WeightedMedian.Counted(part.height(), part.area())));
    }

    /** What is left of a part when straight lines are taken out; the part itself if there are none. */
    private static List<Part> withoutFrame(Part part, double height) {
        Plane plane = Plane.of(part.width(), part.height());
        for (int i = 0; i < part.mask().length; i++) {
            plane.values()[i] = part.mask()[i] ? 1 : 0;
        }
        int shortest = (int) Math.max(1.3 * height, 0.5 * Math.min(part.width(), part.height()));
        Plane rest =
                StraightLines.removed(plane, 0.5f, new StraightLines.Search(shortest, shortest, 12, 3, 1, 0, false), 0);
        boolean[] mask = new boolean[part.mask().length];
        int left = 0;
        for (int i = 0; i < mask.length; i++) {
            mask[i] = rest.values()[i] > 0;
            left += mask[i] ? 1 : 0;
        }
        if (left > 0.9 * part.area()) {
            return List.of(part);
        }
        return left == 0
                ? List.of()
                : Part.of(part.box(), mask).connected().stream()
                        .filter(piece -> piece.area() > 8)
                        .toList();
    }
}
