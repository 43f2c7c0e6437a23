package nn.train;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nn.data.DataSet;

/**
 * The training of one network. A run has one stage after the other: all members, then, if it refits, all members again.
 *
 * @param member the member of the committee, from 1
 * @param refit whether the network is trained on all examples, after all members were trained without the validation split
 */
public record Stage(int member, boolean refit) {

    /** The stages of a run, in their order. */
    public static List<Stage> of(TrainingConfig run) {
        return Stream.of(false, true)
                .filter(refit -> !refit || run.course().refit())
                .flatMap(refit ->
                        IntStream.rangeClosed(1, run.course().members()).mapToObj(member -> new Stage(member, refit)))
                .toList();
    }

    /**
     * The configuration of this network alone.
     *
     * @param finished the networks of the earlier stages
     */
    public TrainingConfig config(TrainingConfig run, List<FinishedNetwork> finished) {
        TrainingConfig own = run.member(member - 1);
        return refit ? own.onAllExamples(finished.get(member - 1).bestEpoch()) : own;
    }

    /**
     * The examples for a trainer of this network.
     *
     * @param all the training examples
     */
    public DataSet examples(TrainingConfig run, DataSet all) {
        return (refit ? run.data().withoutValidation() : run.data()).used(all);
    }

    /** The name in files: {@code member-1}, {@code refit-1}. */
    public String label() {
        return (refit ? "refit-" : "member-") + member;
    }
}
