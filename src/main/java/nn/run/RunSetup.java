package nn.run;

import nn.checkpoint.RunConfig;
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
    }

    TrainingConfig training() {
        return config.training();
    }
}
