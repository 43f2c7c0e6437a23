package nn.cli;

import java.nio.file.Path;
import java.util.List;
import nn.checkpoint.RunDirectory;
import nn.train.RunPlan;
import nn.train.TrainingConfig;

/** The flags for committees, retraining and time limits. */
final class RunPlanOptions implements Flags {

    private final Flag<Integer> members = Flag.of(
            Integer.class,
            "--members",
            "N",
            "Train a committee of N networks, 1 to 100, with the seeds --seed, --seed + 1, ...; the model averages them.");

    private final Flag<Boolean> refit = Flag.on(
                    "--refit",
                    "Train again on all training images, for the number of epochs that was best on validation.")
            .negatable();

    private final Flag<Double> timeLimit = Flag.of(
                    Double.class,
                    "--time-limit",
                    "TIME",
                    "End within 20s, 5m or 1h; the learning rate falls in time. A long limit needs more --epochs. Several "
                            + "networks share the time evenly. The weights depend on the machine's speed.")
            .readBy(new DurationParser.SecondsConverter())
            .takes("a time such as 20s, 5m or 1h");

    private final Flag<Integer> member = Flag.of(
            Integer.class,
            "--member",
            "K",
            "Train only network K of the committee, 1 to --members, as a run of its own, such as on another machine.");

    private final Flag<List<Path>> join = Flag.listOf(
            Path.class, "--join", "RUN", "Make the committee of runs that --member trained, instead of training.");

    @Override
    public void addTo(Command command) {
        command.add(members, refit, timeLimit, member, join);
    }

    /** Whether only one network of the committee is trained. */
    boolean isOneMember() {
        return member.isGiven();
    }

    /** The runs that the committee is made of; none if it is trained. */
    List<RunDirectory> joined() {
        return join.or(List.of()).stream().map(RunDirectory::new).toList();
    }

    /** What is left of a committee's configuration if only one of its networks is trained. */
    TrainingConfig member(TrainingConfig committee) {
        return isOneMember() ? committee.member(member.value() - 1) : committee;
    }

    /**
     * The base with the flags applied.
     *
     * @throws IllegalArgumentException if a value is not legal, or the committee has no such network, or its networks are not independent
     */
    TrainingConfig over(TrainingConfig base) {
        RunPlan plan = plan(base.course());
        if ((isOneMember() || !joined().isEmpty()) && (plan.refit() || plan.timeLimit() > 0)) {
            throw new IllegalArgumentException("--member and --join do not go with --refit and --time-limit");
        }
        if (isOneMember() && (member.value() < 1 || member.value() > plan.members())) {
            throw new IllegalArgumentException("--member is %d; it must be from 1 to %d, the number of --members"
                    .formatted(member.value(), plan.members()));
        }
        return base.withCourse(plan);
    }

    private RunPlan plan(RunPlan base) {
        return new RunPlan(
                members.or(base.members()), timeLimit.or(base.timeLimit()), base.augmentFade(), refit.or(base.refit()));
    }
}
