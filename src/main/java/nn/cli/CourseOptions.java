package nn.cli;

import nn.train.Course;
import nn.train.TrainingConfig;

/** The flags that make more of a run than one network that is trained once. */
final class CourseOptions implements Flags {

    private final Flag<Integer> members = Flag.of(
            Integer.class,
            "--members",
            "N",
            "Train a committee of N networks, 1 to 100, with the seeds from --seed on; the model averages them.");

    private final Flag<Boolean> refit = Flag.on(
                    "--refit",
                    "Train again on all training images, for the epochs that validation chose; that is the model.")
            .negatable();

    private final Flag<Double> timeLimit = Flag.of(
                    Double.class,
                    "--time-limit",
                    "TIME",
                    "End within 20s, 5m or 1h, the learning rate falling in time; more --epochs use a longer time. Several "
                            + "networks share it evenly; how far each of them gets depends on what else the machine does.")
            .readBy(new DurationParser.SecondsConverter());

    @Override
    public void addTo(Command command) {
        command.add(members, refit, timeLimit);
    }

    /** The base with what the flags say. */
    TrainingConfig over(TrainingConfig base) {
        Course course = base.course();
        return base.withCourse(new Course(
                members.or(course.members()),
                timeLimit.or(course.timeLimit()),
                course.augmentFade(),
                refit.or(course.refit())));
    }
}
