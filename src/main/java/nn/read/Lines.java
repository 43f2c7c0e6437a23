package nn.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Groups parts into lines of writing: along the slope of the page, and along each line's own drift.
 *
 * @param slope the rise per pixel to the right, downwards
 * @param lines from top to bottom; the parts of each from left to right
 */
record Lines(double slope, List<Line> lines) {

    /** Lower than this share of the usual height is no digit by itself. */
    private static final double SMALL = 0.4;
    /** A digit of a line of small writing is at least so high, in pixels, and as a share of its width. */
    private static final int LOWEST = 9;

    private static final double LYING = 0.6;
    /** What is nearer to a digit than this share of its height belongs to its line. */
    private static final double NEAR = 0.6;
    /** A page is not tilted more, in degrees. */
    private static final double STEEPEST = 10;

    private static final double STEP = 0.25;
    /** Parts whose centers differ by up to this share of their height stand in one line. */
    private static final double DRIFT = 0.45;

    /** One line, with its small parts. */
    static final class Line {

        private final List<Part> parts = new ArrayList<>();
        private final List<Part> small = new ArrayList<>();
        private final double slope;
        private OptionalDouble height = OptionalDouble.empty();
        private int end;

        Line(Part first, double slope) {
            this.slope = slope;
            add(first);
        }

        /** A level line of the given parts, at least one of them large. */
        static Line level(List<Part> large, List<Part> small) {
            Line line = new Line(large.get(0), 0);
            large.subList(1, large.size()).forEach(line::add);
            line.small.addAll(small);
            line.sort();
            return line;
        }

        private void add(Part part) {
            parts.add(part);
            height = OptionalDouble.empty();
            end = Math.max(end, part.box().right());
        }

        /** The parts that may be digits by themselves. */
        List<Part> parts() {
            return parts;
        }

        /** Dots, dashes, and pieces of digits. */
        List<Part> small() {
            return small;
        }

        double slope() {
            return slope;
        }

        /** The height of its digits: above the median, as some are low. */
        double height() {
            if (height.isEmpty()) {
                double[] heights =
                        parts.stream().mapToDouble(Part::height).sorted().toArray();
                height = OptionalDouble.of(heights[(int) (0.6 * (heights.length - 1) + 0.5)]);
            }
            return height.getAsDouble();
        }

        /** Where the middle of the line is at a column, by the nearest parts. */
        double middleAt(double x) {
            double sum = 0;
            double weights = 0;
            for (Part part : nearest(x)) {
                double weight = part.height();
                sum += weight * (part.centerY() + slope * (x - part.centerX()));
                weights += weight;
            }
            return sum / weights;
        }

        /** The three parts nearest to a column, or fewer, from the nearest on. */
        private List<Part> nearest(double x) {
            List<Part> nearest = new ArrayList<>();
            for (Part part : parts) {
                int at = nearest.size();
                while (at > 0
                        && Math.abs(part.centerX() - x)
                                < Math.abs(nearest.get(at - 1).centerX() - x)) {
                    at--;
                }
                nearest.add(at, part);
                if (nearest.size() > 3) {
                    nearest.remove(3);
                }
            }
            return nearest;
        }

        double start() {
            return parts.stream().mapToInt(part -> part.box().left()).min().orElseThrow();
        }

        double end() {
            return end;
        }

        /** Where its middle would be at column 0. */
        double level() {
            return parts.stream()
                    .mapToDouble(part -> part.centerY() - slope * part.centerX())
                    .average()
                    .orElseThrow();
        }

        private void sort() {
            parts.sort(Comparator.comparingDouble(Part::centerX));
            small.sort(Comparator.comparingDouble(Part::centerX));
        }
    }

    static Lines of(Parts parts) {
        List<Part> large = new ArrayList<>();
        List<Part> small = new ArrayList<>();
        for (Part part : parts.parts()) {
            (part.height() >= SMALL * parts.height() ? large : small).add(part);
        }
        List<Part> high = List.copyOf(large);
        small.removeIf(part -> {
            boolean alone = part.height() >= LOWEST
                    && part.height() > LYING * part.width()
                    && high.stream().noneMatch(other -> belongs(part, other));
            return alone && large.add(part);
        });
        large.sort(Comparator.comparingDouble(Part::centerX));
        double slope = slope(large);
        List<Line> lines = new ArrayList<>();
        for (Part part : large) {
            Line best = null;
            double least = Double.MAX_VALUE;
            for (Line line : lines) {
                double height = line.height();
                double off = Math.abs(part.centerY() - line.middleAt(part.centerX()));
                double ratio = part.height() / height;
                double far = Math.max(0, part.box().left() - line.end()) / height;
                double cost = off / Math.max(height, part.height()) + 0.01 * far;
                if (off < DRIFT * Math.max(height, part.height()) && ratio > 0.35 && ratio < 2.6 && cost < least) {
                    best = line;
                    least = cost;
                }
            }
            if (best == null) {
                lines.add(new Line(part, slope));
            } else {
                best.add(part);
            }
        }
        small.forEach(part -> addSmall(part, lines));
        lines.forEach(Line::sort);
        return new Lines(slope, ReadingOrder.of(lines));
    }

    /** Whether a part is a small thing beside or within a higher one. */
    private static boolean belongs(Part part, Part other) {
        double near = NEAR * other.height();
        return part.height() < SMALL * other.height()
                && part.centerY() > other.box().top() - near / 3
                && part.centerY() < other.box().bottom() + near / 3
                && part.box().right() > other.box().left() - near
                && part.box().left() < other.box().right() + near;
    }

    /** Puts a small part into the line that it is nearest to, if it is within reach. */
    private static void addSmall(Part part, List<Line> lines) {
        Line best = null;
        double least = 0.85;
        for (Line line : lines) {
            double off = Math.abs(part.centerY() - line.middleAt(part.centerX())) / line.height();
            double beyond = Math.max(
                    0,
                    Math.max(
                            part.box().left() - line.end(),
                            line.parts.get(0).box().left() - part.box().right()));
            if (off < least && beyond < line.height()) {
                best = line;
                least = off;
            }
        }
        if (best != null) {
            best.small.add(part);
        }
    }

    /** The slope at which the centers of the parts fall into the fewest lines: where the sum of the squared densities is largest. */
    private static double slope(List<Part> parts) {
        if (parts.size() < 3) {
            return 0;
        }
        double[] heights = parts.stream().mapToDouble(Part::height).sorted().toArray();
        double bin = Math.max(1, heights[heights.length / 2] / 6);
        double best = 0;
        double most = -1;
        for (double degrees = -STEEPEST; degrees <= STEEPEST; degrees += STEP) {
            double slope = Math.tan(Math.toRadians(degrees));
            double density = density(parts, slope, bin) * (1 - 0.006 * Math.abs(degrees));
            if (density > most) {
                most = density;
                best = slope;
            }
        }
        return best;
    }

    private static double density(List<Part> parts, double slope, double bin) {
        double[] levels = parts.stream()
                .mapToDouble(part -> (part.centerY() - slope * part.centerX()) / bin)
                .sorted()
                .toArray();
        double sum = 0;
        int from = 0;
        for (int i = 0; i < levels.length; i++) {
            while (levels[i] - levels[from] > 2) {
                from++;
            }
            for (int k = from; k < i; k++) {
                sum += 2 - (levels[i] - levels[k]);
            }
        }
        return sum;
    }
}
