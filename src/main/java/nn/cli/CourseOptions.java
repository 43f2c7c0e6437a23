package nn.cli;

import nn.train.Course;
import nn.train.TrainingConfig;
import picocli.CommandLine.Option;

/** The flags that make more of a run than one network that is trained once. */
final class CourseOptions {

    @Option(names = "--members", paramLabel = "N",
            description = "Train a committee of N networks, 1 to 100, with the seeds from --seed on; the model averages them.")
    private Integer members;

    @Option(names = "--refit", negatable = true,
            description = "Train again on all training images, for the epochs that validation chose; that is the model.")
    private Boolean refit;

    @Option(names = "--time-limit", paramLabel = "TIME", converter = TimeText.SecondsConverter.class,
            description = "End within 20s, 5m or 1h, the learning rate falling in time; more --epochs use a longer time. Several "
                    + "networks share it evenly; how far each of them gets depends on what else the machine does.")
    private Double timeLimit;

    /** The base with what the flags say. */
    TrainingConfig over(TrainingConfig base) {
        Course course = base.course();
        return base.withCourse(new Course(members == null ? course.members() : members,
                timeLimit == null ? course.timeLimit() : timeLimit, course.augmentFade(), refit == null ? course.refit() : refit));
    }
}
