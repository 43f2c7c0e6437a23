package nn.cli;

import java.util.OptionalLong;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How often a training saves its state beside the ends of epochs: after so many steps or so much time, whichever is above 0.
 *
 * @param steps a number of steps, or 0
 * @param nanos a time, or 0
 */
record CheckpointInterval(long steps, long nanos) {

    /**
     * Where none is named. Not the flag's standard value: picocli would ask for its text, and a record's own takes the JVM ten
     * milliseconds to make.
     */
    static final CheckpointInterval STANDARD = new CheckpointInterval(0, 60_000_000_000L);

    /** Whether it is time, so many steps and nanoseconds after the last one. */
    boolean due(long stepsSince, long nanosSince) {
        return steps > 0 ? stepsSince >= steps : nanosSince >= nanos;
    }

    /** Reads {@code 200ms}, {@code 30s}, {@code 5m}, {@code 1h}, or a number of steps. */
    static final class Converter implements ITypeConverter<CheckpointInterval> {
        @Override
        public CheckpointInterval convert(String text) {
            OptionalLong nanos = TimeText.nanos(text);
            if (nanos.isPresent()) {
                return new CheckpointInterval(0, nanos.getAsLong());
            }
            if (!text.matches("[1-9][0-9]{0,8}")) {
                throw new TypeConversionException("'" + text + "' is no time such as 200ms, 30s or 5m, and no number of steps");
            }
            return new CheckpointInterval(Long.parseLong(text), 0);
        }
    }
}
