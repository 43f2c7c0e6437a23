package nn.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nn.NnException;
import nn.NnException.Kind;
import nn.checkpoint.RunDirectory;
import nn.checkpoint.RunState;
import nn.train.FinishedNetwork;
import nn.train.TrainingConfig;
import nn.train.TrainingState;

/**
 * A network of a committee that a run of its own trained, with its own seed and the committee's examples.
 *
 * @param state at the end of its training
 */
record MemberRun(FinishedNetwork network, TrainingState state) {

    /**
     * All networks of a committee, in its order.
     *
     * @param runs one for each network, in any order
     * @throws NnException BAD_CHECKPOINT if a network has no run, or a run is unfinished, of another configuration or other data
     */
    static List<MemberRun> of(TrainingConfig committee, TrainingData data, List<RunDirectory> runs) {
        Map<Long, RunDirectory> bySeed = new LinkedHashMap<>();
        Map<Long, RunState> states = new LinkedHashMap<>();
        for (RunDirectory run : runs) {
            RunState state = RunState.read(run.last());
            long seed = state.config().data().seed();
            if (!run.isFinished()) {
                throw refused(run, "is not finished", "finish it with nn train --resume");
            }
            if (states.put(seed, state) != null) {
                throw refused(
                        run, "has seed " + seed + ", as " + bySeed.get(seed).path(), "name each network once");
            }
            bySeed.put(seed, run);
        }
        List<MemberRun> members = new ArrayList<>();
        for (int member = 0; member < committee.course().members(); member++) {
            TrainingConfig own = committee.member(member);
            long seed = own.data().seed();
            if (!states.containsKey(seed)) {
                throw new NnException(
                        Kind.BAD_CHECKPOINT,
                        "--join: no run has network %d, of seed %d; train it with --member %d"
                                .formatted(member + 1, seed, member + 1));
            }
            members.add(of(states.remove(seed), own, data, bySeed.get(seed)));
        }
        for (long seed : states.keySet()) {
            throw refused(
                    bySeed.get(seed), "has seed " + seed + ", which no network of the committee has", "leave it out");
        }
        return members;
    }

    private static MemberRun of(RunState saved, TrainingConfig own, TrainingData data, RunDirectory run) {
        // Both ways, as a run that is resumed may become longer.
        Optional<String> difference =
                ConfigDifference.between(saved.config(), own).or(() -> ConfigDifference.between(own, saved.config()));
        if (difference.isPresent()) {
            throw refused(run, "was trained otherwise: " + difference.get(), "give the same flags as to --member");
        }
        if (!saved.dataDigest().equals(data.fingerprint())) {
            throw refused(run, "was trained on other data than " + data.path(), "name its data with --data");
        }
        TrainingState state = saved.state();
        return new MemberRun(new FinishedNetwork(own.data().seed(), state.bestEpoch(), saved.history(), 1), state);
    }

    private static NnException refused(RunDirectory run, String whatIsWrong, String whatToDo) {
        return NnException.of(Kind.BAD_CHECKPOINT, run.path(), whatIsWrong, whatToDo);
    }
}
