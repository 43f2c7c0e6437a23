package nn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nn.SyntheticData;
import nn.data.Augmentation;
import nn.data.DataSet;
import nn.eval.Metrics;
import org.junit.jupiter.api.Test;

/** Limited time, fading augmentation and the stages of a run. */
class RunPlanTest {

    private static final DataSet DATA = SyntheticData.noise(60, 5, 5, 4, 9);

    private static Configs configs() {
        Configs configs = new Configs();
        configs.epochs = 5;
        configs.batchSize = 10;
        configs.validation = 10;
        configs.schedule = Schedule.COSINE;
        return configs;
    }

    /** A clock with a given time at each step. */
    private static TrialRun timed(Configs configs, double secondsOfStep, double limit) {
        TrialRun run = new TrialRun(configs, DATA);
        double[] now = {0};
        try (Trainer trainer =
                new Trainer(run.config, DATA, run.state, () -> Math.min(1, (now[0] += secondsOfStep) / limit))) {
            assertTrue(trainer.train(run));
        }
        return run;
    }

    @Test
    void aRunEndsWithItsTimeInThePartOfAnEpoch() {
        TrialRun run = timed(configs(), 1, 8);
        assertEquals(7, run.state.step());
        assertEquals(
                List.of(50L, 20L),
                run.epochs.stream().map(EpochResult::examples).toList());
        assertTrue(run.epochs.get(1).validation().measured());
        assertTrue(run.state.outOfTime());
        assertEquals(0, run.epochs.get(1).learningRate(), 1e-3, "the learning rate fell in time");
        double[] weights = run.weights();
        assertTrue(run.train());
        assertArrayEquals(weights, run.weights(), "it trains no further");
    }

    @Test
    void theLearningRateFollowsTheTime() {
        TrialRun run = timed(configs(), 1, 10);
        // At the last of the first epoch's 5 steps half of the time is used, though only a fifth of the 25 steps is
        // made.
        assertEquals(0.05, run.epochs.get(0).learningRate(), 0.004);
    }

    @Test
    void enoughTimeChangesNothing() {
        TrialRun run = timed(configs(), 1, 1000);
        assertArrayEquals(TrialRun.of(configs(), DATA).weights(), run.weights());
        assertFalse(run.state.outOfTime());
    }

    @Test
    void aRunWithoutTimeMakesOneStep() {
        assertEquals(1, timed(configs(), 1, 0.5).state.step());
    }

    @Test
    void timeThatEndsWithAnEpochLeavesNoEmptyOne() {
        TrialRun run = timed(configs(), 1, 6);
        assertEquals(
                List.of(50L), run.epochs.stream().map(EpochResult::examples).toList());
        assertEquals(5, run.state.step());
    }

    @Test
    void aRestoredRunThatIsOutOfTimeIsAtItsEnd() {
        TrialRun run = timed(configs(), 1, 8);
        TrainingState restored =
                TrainingState.restored(run.state.parameters().architecture(), run.config, run.state.position());
        try (Trainer trainer = new Trainer(run.config, DATA, restored)) {
            assertTrue(trainer.train(TrainingListener.NONE));
        }
        assertEquals(7, restored.step());
    }

    @Test
    void deformationsFadeToNoneOverTheLastShare() {
        RunPlan course = new RunPlan(1, 0, 0.25, false);
        assertEquals(1, course.augmentStrength(0));
        assertEquals(1, course.augmentStrength(0.75));
        assertEquals(0.5, course.augmentStrength(0.875));
        assertEquals(0, course.augmentStrength(1));
        assertEquals(1, RunPlan.PLAIN.augmentStrength(1));
    }

    /** Images that are deformed less and less lead to weights that are nearer to the weights without deformation. */
    @Test
    void theFadeReachesTheImages() {
        Configs plain = configs();
        plain.epochs = 1;
        Configs faded = configs();
        faded.epochs = 1;
        faded.augmentation = new Augmentation(90, 0, 0, 2, 0, 4, 0, 0, 0, 0);
        double[] undeformed = TrialRun.of(plain, DATA).weights();
        double strong = distance(undeformed, TrialRun.of(faded, DATA).weights());
        faded.course = new RunPlan(1, 0, 1, false);
        double fading = distance(undeformed, TrialRun.of(faded, DATA).weights());
        assertTrue(fading > 0 && fading < strong, fading + " of " + strong);
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }

    @Test
    void theStagesAreTheMembersAndThenTheirRefits() {
        Configs configs = configs();
        assertEquals(List.of(new Stage(1, false)), Stage.of(configs.build()));
        configs.course = new RunPlan(2, 0, 0, true);
        assertEquals(
                List.of("member-1", "member-2", "refit-1", "refit-2"),
                Stage.of(configs.build()).stream().map(Stage::label).toList());
    }

    @Test
    void thePlainRunHasOneStageOfItsOwnConfiguration() {
        TrainingConfig config = configs().build();
        assertEquals(config, new Stage(1, false).config(config, List.of()));
    }

    @Test
    void aMemberHasItsOwnSeedAndARefitTheChosenEpochs() {
        Configs configs = configs();
        configs.seed = 7;
        configs.patience = 2;
        configs.course = new RunPlan(2, 0, 0.5, true);
        TrainingConfig run = configs.build();
        Configs second = configs();
        second.seed = 8;
        second.splitSeed = Optional.of(7L);
        second.patience = 2;
        second.course = new RunPlan(1, 0, 0.5, false);
        assertEquals(second.build(), new Stage(2, false).config(run, List.of()));
        EpochResult epoch = new EpochResult(1, 0, new Metrics(10, 1, 0.1), 0.1, 1, 50, true);
        second.epochs = 2;
        second.patience = 0;
        second.validation = 0;
        FinishedNetwork first = new FinishedNetwork(7, 1, List.of(epoch), 1);
        FinishedNetwork other = new FinishedNetwork(8, 2, Arrays.asList(epoch, epoch, epoch), 1);
        assertEquals(second.build(), new Stage(2, true).config(run, List.of(first, other)));
    }
}
