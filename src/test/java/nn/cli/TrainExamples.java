package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nn.checkpoint.RunState;
import nn.cli.TrainingFlags.Row;
import nn.report.Report;
import nn.train.TrainingConfig;

/** What each flag of {@code nn train} changes. */
final class TrainExamples extends Examples {

    private static final String SMALL = "--hidden 4 --epochs 1 --limit 240 --batch-size 32 --threads 1 --no-augment";

    private final Path scratch;
    private int runs;

    TrainExamples(Path scratch) {
        super("train");
        this.scratch = scratch;
        Path data = SmallMnist.raw();
        Once<Path> usual = new Once<>(() -> trained("--data", data));
        shownBy("--preset", TrainingFlagsTest.class, "whatNoFlagNamesIsThePresets");
        shownBy("--config", TrainingFlagsTest.class, "withoutFlagsEveryValueIsThatOfTheConfigurationFile");
        flag("--data", () -> {
            Path other = SmallMnist.withoutTest(scratch.resolve("data"));
            Path run = trained("--data", other);
            assertEquals(Map.of("data", other.toString()), differences(usual.get(), run));
            assertTrue(Trainings.report(run).test().isEmpty());
        });
        flag(
                "--out",
                () -> assertEquals(
                        List.of(
                                ".nn-lock",
                                "config.json",
                                "history.csv",
                                "last.safetensors",
                                "model.safetensors",
                                "report.html",
                                "report.json"),
                        CommandsTest.contents(usual.get())));
        flag("--force", () -> {
            Path run = trained("--data", data, "--seed 2");
            String before = Trainings.weights(run);
            Object[] again = AllFlags.words("--out", run, SMALL, "--data", data, "--seed 3");
            run(again).refuses(7, "already holds a run");
            assertEquals(before, Trainings.weights(run));
            run(again, "--force").printed();
            assertNotEquals(before, Trainings.weights(run));
            assertEquals(3, Trainings.report(run).seed());
        });
        flag("--resume", () -> {
            Path run = trained("--data", data);
            Report one = Trainings.report(run);
            run("--resume", run, "--epochs 2").printed();
            assertEquals(
                    List.of(1, 2), List.of(one.epochs(), Trainings.report(run).epochs()));
            assertEquals(one.parameters(), Trainings.report(run).parameters());
        });
        flag("--checkpoint-interval", this::checkpointsAreMadeWithinAnEpoch);
        flag("--no-test", () -> {
            Path with = usual.get();
            Path without = trained("--data", data, "--no-test");
            assertEquals(Map.of("test", "false"), differences(with, without));
            assertEquals(
                    Trainings.report(with).validation(),
                    Trainings.report(without).validation());
            assertTrue(Trainings.report(with).test().isPresent()
                    && Trainings.report(without).test().isEmpty());
        });
        shownBy("--data-ink", ImageFormTest.class, "darkInkIsSaidAndConverted");
        shownBy("--transpose", ImageFormTest.class, "exchangedRowsAndColumnsAreSaidAndExchanged");
        shownBy("--no-detector", DetectorRunTest.class, "theDetectorDoesNotDependOnThreadsNorOnTheRunItEnds");
        shownBy("--member", CommitteeOfRunsTest.class, "aNetworkIsTheSameInARunOfItsOwn");
        shownBy("--join", CommitteeOfRunsTest.class, "theRunsBecomeTheCommitteeThatOneRunTrains");
        flag("--min-accuracy", () -> {
            assertDemanded(
                    usual.get(),
                    Trainings.report(usual.get()).test().orElseThrow().accuracy());
            Path untested = trained("--data", data, "--no-test");
            assertDemanded(
                    untested,
                    Trainings.report(untested).validation().orElseThrow().accuracy());
        });
        shownBy("--print-config", EnvironmentDefaultsTest.class, "thePrintedConfigurationIsTheOneThatATrainingUses");
        flag("--json", () -> {
            Path run = usual.get();
            assertEquals(
                    Files.readString(run.resolve("report.json")),
                    run("--resume", run, "--json").printed());
        });
        Map<String, List<Row>> byFlag = new TreeMap<>();
        Stream.of(TrainingFlags.TRAINING, TrainingFlags.COURSE)
                .flatMap(List::stream)
                .forEach(row -> byFlag.computeIfAbsent(row.option(), flag -> new ArrayList<>())
                        .add(row));
        byFlag.forEach(
                (flag, rows) -> flag(flag, () -> rows.forEach(TrainExamples::changesItsOwnValueInAnyConfiguration)));
        Object[] again = AllFlags.words(SMALL, "--data", data, "--force --out", scratch.resolve("again"));
        quiet("val. loss", again);
        verbose(
                List.of(
                        ": 240 training examples of 28 x 28 pixels in 10 classes, 40 of them for validation; network 784-4-10",
                        "first step made"),
                again);
        stacktrace("--data", scratch.resolve("missing"), "--out", scratch.resolve("none"));
    }

    private Path trained(Object... words) {
        Path run = scratch.resolve("run" + runs++);
        run("-q --out", run, SMALL, words).printed();
        return run;
    }

    /** The values that the second configuration file has and the first has not. */
    private static Map<String, String> differences(Path first, Path second) {
        Map<String, String> before = TrainingFlags.texts(first.resolve("config.json"));
        Map<String, String> after = new TreeMap<>(TrainingFlags.texts(second.resolve("config.json")));
        assertEquals(before.keySet(), after.keySet());
        after.entrySet().removeIf(leaf -> before.get(leaf.getKey()).equals(leaf.getValue()));
        return after;
    }

    /** An accuracy equal to the demanded one is enough. */
    private void assertDemanded(Path run, double accuracy) {
        assertTrue(accuracy > 0 && accuracy < 1, () -> accuracy + " is between");
        run("--resume", run, "--min-accuracy", accuracy).printed();
        Cli.Result missed = run("--resume", run, "--min-accuracy", Math.nextUp(accuracy));
        assertEquals(6, missed.exitCode(), missed::toString);
        missed.lastLineNames("--min-accuracy: the accuracy " + accuracy + " is below " + Math.nextUp(accuracy) + "; ");
        assertEquals(run("--resume", run).out(), missed.out());
    }

    /** A linear network that growing steps ruin before the first epoch ends. Only the state saved before is left. */
    private void checkpointsAreMadeWithinAnEpoch() {
        Object[] ruined = AllFlags.words(
                "-q --data",
                SmallMnist.raw(),
                "--no-augment --threads 1 --hidden 16,16,16 --epochs 1",
                "--activation identity --optimizer sgd --learning-rate 6 --warmup 0.9 --batch-size 25 --out");
        Path never = scratch.resolve("never");
        Path often = scratch.resolve("often");
        Cli.Result without = run(ruined, never);
        Cli.Result with = run(ruined, often, "--checkpoint-interval 3");
        assertEquals(5, without.exitCode(), without::toString);
        assertEquals(without.err(), with.err().replace(often.toString(), never.toString()));
        assertFalse(Files.exists(never.resolve("last.safetensors")));
        long step = RunState.read(often.resolve("last.safetensors")).state().step();
        assertTrue(step > 0 && step % 3 == 0, () -> step + " is a multiple of 3");
    }

    private static void changesItsOwnValueInAnyConfiguration(Row row) {
        int changes = 0;
        for (TrainingConfig base : TrainingFlags.basesOf(row)) {
            changes += TrainingFlags.changesOnlyWhatItNames(
                            row,
                            base,
                            flags -> AllFlags.parsed(TrainCommand.class, AllFlags.words("train", flags.toArray()))
                                    .over(base))
                    ? 1
                    : 0;
        }
        assertTrue(changes > 0, () -> row + " changes nothing");
    }
}
