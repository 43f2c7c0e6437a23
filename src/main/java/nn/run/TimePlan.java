package nn.run;

import java.util.List;
import nn.train.FinishedNetwork;
import nn.train.Stage;
import nn.train.TrainingConfig;
import nn.train.TrainingState;

/** Divides the time limit of a run, if it has one, among its networks. */
final class TimePlan {

    /** With fewer of its steps, a refit is hardly better than the network before. */
    private static final double LEAST_STEP_SHARE = 0.5;

    private final RunSetup setup;
    private final TrainedNetworks networks;
    private final TrainingConfig config;
    private final double limit;

    TimePlan(RunSetup setup, TrainedNetworks networks) {
        this.setup = setup;
        this.networks = networks;
        config = setup.training();
        limit = config.course().timeLimit();
    }

    /** Divides the time that is left among the next network and the following ones. */
    void begin(TrainingState next) {
        if (limit == 0) {
            return;
        }
        List<Stage> stages = Stage.of(config);
        List<Stage> left = stages.subList(networks.finished().size(), stages.size());
        double examples = left.stream()
                .mapToDouble(stage -> setup.data().examples(stage, config))
                .sum();
        setup.clock().begin(setup.data().examples(left.get(0), config) / examples, trainingEnd(next));
    }

    /** When all training must end, in seconds of the run. */
    private double trainingEnd(TrainingState next) {
        Stage stage = Stage.of(config).get(networks.finished().size());
        return limit - FinalWorkEstimate.seconds(config, setup.data().train(), stage, next.parameters());
    }

    /**
     * Whether the time that is left is enough for at least half of the steps of all refits.
     *
     * @param next the state of the first of them
     */
    boolean allowsRefit(TrainingState next) {
        if (limit == 0) {
            return true;
        }
        int available = setup.data().train().size();
        double before = networks.finished().stream()
                .mapToDouble(FinishedNetwork::secondsToBest)
                .sum();
        double needed = before * config.usedExamples(available) / config.trainExamples(available);
        return trainingEnd(next) - setup.clock().used() > LEAST_STEP_SHARE * needed;
    }

    /** Says at the end of the run if it took longer than its limit. */
    void report() {
        if (limit > 0 && setup.clock().used() > limit) {
            setup.terminal()
                    .say("--time-limit: the run took %.1f s, not %.0f"
                            .formatted(setup.clock().used(), limit));
        }
    }

    /** Says of a model that learned something if a network saw few images. */
    void warnOfFewImages() {
        int images = config.trainExamples(setup.data().train().size());
        networks.finished().stream()
                .mapToLong(FinishedNetwork::examples)
                .filter(seen -> seen < images)
                .min()
                .ifPresent(seen -> setup.terminal()
                        .say(
                                "warning: --time-limit: a network was trained on only %d of %d images, so its answers are poor; give it more time"
                                        .formatted(seen, images)));
    }
}
