package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import nn.checkpoint.Checkpoint;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A committee whose networks are trained each in a run of its own: {@code --member}, {@code --join} and {@code --split-seed}. */
class CommitteeOfRunsTest {

    @TempDir
    private static Path base;

    private static Path together;

    @TempDir
    private Path scratch;

    @BeforeAll
    static void train() {
        together = base.resolve("together");
        committee(together).printed();
        for (int member = 1; member <= 2; member++) {
            committee(run(member), "--member", member).printed();
        }
    }

    private static Cli.Result committee(Path out, Object... flags) {
        Object[] all = AllFlags.words("--members 2 --seed 4 --inputs pixels,gradients");
        return Trainings.train(out, AllFlags.words(all, flags));
    }

    private static Path run(int member) {
        return base.resolve("member" + member);
    }

    private Cli.Result joined(Object... flags) {
        return committee(scratch.resolve("joined"), flags);
    }

    @Test
    void aNetworkIsTheSameInARunOfItsOwn() {
        for (int member = 1; member <= 2; member++) {
            assertEquals(
                    Checkpoint.read(together.resolve("member-" + member + ".safetensors"))
                            .weightsDigest(),
                    Trainings.weights(run(member)));
        }
        assertNotEquals(Trainings.weights(run(1)), Trainings.weights(run(2)));
    }

    @Test
    void theRunsBecomeTheCommitteeThatOneRunTrains() {
        joined("--join", run(2) + "," + run(1)).printed();
        Path joined = scratch.resolve("joined");
        assertEquals(Trainings.weights(together), Trainings.weights(joined));
        assertEquals(
                Checkpoint.read(together.resolve("model.safetensors"))
                        .classifier()
                        .temperature(),
                Checkpoint.read(joined.resolve("model.safetensors"))
                        .classifier()
                        .temperature());
        assertEquals(Trainings.report(together).test(), Trainings.report(joined).test());
    }

    @Test
    void theConfigurationOfARunOfOneNetworkRepeatsIt() {
        Path again = scratch.resolve("again");
        Cli.run("train", "--config", run(2).resolve("config.json"), "--out", again)
                .printed();
        assertEquals(Trainings.weights(run(2)), Trainings.weights(again));
        assertEquals(Optional.of(4L), Trainings.config(again).training().data().splitSeed());
    }

    @Test
    void theSplitSeedAloneChoosesTheValidationImages() {
        Trainings.train(scratch.resolve("one"), "--seed", 5, "--split-seed", 4, "--inputs", "gradients")
                .printed();
        assertEquals(Trainings.weights(run(2)), Trainings.weights(scratch.resolve("one")));
        Trainings.train(scratch.resolve("other"), "--seed", 5, "--inputs", "gradients")
                .printed();
        assertNotEquals(Trainings.weights(run(2)), Trainings.weights(scratch.resolve("other")));
    }

    @Test
    void runsThatAreNotTheCommitteesAreRefused() {
        joined("--join", run(1)).refuses(4, "--join: no run has network 2, of seed 5; train it with --member 2");
        joined("--join", run(1) + "," + run(1)).refuses(4, "has seed 4, as ");
        joined("--hidden", 17, "--join", run(1) + "," + run(2))
                .refuses(4, "was trained otherwise: hidden is 17, the run's is 16");
        joined("--epochs", 3, "--join", run(1) + "," + run(2))
                .refuses(4, "was trained otherwise: epochs is 2, the run's is 3");
        Path alone = scratch.resolve("alone");
        Trainings.train(alone, "--seed", 5, "--inputs", "gradients").printed();
        joined("--join", run(1) + "," + alone)
                .refuses(4, "was trained otherwise: split-seed is 4, the run's is not set");
        joined("--data", SmallMnist.gzip(scratch.resolve("gzip")), "--join", run(1) + "," + run(2), "--force")
                .printed();
        Path others = SmallMnist.asTrain(scratch.resolve("others"), SmallMnist.train(0, 900));
        committee(scratch.resolve("never"), "--data", others, "--join", run(1) + "," + run(2))
                .refuses(4, "was trained on other data than " + others);
        assertFalse(Files.exists(scratch.resolve("never")));
    }

    @Test
    void whatDoesNotGoTogetherIsAUsageError() {
        joined("--member", 3).refuses(2, "--member is 3; it must be from 1 to 2");
        joined("--member", 1, "--refit").refuses(2, "do not go with --refit and --time-limit");
        joined("--member", 1, "--join", run(1)).refuses(2, "exclude each other");
        Cli.run("train", "--members", 2, "--join", run(1)).refuses(2, "give one with --out");
        Cli.run("train", "--resume", run(1), "--member", 1).refuses(2, "--resume continues a run unchanged");
        assertTrue(Files.isRegularFile(run(1).resolve("report.json")));
    }
}
