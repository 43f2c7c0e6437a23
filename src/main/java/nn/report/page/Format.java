package nn.report.page;

import java.util.Locale;
import nn.eval.Interval;

/** Numbers as a page shows them. */
final class Format {

    private Format() {}

    /** With a space that does not break the line. */
    static String percent(double share) {
        return of("%.2f\u00a0%%", 100 * share);
    }

    static String interval(Interval interval) {
        return of("%.2f to %.2f\u00a0%%", 100 * interval.low(), 100 * interval.high());
    }

    /** Nothing for what was not measured. */
    static String decimal(double value) {
        return Double.isNaN(value) ? "" : of("%.4f", value);
    }

    static String seconds(double seconds) {
        return seconds < 120 ? of("%.1f s", seconds) : of("%.1f min", seconds / 60);
    }

    static String of(String pattern, Object... arguments) {
        return String.format(Locale.ROOT, pattern, arguments);
    }
}
