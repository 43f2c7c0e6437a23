package nn.run;

import java.util.Optional;
import nn.CommandName;
import nn.ShellWord;
import nn.checkpoint.RunDirectory;
import nn.detect.DetectorSize;
import nn.detect.DetectorTraining;
import nn.detect.TrainedDetector;
import nn.train.DataConfig;

/** The digit detector that a run trains when its networks are finished. */
final class FinalDetector {

    private FinalDetector() {}

    /**
     * Trains it, if the run wants one. Nothing of it is saved before its end: a resumed run trains it from its start.
     *
     * @throws StoppedException if a signal ended it
     */
    static Optional<TrainedDetector> train(RunSetup setup, RunDirectory directory) {
        if (setup.config().detector().isEmpty()) {
            return Optional.empty();
        }
        DetectorSize size = setup.config().detector().get();
        setup.display().detector(size);
        DataConfig examples = setup.training().data();
        Optional<TrainedDetector> detector = DetectorTraining.train(
                setup.data().train(),
                size,
                examples.seed(),
                examples.threads(),
                () -> setup.stops().received().isEmpty());
        if (detector.isEmpty()) {
            throw new StoppedException(
                    setup.stops().received().orElseThrow(),
                    "stopped while the digit detector was trained, everything before is saved; " + goOn(directory));
        }
        return detector;
    }

    /** What to do with a run that was stopped. */
    static String goOn(RunDirectory directory) {
        return "go on with: " + CommandName.called() + " train --resume " + ShellWord.of(directory.path());
    }
}
