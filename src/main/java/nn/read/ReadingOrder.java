package nn.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The order of lines on a page: from top to bottom, and columns whose lines are not level with each other one after the other. */
final class ReadingOrder {

    /** Blank paper between columns is at least so many heights of a line wide. */
    private static final double GUTTER = 1;
    /** Lines whose middles differ by less than this share of their height lie beside each other. */
    private static final double BESIDE = 0.9;

    private ReadingOrder() {}

    static List<Lines.Line> of(List<Lines.Line> lines) {
        List<Lines.Line> sorted = new ArrayList<>(lines);
        sorted.sort(Comparator.comparingDouble(Lines.Line::start));
        double end = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < sorted.size(); i++) {
            Lines.Line line = sorted.get(i);
            if (i > 0 && line.start() - end > GUTTER * line.height()) {
                List<Lines.Line> left = sorted.subList(0, i);
                List<Lines.Line> right = sorted.subList(i, sorted.size());
                if (areColumns(left, right)) {
                    List<Lines.Line> ordered = new ArrayList<>(of(left));
                    ordered.addAll(of(right));
                    return ordered;
                }
            }
            end = Math.max(end, line.end());
        }
        sorted.sort(Comparator.comparingDouble(Lines.Line::level));
        return sorted;
    }

    /** Whether most lines of the shorter group lie beside lines of the other, although not level with them. */
    private static boolean areColumns(List<Lines.Line> left, List<Lines.Line> right) {
        List<Lines.Line> shorter = left.size() < right.size() ? left : right;
        List<Lines.Line> longer = shorter == left ? right : left;
        long beside = shorter.stream()
                .filter(line -> longer.stream().anyMatch(other -> areBeside(line, other)))
                .count();
        return shorter.size() > 1 && 2 * beside > shorter.size();
    }

    private static boolean areBeside(Lines.Line line, Lines.Line other) {
        return Math.abs(line.level() - other.level()) < BESIDE * Math.max(line.height(), other.height());
    }
}
