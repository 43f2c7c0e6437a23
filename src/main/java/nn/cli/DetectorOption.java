package nn.cli;

import java.util.Optional;
import nn.detect.DetectorSize;
import nn.run.TrainingData;
import nn.train.Preset;
import nn.train.TrainingConfig;

/** Whether a training ends with that of a digit detector. */
final class DetectorOption implements Flags {

    private final Flag<Boolean> none = Flag.on(
            "--no-detector",
            "Train no digit detector at the end; with --preset fast, --limit, --time-limit, and data other than MNIST "
                    + "there is none anyway.");

    @Override
    public void addTo(Command command) {
        command.add(none);
    }

    /** Whether it is refused. */
    boolean isNone() {
        return none.isOn();
    }

    /** How large a preset's detector is: a part of the time that the preset takes. */
    static Optional<DetectorSize> of(Preset preset) {
        return switch (preset) {
            case FAST -> Optional.empty();
            case DEFAULT -> Optional.of(DetectorSize.SMALL);
            case ACCURATE, RECORD, COMMITTEE -> Optional.of(DetectorSize.FULL);
        };
    }

    /** Whether a preset's detector goes with such a training: on all of MNIST, and without a limit of time. */
    static boolean fits(TrainingConfig training, TrainingData examples) {
        return training.data().limit() == 0 && training.course().timeLimit() == 0 && examples.isMnist();
    }
}
