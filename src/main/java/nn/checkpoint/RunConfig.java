package nn.checkpoint;

import java.util.Optional;
import nn.detect.DetectorSize;
import nn.json.DefaultsTo;
import nn.train.TrainingConfig;

/**
 * The content of {@code config.json}: all that is needed to repeat a run.
 *
 * @param program name and version of the program
 * @param data the data directory, absolute
 * @param test whether the test split is measured at the end
 * @param training the configuration that determines the weights
 * @param detector how large a detector is trained at the end; empty for none
 */
public record RunConfig(
        String program,
        String data,
        boolean test,
        TrainingConfig training,
        @DefaultsTo("null") Optional<DetectorSize> detector) {}
