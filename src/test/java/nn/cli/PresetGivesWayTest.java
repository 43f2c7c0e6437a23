package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import nn.train.TrainingConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A value that only comes from the preset gives way to what the user gave, and only what the user gave is refused. */
class PresetGivesWayTest {

    private static final String SMALL = " --hidden 4 --epochs 1 --no-augment --no-test --threads 1";

    @TempDir
    private Path scratch;

    private Cli.Result train(String flags) {
        return Cli.run(
                AllFlags.words("train -v --data", SmallMnist.raw(), "--out", scratch.resolve("run"), flags + SMALL));
    }

    private TrainingConfig config() {
        return Trainings.config(scratch.resolve("run")).training();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sgd", "momentum", "nesterov", "adam"})
    void theDecayIsOnlyForAdamW(String optimizer) {
        Cli.Result result = train("--optimizer " + optimizer);
        result.printed();
        assertEquals(0, config().regularization().weightDecay());
        assertTrue(
                result.err().contains("nn: the weight decay of the preset, 0.05, is off, because it is for adamw"),
                result::err);
    }

    /** As in Nielsen's book. With the preset's decay, each step would shrink the weights by 15 %: 10 % were right. */
    @Test
    void plainGradientDescentAtAHighRateLearns() {
        Cli.run(AllFlags.words(
                        "train --optimizer sgd --learning-rate 3 --activation sigmoid --hidden 30 --epochs 20 --batch-size 10",
                        "--loss squared-error --no-augment --min-accuracy 0.8 --threads 1 --data",
                        SmallMnist.raw(),
                        "--out",
                        scratch.resolve("run")))
                .printed();
    }

    @Test
    void aGivenDecayStays() {
        train("--optimizer sgd --weight-decay 0.01").printed();
        assertEquals(0.01, config().regularization().weightDecay());
        train("--force --optimizer adamw").printed();
        assertEquals(0.05, config().regularization().weightDecay());
        train("--force --optimizer adam --weight-decay 0.01").refuses(2, "--weight-decay is 0.01", "0 for adam");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--limit 100", "--limit 90 --validation 6", "--limit 84 --validation 0"})
    void theBatchIsNotLargerThanTheImages(String flags) {
        Cli.Result result = train(flags);
        result.printed();
        assertEquals(84, config().learning().batchSize());
        assertTrue(
                result.err().contains("nn: the batch size of the preset, 128, becomes 84, the number of images"),
                result::err);
    }

    @Test
    void aGivenBatchIsRefused() {
        train("--limit 100 --batch-size 85")
                .refuses(2, "--batch-size is 85; it must be at most 84, the number of examples");
        train("--limit 100 --validation 100").refuses(2, "--validation is 100; it must be less than the 100");
    }

    @Test
    void aBatchThatFitsStays() {
        Cli.Result result = train("--limit 154");
        result.printed();
        assertEquals(128, config().learning().batchSize());
        assertFalse(result.err().contains("becomes"), result::err);
    }

    @Test
    void theBenchmarkDoesTheSame() {
        Cli.Result result = Cli.run(AllFlags.words(
                "bench accuracy -v --rounds 1 --target 0.01 --limit 100 --optimizer adam --data",
                SmallMnist.raw(),
                SMALL.replace(" --no-test", "")));
        result.printed();
        assertTrue(result.err().contains("0.01, is off"), result::err);
        assertTrue(result.err().contains("128, becomes 84"), result::err);
    }
}
