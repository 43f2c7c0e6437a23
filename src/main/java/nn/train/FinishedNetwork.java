package nn.train;

import java.util.List;
import nn.eval.Metrics;
import nn.json.DefaultsTo;

/**
 * What is known of a network whose training came to its end.
 *
 * @param seed of its random numbers
 * @param bestEpoch the epoch that it is from, from 1
 * @param history all its epochs
 * @param stepShare the share of the planned steps after which its time ended it; 1 if it did not
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

    /** Its training time. */
    public double seconds() {
        double sum = 0;
        for (EpochResult epoch : history) {
            sum += epoch.seconds();
        }
        return sum;
    }

    /** How many examples it was trained on, each epoch's anew. */
    public long examples() {
        return history.stream().mapToLong(EpochResult::examples).sum();
    }

    /** How right it was on the validation split. */
    public Metrics validation() {
        return history.get(bestEpoch - 1).validation();
    }

    /** The summary for reports. */
    public MemberResult result() {
        return new MemberResult(seed, history.size(), bestEpoch, seconds(), validation());
    }
}
