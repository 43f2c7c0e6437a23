package nn.checkpoint;

import java.util.Optional;
import nn.detect.DetectorSize;
import nn.json.DefaultsTo;
import nn.train.TrainingConfig;

/**
 * What {@code config.json} holds: all that is needed to do a run again.
 *
 * @param program and its version
 * @param data the data directory, absolute
 * @param test whether the test split is measured at the end
 * @param training what decides the weights
 * @param detector how large a detector is trained at the end; empty for none
 */
public record RunConfig(
        String program,
        String data,
        boolean test,
        TrainingConfig training,
        @DefaultsTo("null") Optional<DetectorSize> detector) {}
