package nn.image.prepare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import nn.image.Plane;

/**
 * Areas of one brightness that a digit could be written on: a sheet on a desk, a dark box on a page, a screen in a phone. They stand
 * out at some threshold, their holes are what is written on them, and they are nearly convex.
 */
final class Regions {

    /**
     * One of them.
     *
     * @param mask   [height * width] of the plane that was searched, holes filled
     * @param box    its bounds
     * @param bright whether it is brighter than what is around it
     * @param score  how clearly it stands out
     */
    record Region(boolean[] mask, Box box, boolean bright, double score) {}

    private static final int SIDE = 112;
    private static final int LEVELS = 7;
    private static final double SMALLEST = 0.02;
    private static final double LARGEST = 0.93;
    private static final double MOST_SOLID = 0.8;
    private static final double SAME = 0.8;

    private Regions() {}

    /** The plane that regions are searched in. */
    static Plane searched(Plane light) {
        return Resampling.shrink(light, SIDE);
    }

    /** The regions of a searched plane, the clearest first, at most so many. */
    static List<Region> of(Plane searched, int most) {
        Plane smooth = Morphology.blur(searched, 1);
        float low = smooth.quantile(0.01);
        float high = smooth.quantile(0.99);
        List<Region> found = new ArrayList<>();
        if (high - low < 0.08) {
            return found;
        }
        for (int level = 1; level <= LEVELS; level++) {
            float threshold = low + (high - low) * level / (LEVELS + 1);
            collect(smooth, threshold, true, found);
            collect(smooth.inverted(), 1 - threshold, false, found);
        }
        found.sort(Comparator.comparingDouble(Region::score).reversed());
        List<Region> distinct = new ArrayList<>();
        for (Region region : found) {
            if (distinct.size() < most && distinct.stream().noneMatch(other -> overlap(region, other) > SAME)) {
                distinct.add(region);
            }
        }
        return distinct;
    }

    private static void collect(Plane plane, float threshold, boolean bright, List<Region> found) {
        Components components = Components.of(plane, threshold);
        for (Components.Part part : components.parts()) {
            double share = (double) part.box().width() * part.box().height() / plane.values().length;
            if (share < SMALLEST
                    || part.area() < 0.25 * part.box().width() * part.box().height()) {
                continue;
            }
            boolean[] mask = filled(components, part, plane);
            int area = count(mask);
            if (area > LARGEST * mask.length || area < SMALLEST * mask.length) {
                continue;
            }
            double solidity = area / hullArea(mask, plane.width(), part.box());
            if (solidity < MOST_SOLID) {
                continue;
            }
            double edge = edge(plane, mask);
            found.add(new Region(
                    mask, part.box(), bright, edge * solidity * solidity * Math.sqrt((double) area / mask.length)));
        }
    }

    /** The part with its holes: what cannot be reached from its box's rim without crossing it. */
    private static boolean[] filled(Components components, Components.Part part, Plane plane) {
        int width = plane.width();
        Box box = part.box();
        int w = box.width() + 2;
        int h = box.height() + 2;
        boolean[] outside = new boolean[w * h];
        int[] stack = new int[w * h];
        int depth = 0;
        stack[depth++] = 0;
        outside[0] = true;
        while (depth > 0) {
            int at = stack[--depth];
            int x = at % w;
            int y = at / w;
            for (int direction = 0; direction < 4; direction++) {
                int nx = x + (direction == 0 ? 1 : direction == 1 ? -1 : 0);
                int ny = y + (direction == 2 ? 1 : direction == 3 ? -1 : 0);
                if (nx < 0 || ny < 0 || nx >= w || ny >= h || outside[ny * w + nx]) {
                    continue;
                }
                boolean inBox = nx > 0 && ny > 0 && nx < w - 1 && ny < h - 1;
                if (inBox && components.labels()[(box.top() + ny - 1) * width + box.left() + nx - 1] == part.label()) {
                    continue;
                }
                outside[ny * w + nx] = true;
                stack[depth++] = ny * w + nx;
            }
        }
        boolean[] mask = new boolean[plane.values().length];
        for (int y = 0; y < box.height(); y++) {
            for (int x = 0; x < box.width(); x++) {
                mask[(box.top() + y) * width + box.left() + x] = !outside[(y + 1) * w + x + 1];
            }
        }
        return mask;
    }

    /** The mean step of brightness across the region's border, where it lies within the picture. */
    private static double edge(Plane plane, boolean[] mask) {
        float[] inside = DistanceTransform.to(mask, false, plane.width(), plane.height());
        float[] outside = DistanceTransform.to(mask, true, plane.width(), plane.height());
        double in = 0;
        double out = 0;
        int countIn = 0;
        int countOut = 0;
        for (int i = 0; i < mask.length; i++) {
            if (mask[i] && inside[i] > 1.5 && inside[i] <= 5) {
                in += plane.values()[i];
                countIn++;
            } else if (!mask[i] && outside[i] > 1.5 && outside[i] <= 5) {
                out += plane.values()[i];
                countOut++;
            }
        }
        return countIn == 0 || countOut == 0 ? 0 : Math.max(0, in / countIn - out / countOut);
    }

    /** The area of the convex hull, from the outermost pixels of each row (Andrew's monotone chain, 1979). */
    private static double hullArea(boolean[] mask, int width, Box box) {
        List<int[]> points = new ArrayList<>();
        for (int y = box.top(); y < box.bottom(); y++) {
            int left = -1;
            int right = -1;
            for (int x = box.left(); x < box.right(); x++) {
                if (mask[y * width + x]) {
                    left = left < 0 ? x : left;
                    right = x;
                }
            }
            if (left >= 0) {
                points.add(new int[] {left, y});
                points.add(new int[] {left, y + 1});
                points.add(new int[] {right + 1, y});
                points.add(new int[] {right + 1, y + 1});
            }
        }
        points.sort(Comparator.<int[]>comparingInt(p -> p[0]).thenComparingInt(p -> p[1]));
        double twice = 0;
        for (int side = 0; side < 2; side++) {
            List<int[]> chain = new ArrayList<>();
            for (int[] point : points) {
                while (chain.size() > 1 && turn(chain.get(chain.size() - 2), chain.get(chain.size() - 1), point) <= 0) {
                    chain.remove(chain.size() - 1);
                }
                chain.add(point);
            }
            for (int i = 1; i < chain.size(); i++) {
                int[] a = chain.get(i - 1);
                int[] b = chain.get(i);
                twice += a[0] * (double) b[1] - b[0] * (double) a[1];
            }
            Collections.reverse(points);
        }
        return Math.max(1, Math.abs(twice) / 2);
    }

    private static long turn(int[] a, int[] b, int[] c) {
        return (long) (b[0] - a[0]) * (c[1] - a[1]) - (long) (b[1] - a[1]) * (c[0] - a[0]);
    }

    private static double overlap(Region a, Region b) {
        int both = 0;
        int either = 0;
        for (int i = 0; i < a.mask.length; i++) {
            both += a.mask[i] && b.mask[i] ? 1 : 0;
            either += a.mask[i] || b.mask[i] ? 1 : 0;
        }
        return (double) both / either;
    }

    private static int count(boolean[] mask) {
        int count = 0;
        for (boolean set : mask) {
            count += set ? 1 : 0;
        }
        return count;
    }
}
