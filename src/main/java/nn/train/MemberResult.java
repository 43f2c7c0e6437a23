package nn.train;

import nn.eval.Metrics;

/**
 * One network of a committee in a report. The components have the names of the keys in {@code report.json}.
 *
 * @param seed the seed of its random numbers
 * @param epochs the number of epochs of its training
 * @param bestEpoch the epoch whose parameters it has
 * @param seconds the time of its training
 * @param validation its outcome alone on the validation split
 */
public record MemberResult(long seed, int epochs, int bestEpoch, double seconds, Metrics validation) {}
