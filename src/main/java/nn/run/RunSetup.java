package nn.run;

import nn.checkpoint.RunConfig;
import nn.detect.DetectorTraining;
import nn.report.Terminal;
import nn.report.TrainingDisplay;
import nn.train.TrainingConfig;

/**
 * What a run is made of, wherever its files are.
 *
 * @param config everything that decides the result
 * @param data what it is trained and measured on
 * @param terminal gets what people are to hear
 * @param display shows the training while it goes on
 * @param interval how often the state is saved between the ends of epochs
 * @param clock the run's time
 * @param stops who may ask it to stop
 * @param firstStep is told that the first step is made
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
