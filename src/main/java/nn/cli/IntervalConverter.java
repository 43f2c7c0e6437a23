package nn.cli;

import java.util.OptionalLong;
import nn.run.CheckpointInterval;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Parses the interval at which a training saves its state: {@code 200ms}, {@code 30s}, {@code 5m}, {@code 1h}, or a number of
 * steps.
 */
final class IntervalConverter implements ITypeConverter<CheckpointInterval> {

    @Override
    public CheckpointInterval convert(String text) {
        OptionalLong nanos = DurationParser.nanos(text);
        if (nanos.isPresent()) {
            return new CheckpointInterval(0, nanos.getAsLong());
        }
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw new TypeConversionException(text);
        }
        return new CheckpointInterval(Long.parseLong(text), 0);
    }
}
