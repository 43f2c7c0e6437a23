package nn.train;

import static nn.train.Limits.require;

import nn.json.DefaultsTo;

/**
 * How many networks a run trains, and for how long. It is the {@code course} of {@code config.json}; the components have the names of
 * the flags.
 *
 * @param members how many networks are trained, with the seeds {@code seed}, {@code seed + 1}, ...; their probabilities are averaged
 * @param timeLimit the most seconds for the whole run, or 0. With a limit, the position in the learning rate's schedule is the used
 *     share of the time, where that is ahead of the share of the steps; the training ends when it reaches 1
 * @param augmentFade the last share of the run, in [0, 1], over which the deformations fade linearly to none
 * @param refit whether each network is then trained again, from the same seed, on training and validation split together, for as many
 *     epochs as were best before; the refitted networks are the model, with the temperature that was fitted before
 */
public record RunPlan(
        @DefaultsTo("1") int members,
        @DefaultsTo("0") double timeLimit,
        @DefaultsTo("0") double augmentFade,
        @DefaultsTo("false") boolean refit) {

    /** One network, trained once, for its epochs. */
    public static final RunPlan PLAIN = new RunPlan(1, 0, 0, false);

    private static final int MOST_MEMBERS = 100;

    public RunPlan {
        require(members >= 1 && members <= MOST_MEMBERS, "members", members, "from 1 to 100");
        require(
                timeLimit >= 0 && timeLimit < Double.POSITIVE_INFINITY,
                "time-limit",
                timeLimit,
                "seconds, 0 (off) or more");
        require(augmentFade >= 0 && augmentFade <= 1, "augment-fade", augmentFade, "from 0 (off) to 1");
    }

    /** The same without a refit. */
    RunPlan withoutRefit() {
        return new RunPlan(members, timeLimit, augmentFade, false);
    }

    /** The strength of the deformations, in [0, 1], when the share {@code done} of the run, in [0, 1], is done. */
    double augmentStrength(double done) {
        return augmentFade == 0 ? 1 : Math.min(1, (1 - done) / augmentFade);
    }
}
