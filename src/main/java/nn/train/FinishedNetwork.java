package nn.train;

import java.util.List;
import nn.eval.Metrics;
import nn.json.DefaultsTo;

/**
 * The facts about a network whose training is complete.
 *
 * @param seed the seed of its random numbers
 * @param bestEpoch the epoch whose parameters it has, from 1
 * @param history all epochs
 * @param stepShare the share of the planned steps that were made before the time ended; 1 if the time did not end the training
 */
public record FinishedNetwork(
        long seed,
        int bestEpoch,
        List<EpochResult> history,
        @DefaultsTo("1") double stepShare) {

    public FinishedNetwork {
        history = List.copyOf(history);
        if (bestEpoch < 1 || bestEpoch > history.size()) {
            throw new IllegalArgumentException("the best epoch is %d of %d".formatted(bestEpoch, history.size()));
        }
    }

    /** The training time. */
    public double seconds() {
        double sum = 0;
        for (EpochResult epoch : history) {
            sum += epoch.seconds();
        }
        return sum;
    }

    /** The training time up to the best epoch. */
    public double secondsToBest() {
        return history.stream()
                .limit(bestEpoch)
                .mapToDouble(EpochResult::seconds)
                .sum();
    }

    /** The number of examples of all epochs together. */
    public long examples() {
        return history.stream().mapToLong(EpochResult::examples).sum();
    }

    /** The outcome on the validation split. */
    public Metrics validation() {
        return history.get(bestEpoch - 1).validation();
    }

    /** The summary for reports. */
    public MemberResult result() {
        return new MemberResult(seed, history.size(), bestEpoch, seconds(), validation());
    }
}
