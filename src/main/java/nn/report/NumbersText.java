package nn.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.stream.Collectors;
import nn.lesson.Numbers;

/** Renders the numbers of a lesson as text: {@code 0.57444252}, {@code [1, 2]}, {@code [[1, 2], [3, 4]]}. */
final class NumbersText {

    private static final int SHOWN_DIGITS = 9;
    private static final int EXACT_DIGITS = 12;

    private NumbersText() {}

    /** With up to nine significant digits. */
    static String text(Numbers numbers) {
        return text(numbers, "");
    }

    /**
     * In a format.
     *
     * @param format empty for nine significant digits, {@code x} for twelve, {@code e} for two, a number of decimals, or
     *     {@code %} for percent
     */
    static String text(Numbers numbers, String format) {
        if (numbers.shape().isEmpty()) {
            return text(numbers.values().get(0), format);
        }
        return numbers.parts().stream().map(part -> text(part, format)).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String text(double value, String format) {
        if (!Double.isFinite(value)) {
            return String.valueOf(value);
        }
        return switch (format) {
            case "" -> digits(value, SHOWN_DIGITS);
            case "x" -> digits(value, EXACT_DIGITS);
            case "%" -> String.format(Locale.ROOT, "%.2f %%", 100 * value);
            case "e" -> digits(value, 2);
            default -> String.format(Locale.ROOT, "%." + Integer.parseInt(format) + "f", value);
        };
    }

    private static String digits(double value, int count) {
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value)
                .round(new MathContext(count, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -4 && exponent < 12) {
            return rounded.toPlainString();
        }
        String digits = rounded.unscaledValue().abs().toString();
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return (rounded.signum() < 0 ? "-" : "") + mantissa + "e" + exponent;
    }
}
