package nn.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How often a training saves its state beside the ends of epochs: after so many steps or so much time, whichever is above 0.
 *
 * @param steps a number of steps, or 0
 * @param nanos a time, or 0
 */
record CheckpointInterval(long steps, long nanos) {

    /** Whether it is time, so many steps and nanoseconds after the last one. */
    boolean due(long stepsSince, long nanosSince) {
        return steps > 0 ? stepsSince >= steps : nanosSince >= nanos;
    }

    /** Reads {@code 200ms}, {@code 30s}, {@code 5m}, or a number of steps. */
    static final class Converter implements ITypeConverter<CheckpointInterval> {
        @Override
        public CheckpointInterval convert(String text) {
            String digits = text.replaceAll("[a-z]+$", "");
            long unit = switch (text.substring(digits.length())) {
                case "" -> 0;
                case "ms" -> 1_000_000L;
                case "s" -> 1_000_000_000L;
                case "m" -> 60_000_000_000L;
                default -> -1;
            };
            if (unit < 0 || !digits.matches("[1-9][0-9]{0,8}")) {
                throw new TypeConversionException("'" + text + "' is no time such as 200ms, 30s or 5m, and no number of steps");
            }
            long number = Long.parseLong(digits);
            return unit == 0 ? new CheckpointInterval(number, 0) : new CheckpointInterval(0, number * unit);
        }
    }
}
