package nn.cli;

import java.util.OptionalLong;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parses durations: {@code 200ms}, {@code 30s}, {@code 5m}, {@code 1h}. */
final class DurationParser {

    private DurationParser() {}

    /** The nanoseconds; empty if the text is no duration. */
    static OptionalLong nanos(String text) {
        String number = text.replaceAll("[a-z]+$", "");
        long unit = switch (text.substring(number.length())) {
            case "ms" -> 1_000_000L;
            case "s" -> 1_000_000_000L;
            case "m" -> 60_000_000_000L;
            case "h" -> 3_600_000_000_000L;
            default -> 0;
        };
        return unit == 0 || !number.matches("[1-9][0-9]{0,5}")
                ? OptionalLong.empty()
                : OptionalLong.of(Long.parseLong(number) * unit);
    }

    /** Converts to seconds. */
    static final class SecondsConverter implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            return nanos(text).orElseThrow(() -> new TypeConversionException(text)) / 1e9;
        }
    }
}
