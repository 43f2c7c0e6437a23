package nn.checkpoint;

import nn.train.TrainingConfig;

/**
 * The content of {@code config.json}: all that is needed to repeat a run.
 *
 * @param program name and version of the program
 * @param data the data directory, absolute
 * @param test whether the test split is measured at the end
 * @param training the configuration that determines the weights
 */
public record RunConfig(String program, String data, boolean test, TrainingConfig training) {}
