package nn.checkpoint;

import nn.eval.Outcome;
import nn.train.TrainingConfig;

/**
 * Where a model came from: kept in its file, shown by {@code nn inspect}, and the part of a report that evaluation cannot
 * measure again.
 *
 * @param program and its version
 * @param created UTC time, ISO 8601
 * @param epochs that were trained
 * @param bestEpoch the one that the model is from
 * @param seconds of training
 * @param imagesPerSecond trained on
 * @param blasKernel what OpenBLAS was told to use
 * @param validation how right the model was on the validation split; unmeasured without one
 * @param test how right it was on the test split
 * @param config the whole training configuration
 */
public record Provenance(String program, String created, int epochs, int bestEpoch, double seconds, double imagesPerSecond,
        String blasKernel, Outcome validation, Outcome test, TrainingConfig config) {
}
