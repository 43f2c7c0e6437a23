package nn.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import nn.checkpoint.Checkpoint;
import nn.checkpoint.RunState;
import nn.checkpoint.RunTime;
import nn.report.Report;
import nn.train.MemberResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code nn train} with several networks in a row: {@code --members}, {@code --refit}, {@code --time-limit}. */
class CommitteeTest {

    @TempDir
    private static Path base;

    private static Path three;
    private static Cli.Result trained;

    @TempDir
    private Path scratch;

    @BeforeAll
    static void train() {
        three = base.resolve("three");
        trained = Trainings.train(three, "--members", 3, "--seed", 4, "-v");
        trained.printed();
    }

    private static String weights(Path run, String file) {
        return Checkpoint.read(run.resolve(file + ".safetensors")).weightsDigest();
    }

    /** Without a validation split, as all members share that of the first seed. */
    @Test
    void eachMemberIsTheNetworkOfItsSeed() {
        Path together = scratch.resolve("together");
        Trainings.train(together, "--members", 3, "--seed", 4, "--validation", 0)
                .printed();
        for (int member = 1; member <= 3; member++) {
            Path alone = scratch.resolve("alone" + member);
            Trainings.train(alone, "--seed", 3 + member, "--validation", 0).printed();
            assertEquals(Trainings.weights(alone), weights(together, "member-" + member));
        }
    }

    @Test
    void oneModelFileHoldsThemAllAndIsEvaluatedAsOne() {
        Checkpoint model = Checkpoint.read(three.resolve("model.safetensors"));
        assertEquals(3, model.classifier().members().size());
        assertEquals(Trainings.weights(three), model.weightsDigest());
        Report report = Trainings.report(three);
        Cli.Result measured =
                Cli.run("eval", "--model", three.resolve("model.safetensors"), "--data", SmallMnist.raw(), "--json");
        assertEquals(
                report.test().orElseThrow().errors(),
                measured.json().at("/test/errors").intValue());
        assertEquals(3, measured.json().at("/members").size());
        assertTrue(
                Cli.run("inspect", three.resolve("model.safetensors")).printed().contains("  seed 5: 2 epochs in "));
    }

    @Test
    void theReportNamesTheMembers() {
        Report report = Trainings.report(three);
        assertEquals(
                List.of(4L, 5L, 6L),
                report.members().stream().map(MemberResult::seed).toList());
        assertEquals(2, report.epochs());
        assertTrue(trained.out().contains("\nCommittee of 3 networks 784-16-10, 38,190 parameters"), trained.out());
        assertTrue(trained.err().contains("Network 2 of 3, seed 5\n"), trained.err());
        assertTrue(trained.err().contains("\n2 networks together: "), trained.err());
    }

    @Test
    void theFirstStepIsToldOnce() {
        assertEquals(2, (" " + trained.err() + " ").split("first step made").length, trained.err());
    }

    @Test
    void theHistoryTellsOfEachMember() throws IOException {
        List<String> lines = Files.readAllLines(three.resolve("history.csv"));
        assertTrue(lines.get(0).endsWith(",member,refit"), lines.get(0));
        assertEquals(
                List.of("1,1", "2,1", "1,2", "2,2", "1,3", "2,3"),
                lines.stream()
                        .skip(1)
                        .map(line -> line.charAt(0) + line.replaceFirst(".*(,[0-9]+),false$", "$1"))
                        .toList());
    }

    @Test
    void oneMemberIsAPlainTraining() throws IOException {
        Path plain = scratch.resolve("plain");
        Path one = scratch.resolve("one");
        Trainings.train(plain).printed();
        Trainings.train(one, "--members", 1).printed();
        assertEquals(CommandsTest.contents(plain), CommandsTest.contents(one));
        assertArrayEquals(
                Files.readAllBytes(plain.resolve("config.json")), Files.readAllBytes(one.resolve("config.json")));
        for (String file : List.of("config.json", "report.json", "model.safetensors", "last.safetensors")) {
            String text = Files.readString(one.resolve(file), StandardCharsets.ISO_8859_1);
            for (String later : List.of(
                    "course",
                    "members",
                    "refit",
                    "timeLimit",
                    "finished",
                    "usedSeconds",
                    "outOfTime",
                    "stepShare",
                    "plannedEpochs")) {
                assertFalse(
                        text.contains(later + "\\\"") || text.contains("\"" + later + "\""), file + " says " + later);
            }
        }
        assertEquals(Trainings.weights(plain), Trainings.weights(one));
    }

    @Test
    void theConfigurationReproducesIt() {
        Path again = scratch.resolve("again");
        Cli.run("train", "--config", three.resolve("config.json"), "--out", again)
                .printed();
        assertEquals(Trainings.weights(three), Trainings.weights(again));
    }

    @Test
    void aReportThatIsMissingIsMadeAgain() throws IOException {
        byte[] report = Files.readAllBytes(three.resolve("report.json"));
        byte[] history = Files.readAllBytes(three.resolve("history.csv"));
        Files.delete(three.resolve("report.json"));
        Files.delete(three.resolve("history.csv"));
        Cli.run("train", "--resume", three).printed();
        assertArrayEquals(report, Files.readAllBytes(three.resolve("report.json")));
        assertArrayEquals(history, Files.readAllBytes(three.resolve("history.csv")));
    }

    @Test
    void aMissingOrForeignNetworkIsRefused() throws IOException {
        Path run = scratch.resolve("run");
        Trainings.train(run, "--members", 2).printed();
        Files.delete(run.resolve("report.json"));
        Path other = scratch.resolve("other");
        Trainings.train(other, "--hidden", 8).printed();
        Path network = run.resolve("member-1.safetensors");
        Files.copy(other.resolve("model.safetensors"), network, StandardCopyOption.REPLACE_EXISTING);
        Cli.run("train", "--resume", run).refuses(4, "nn: " + network + ": holds a network of 784-8-10; ");
        Files.delete(network);
        Cli.run("train", "--resume", run).refuses(4, "nn: " + network + ": ", "; ");
    }

    @Test
    void aCommitteeIsNotMadeLonger() {
        assertEquals(
                "nn: " + three + ": is finished, this is its report\n",
                Cli.run("train", "--resume", three).err());
        Cli.run("train", "--resume", three, "--epochs", 3).refuses(2, "cannot be made longer");
        Cli.run("train", "--resume", three, "--members", 4).refuses(2, "members is 4, the run's is 3");
    }

    @Test
    void forceRemovesTheNetworksOfTheOldRun() throws IOException {
        Path run = scratch.resolve("run");
        Trainings.train(run, "--members", 2).printed();
        Trainings.train(run, "--force").printed();
        assertEquals(
                List.of(
                        ".nn-lock",
                        "config.json",
                        "history.csv",
                        "last.safetensors",
                        "model.safetensors",
                        "report.html",
                        "report.json"),
                CommandsTest.contents(run));
    }

    @Test
    void aRefitIsATrainingOnAllImagesForTheChosenEpochs() {
        Path refit = scratch.resolve("refit");
        Cli.Result result = Trainings.train(refit, "--refit");
        assertTrue(result.printed().contains("The model was then trained on all examples for 2 epochs"), result.out());
        Path plain = scratch.resolve("plain");
        Trainings.train(plain).printed();
        Path all = scratch.resolve("all");
        Trainings.train(all, "--validation", 0).printed();
        assertEquals(Trainings.weights(all), Trainings.weights(refit));
        assertEquals(Trainings.weights(plain), weights(refit, "member-1"));
        assertEquals(
                Trainings.report(plain).validation(), Trainings.report(refit).validation());
        assertEquals(
                Trainings.report(plain).temperature(), Trainings.report(refit).temperature());
        assertEquals(
                Trainings.report(all).test().orElseThrow().errors(),
                Trainings.report(refit).test().orElseThrow().errors());
        assertTrue(Trainings.report(refit).refit());
    }

    @Test
    void aRefitNeedsAValidationSplit() {
        Trainings.train(scratch.resolve("run"), "--refit", "--validation", 0).refuses(2, "--refit", "validation split");
    }

    @Test
    void aTimeLimitEndsATrainingAndIsReported() {
        Path run = scratch.resolve("run");
        Cli.Result result = Trainings.train(run, "--members", 2, "--time-limit", "3s", "--epochs", 1_000_000);
        assertTrue(result.printed().contains("Time limit 3.0 s"), result.out());
        Report report = Trainings.report(run);
        assertEquals(3, report.timeLimit());
        assertEquals(2, report.members().size());
        assertNotEquals(1_000_000, report.epochs());
        assertEquals(1_000_000, report.plannedEpochs());
        assertTrue(report.stepShare() > 0 && report.stepShare() < 1, () -> "share " + report.stepShare());
        assertEquals(
                2,
                result.errorLines().stream()
                        .filter(line -> line.matches("Time is up in epoch [0-9,]+ of 1,000,000, after .*"))
                        .count(),
                result::err);
        assertEquals(result.out(), Cli.run("train", "--resume", run).printed());
    }

    @Test
    void aTimeLimitIsSharedWithTheRefit() {
        Path run = scratch.resolve("run");
        Trainings.train(run, "--refit", "--time-limit", "4s", "--epochs", 1_000_000)
                .printed();
        RunState last = RunState.read(run.resolve("last.safetensors"));
        assertEquals(1, last.finished().size());
        assertTrue(
                last.finished().get(0).history().size() > 1 && last.state().finishedEpochs() > 1,
                "both had their share");
    }

    @Test
    void theTimeThatARunHasUsedCountsWhenItGoesOn() throws Exception {
        Path run = scratch.resolve("run");
        List<Object> command = new ArrayList<>(List.of(
                Trainings.command(run, "--time-limit", "1h", "--epochs", 1_000_000, "--checkpoint-interval", "1")));
        try (ChildNn child = ChildNn.start(Path.of(""), List.of(), command.toArray())) {
            child.await(() -> Files.exists(run.resolve("last.safetensors")));
            child.signal("KILL");
            child.result();
        }
        RunState saved = RunState.read(run.resolve("last.safetensors"));
        assertTrue(
                saved.time().usedSeconds() > 0 && saved.time().networkEnd() > 3500,
                saved.time().toString());
        // Pretends that the run has nearly used up its time.
        new RunState(
                        saved.config(),
                        saved.dataDigest(),
                        saved.elapsedSeconds(),
                        saved.history(),
                        saved.state(),
                        saved.finished(),
                        new RunTime(3590, 1, 3591))
                .write(run.resolve("last.safetensors"));
        Cli.run("train", "--resume", run).printed();
        assertNotEquals(1_000_000, Trainings.report(run).epochs());
    }
}
