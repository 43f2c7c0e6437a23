package nn.train;

import nn.eval.Metrics;

/**
 * One network of a committee in a report. The component names are those of {@code report.json}.
 *
 * @param seed of its random numbers
 * @param epochs that it was trained
 * @param bestEpoch the one that it is from
 * @param seconds of its training
 * @param validation how right it is alone on the validation split
 */
public record MemberResult(long seed, int epochs, int bestEpoch, double seconds, Metrics validation) {}
