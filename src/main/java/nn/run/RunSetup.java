package nn.run;

import nn.checkpoint.RunConfig;
import nn.detect.DetectorTraining;
import nn.report.Terminal;
import nn.report.TrainingDisplay;
import nn.train.TrainingConfig;

/**
 * All that a run needs, except the place of its files.
 *
 * @param config everything that determines the result
 * @param data the data to train and measure on
 * @param terminal for messages to people
 * @param display shows the training
 * @param interval how often the state is saved within an epoch
 * @param clock measures the time of the run
 * @param stops requests to stop
 * @param firstStep runs after the first step of the first network; not in a resumed run that has made it
 */
public record RunSetup(
        RunConfig config,
        TrainingData data,
        Terminal terminal,
        TrainingDisplay display,
        CheckpointInterval interval,
        RunClock clock,
        StopRequests stops,
        Runnable firstStep) {

    /** @throws IllegalArgumentException if the configuration does not fit the data */
    public RunSetup {
        config.training()
                .requireFit(
                        data.train().size(),
                        data.train().rows(),
                        data.train().columns(),
                        data.train().classes());
        if (config.detector().isPresent() && !DetectorTraining.canLearnFrom(data.train())) {
            throw new IllegalArgumentException(
                    "a digit detector learns from images of 28 x 28 pixels in ten classes; give --no-detector");
        }
    }

    TrainingConfig training() {
        return config.training();
    }
}
