package nn.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nn.PlainEvaluation;
import nn.checkpoint.Checkpoint;
import nn.checkpoint.RunState;
import nn.model.Parameters;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A refitted committee that is killed while one of its networks learns. */
class KilledCommitteeTest {

    private static final int MEMBERS = 3;
    private static final Object[] FLAGS = {
        "--members", MEMBERS, "--refit", "--seed", 4, "--epochs", 12, "--batch-size", 16, "--limit", 600
    };

    @TempDir
    private static Path base;

    private static Path whole;

    @TempDir
    private Path scratch;

    @BeforeAll
    static void train() {
        whole = base.resolve("whole");
        Trainings.train(whole, FLAGS).printed();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void itGoesOnFromWhatItSaved(int stage) throws Exception {
        Path run = scratch.resolve("run");
        Path last = run.resolve("last.safetensors");
        Object[] command = Stream.concat(Stream.of(FLAGS), Stream.of("--checkpoint-interval", 1))
                .toArray();
        try (ChildNn child = ChildNn.start(Path.of(""), List.of(), Trainings.command(run, command))) {
            child.await(() -> Files.exists(last) && learns(RunState.read(last), stage));
            child.signal("KILL");
            assertEquals(137, child.result().exitCode());
        }
        assertFalse(Files.exists(run.resolve("report.json")));
        if (stage > 1) {
            assertModelHoldsTheFinishedMembers(
                    run, Math.min(MEMBERS, RunState.read(last).finished().size()));
        }
        Cli.run("train", "--resume", run).printed();
        assertEquals(Trainings.weights(whole), Trainings.weights(run));
        assertEquals(
                Trainings.report(whole).temperature(), Trainings.report(run).temperature());
        assertEquals(CommandsTest.contents(whole), CommandsTest.contents(run));
    }

    /** Whether the network has had an epoch. */
    private static boolean learns(RunState state, int stage) {
        return state.finished().size() == stage - 1 && state.state().finishedEpochs() > 0;
    }

    /** The model is a committee of the finished networks with their common validation metrics, without those of the refit. */
    private static void assertModelHoldsTheFinishedMembers(Path run, int members) {
        Checkpoint model = Checkpoint.read(run.resolve("model.safetensors"));
        List<Parameters> networks = model.classifier().members();
        assertEquals(members, networks.size());
        for (int member = 1; member <= members; member++) {
            Parameters own = Checkpoint.readClassifier(run.resolve("member-" + member + ".safetensors"))
                    .members()
                    .get(0);
            assertArrayEquals(
                    own.vector().row(0), networks.get(member - 1).vector().row(0));
        }
        PlainEvaluation together = new PlainEvaluation(
                networks,
                Trainings.config(run)
                        .training()
                        .usedExamples(SmallMnist.train(0, SmallMnist.TRAIN))
                        .range(500, 600));
        assertEquals(100, model.provenance().validation().count());
        assertEquals(together.errors(), model.provenance().validation().errors());
        assertEquals(together.loss(), model.provenance().validation().loss(), 1e-6);
    }
}
