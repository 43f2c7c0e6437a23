package nn.read;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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
                .flatMap(StrayLines::digits)
                .sorted(Comparator.comparingInt(StrayLines::height))
                .toList();
        if (digits.isEmpty()) {
            return lines;
        }
        double usual = usualHeight(digits);
        return lines.stream()
                .filter(line -> {
                    int height = digits(line).mapToInt(StrayLines::height).max().orElseThrow();
                    return height >= (saysLittle(line) ? LOW : LOWEST) * usual
                            && (height <= HIGH * usual || !saysLittle(line));
                })
                .toList();
    }

    /** The median, each digit counted by the area of its box. */
    private static double usualHeight(List<Page.Digit> sorted) {
        long total = sorted.stream().mapToLong(StrayLines::area).sum();
        long seen = 0;
        for (Page.Digit digit : sorted) {
            seen += area(digit);
            if (2 * seen >= total) {
                return height(digit);
            }
        }
        throw new IllegalArgumentException("no digits");
    }

    private static boolean saysLittle(Page.Line line) {
        return digits(line).allMatch(digit -> LITTLE.contains(digit.text()));
    }

    private static Stream<Page.Digit> digits(Page.Line line) {
        return line.numbers().stream().flatMap(number -> number.digits().stream());
    }

    private static int height(Page.Digit digit) {
        return digit.box().height();
    }

    private static long area(Page.Digit digit) {
        return (long) digit.box().width() * digit.box().height();
    }
}
