package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nn.cli.Examples.Once;
import nn.train.Preset;
import nn.train.TrainingConfig;

/** What each flag of the benchmarks changes in the results, apart from times. */
final class BenchExamples {

    private static final String SMALL = "--hidden 4 --limit 240 --batch-size 32 --no-augment --data";

    private BenchExamples() {}

    static Map<String, Examples> all(Path scratch, Path model) {
        Map<String, Examples> all = new TreeMap<>();
        Examples bench = new Examples("bench");
        bench.saysNothingBesides();
        bench.stacktrace();
        all.put("bench", bench);
        all.put("bench gemm", ofGemm());
        all.put("bench train", ofTrain(scratch));
        all.put("bench predict", ofPredict(scratch, model));
        all.put("bench accuracy", ofAccuracy(scratch));
        all.put("bench startup", ofStartup(scratch));
        return all;
    }

    private static Examples ofGemm() {
        Examples gemm = new Examples("bench gemm");
        for (String flag : List.of("--hidden", "--batch-size", "--threads", "--rounds", "--json")) {
            gemm.shownBy(flag, BenchCommandsTest.class, "gemmMeasuresThePeakAndTheProductsOfEachThreadCount");
        }
        gemm.saysNothingBesides("--rounds 0");
        gemm.stacktrace("--rounds 0");
        return gemm;
    }

    private static Examples ofTrain(Path scratch) {
        Examples train = new Examples("bench train");
        for (TrainingFlags.Row row : TrainingFlags.TRAINING) {
            // All epochs are measured, and the optimizer of plain training has no weight decay.
            String optimizer = row.flag().equals("--weight-decay") ? "--optimizer adamw" : "";
            train.flag(
                    row.flag(),
                    row.flag().equals("--patience")
                            ? () -> train.run(row.toString()).refuses(2, "--patience is 4; it must be 0 (off)")
                            : () -> TrainingFlags.changesOnlyWhatItNames(
                                    row, plain(optimizer, List.of()), flags -> plain(optimizer, flags)));
        }
        Path missing = scratch.resolve("missing");
        train.flag("--data", () -> train.run("--data", missing).refuses(3, missing + ": does not exist"));
        train.shownBy("--json", BenchTrainCommandTest.class, "jsonIsOneDocumentWithWhatWasMeasured");
        train.saysNothingBesides("--data", missing);
        train.stacktrace("--data", missing);
        return train;
    }

    private static TrainingConfig plain(String optimizer, List<String> flags) {
        return AllFlags.parsed(BenchTrainCommand.class, AllFlags.words("bench train", optimizer, flags.toArray()))
                .config();
    }

    private static Examples ofPredict(Path scratch, Path model) {
        Examples predict = new Examples("bench predict");
        for (String flag : List.of("--limit", "--threads", "--rounds", "--model", "--json")) {
            predict.shownBy(flag, BenchCommandsTest.class, "predictMeasuresWithoutAStartScriptAllButTheWholeProgram");
        }
        Path missing = scratch.resolve("missing");
        predict.flag(
                "--data",
                () -> predict.run("--model", model, "--data", missing).refuses(3, missing + ": does not exist"));
        predict.flag("--quiet", () -> {
            Cli.Result text =
                    predict.run("--limit 1 --threads 1 --rounds 1 -q --data", SmallMnist.raw(), "--model", model);
            assertTrue(text.printed().startsWith("784-32-10, "), text::toString);
            assertEquals("", text.err(), "it does not say that the whole program is left out");
        });
        predict.verbose(List.of(), "--model", missing);
        predict.stacktrace("--model", missing);
        return predict;
    }

    private static Examples ofAccuracy(Path scratch) {
        Examples accuracy = new Examples("bench accuracy");
        for (TrainingFlags.Row row : TrainingFlags.TRAINING) {
            accuracy.flag(row.flag(), () -> {
                for (Preset preset : List.of(Preset.FAST, Preset.DEFAULT, Preset.ACCURATE, Preset.RECORD)) {
                    // With another optimizer the preset's decay gives way, unless it is given.
                    String decay = row.flag().equals("--optimizer")
                            ? "--weight-decay "
                                    + preset.config(1, 1).regularization().weightDecay()
                            : "";
                    Object[] line = AllFlags.words("bench accuracy --preset", preset.label(), decay);
                    TrainingFlags.changesOnlyWhatItNames(
                            row,
                            preset.config(1, ThreadsOption.all()),
                            flags -> AllFlags.parsed(BenchAccuracyCommand.class, AllFlags.words(line, flags.toArray()))
                                    .config());
                }
            });
        }
        Path data = SmallMnist.raw();
        Once<Cli.Result> result =
                new Once<>(() -> accuracy.run("--target 0.001 --rounds 2 --preset default --json", SMALL, data));
        accuracy.flag(
                "--target",
                () -> assertEquals(0.001, result.get().json().get("target").asDouble()));
        accuracy.flag(
                "--rounds",
                () -> assertEquals(2, result.get().json().get("runs").size()));
        accuracy.flag(
                "--preset",
                () -> assertEquals(
                        "default 25",
                        result.get().json().get("preset").asText() + " "
                                + result.get().json().get("epochs").asInt()));
        Path missing = scratch.resolve("missing");
        accuracy.flag("--data", () -> accuracy.run("--data", missing).refuses(3, missing + ": does not exist"));
        Once<Cli.Result> text = new Once<>(() -> accuracy.run("--target 0.001 --rounds 1 -q", SMALL, data));
        accuracy.flag("--json", () -> {
            assertTrue(result.get().json().hasNonNull("machine"));
            assertTrue(
                    text.get().printed().startsWith("784-4-10, preset fast, "),
                    text.get().toString());
        });
        accuracy.flag("--quiet", () -> {
            assertEquals(2, result.get().errorLines().size(), "a line for each training");
            assertEquals("", text.get().err());
        });
        accuracy.verbose(List.of(), "--data", missing);
        accuracy.stacktrace("--data", missing);
        return accuracy;
    }

    private static Examples ofStartup(Path scratch) {
        Examples startup = new Examples("bench startup");
        Once<Started> measured =
                new Once<>(() -> Started.of(startup, scratch, "--rounds 2 --json --data", SmallMnist.raw()));
        startup.flag("--data", () -> {
            List<String> trainings = measured.get()
                    .lines()
                    .filter(line -> line.startsWith("train "))
                    .toList();
            assertEquals(3, trainings.size(), "a warm-up and two rounds");
            String data = "--data " + SmallMnist.raw() + " ";
            assertTrue(trainings.stream().allMatch(line -> line.contains(data)), trainings::toString);
        });
        startup.flag(
                "--rounds",
                () -> assertEquals(9, measured.get().lines().count(), "three commands, each once and then twice"));
        startup.flag(
                "--json",
                () -> assertEquals(
                        2, measured.get().result().json().get("rounds").asInt()));
        startup.saysNothingBesides();
        startup.stacktrace();
        return startup;
    }

    /** What was printed, and the arguments of the script that replaces {@code scripts/nn}. */
    private record Started(Cli.Result result, String log) {

        static Started of(Examples startup, Path scratch, Object... words) throws IOException {
            Path scripts = Files.createDirectories(scratch.resolve("home/scripts"));
            Path log = scratch.resolve("log");
            Path launcher = Files.writeString(
                    scripts.resolve("nn"),
                    "#!/bin/sh\necho \"$@\" >>'" + log + "'\n[ \"$1\" != train ] || echo 'nn: first step made' >&2\n");
            Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
            System.setProperty("nn.home", scratch.resolve("home").toString());
            try {
                return new Started(startup.run(words), Files.readString(log));
            } finally {
                System.clearProperty("nn.home");
            }
        }

        Stream<String> lines() {
            return log.lines();
        }
    }
}
