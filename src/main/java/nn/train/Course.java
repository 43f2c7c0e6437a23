package nn.train;

import nn.json.DefaultsTo;

/**
 * What a run is beyond one network that is trained once, for its epochs. The component names are those of {@code config.json} and
 * of the flags.
 *
 * @param members how many networks are trained, with the seeds {@code seed}, {@code seed + 1}, ...; their probabilities are averaged
 * @param timeLimit seconds that the whole process may take, 0 for no limit: then the share of the time used, where that is larger
 *     than the share of the steps made, is where the run is in the learning rate's schedule, and ends it
 * @param augmentFade the last share of the run, in [0, 1], over which the deformations become weaker, in proportion, down to none
 * @param refit whether networks of the same seeds are then trained on training and validation split together, each for as many
 *     epochs as its first one needed to be best; they are the model, with the temperature that was fitted before
 */
public record Course(
        @DefaultsTo("1") int members,
        @DefaultsTo("0") double timeLimit,
        @DefaultsTo("0") double augmentFade,
        @DefaultsTo("false") boolean refit) {

    /** One network, trained once, for its epochs. */
    public static final Course PLAIN = new Course(1, 0, 0, false);

    private static final int MOST_MEMBERS = 100;

    public Course {
        require(members >= 1 && members <= MOST_MEMBERS, "members", members, "from 1 to 100");
        require(
                timeLimit >= 0 && timeLimit < Double.POSITIVE_INFINITY,
                "time-limit",
                timeLimit,
                "seconds, 0 (off) or more");
        require(augmentFade >= 0 && augmentFade <= 1, "augment-fade", augmentFade, "from 0 (off) to 1");
    }

    private static void require(boolean condition, String name, Object value, String legal) {
        if (!condition) {
            throw new IllegalArgumentException("--%s is %s; it must be %s".formatted(name, value, legal));
        }
    }

    /** The deformations' strength, in [0, 1], when so much of the run is done, in [0, 1]. */
    double augmentStrength(double done) {
        return augmentFade == 0 ? 1 : Math.min(1, (1 - done) / augmentFade);
    }
}
