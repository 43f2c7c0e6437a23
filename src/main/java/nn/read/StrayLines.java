package nn.read;

import java.util.List;
import java.util.Set;

/** Lines that are much lower or higher than the other digits of a page: specks, edges, remnants of ruled lines. */
final class StrayLines {

    /** What strokes of lines and crossings look like. */
    private static final Set<String> LITTLE = Set.of("1", "4", "7", Page.UNSURE);
    /** A line of nothing else is at least so high, compared with the other digits. */
    private static final double LOW = 0.62;
    /** And at most so high. */
    private static final double HIGH = 2;
    /** Any other line is at least so high. */
    private static final double LOWEST = 0.25;

    private StrayLines() {}

    /** The lines without such lines; all of them if the page has no other digits. */
    static List<Page.Line> removed(List<Page.Line> lines) {
        List<Page.Digit> digits = lines.stream()
                .filter(line -> !saysLittle(line))
                .flatMap(Page.Line::digits)
                .toList();
        if (digits.isEmpty()) {
            return lines;
        }
        double usual =
                WeightedMedian.of(digits.stream().map(digit -> new WeightedMedian.Counted(height(digit), area(digit))));
        return lines.stream()
                .filter(line -> {
                    int height =
                            line.digits().mapToInt(StrayLines::height).max().orElseThrow();
                    return height >= (saysLittle(line) ? LOW : LOWEST) * usual
                            && (height <= HIGH * usual || !saysLittle(line));
                })
                .toList();
    }

    private static boolean saysLittle(Page.Line line) {
        return line.digits().allMatch(digit -> LITTLE.contains(digit.text()));
    }

    private static int height(Page.Digit digit) {
        return digit.box().height();
    }

    private static long area(Page.Digit digit) {
        return (long) digit.box().width() * digit.box().height();
    }
}
