package nn.cli;

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

    @Override
    public void addTo(Command command) {
        command.add(members, refit, timeLimit);
    }

    /** The base with the flags applied. */
    TrainingConfig over(TrainingConfig base) {
        RunPlan course = base.course();
        return base.withCourse(new RunPlan(
                members.or(course.members()),
                timeLimit.or(course.timeLimit()),
                course.augmentFade(),
                refit.or(course.refit())));
    }
}
