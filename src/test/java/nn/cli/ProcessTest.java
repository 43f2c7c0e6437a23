package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole process, from its arguments to its exit code. */
class ProcessTest {

    @TempDir
    private Path scratch;

    @ParameterizedTest
    @ValueSource(strings = {"--help", "--version", "predict --help", "predict --top 0 x.png", "train --epochs 0"})
    void helpVersionAndUsageErrorsLoadNoTensorLibrary(String words) throws IOException {
        ChildNn.runWithoutTensorLibrary(scratch, NnCommand.class, (Object[]) words.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "ar-EG"})
    void everyLocaleTrainsAlike(String tag) throws IOException {
        Path run = scratch.resolve("run");
        Object[] flags = {"--activation", "SIGMOID", "--epochs", 1, "--limit", 300};
        Cli.Result here = Trainings.train(run, flags);
        String config = Files.readString(run.resolve("config.json"));
        String history = Files.readString(run.resolve("history.csv"));
        String weights = Trainings.weights(run);
        List<Object> again = new ArrayList<>(List.of(Trainings.command(run, flags)));
        again.add("--force");
        Cli.Result there = ChildNn.run(Path.of(""), locale(tag), again.toArray());
        assertEquals(Trainings.withoutTimes(here.printed()), Trainings.withoutTimes(there.printed()));
        assertEquals(Trainings.withoutTimes(here.err()), Trainings.withoutTimes(there.err()));
        assertEquals(config, Files.readString(run.resolve("config.json")));
        assertEquals(
                Trainings.withoutTimes(history), Trainings.withoutTimes(Files.readString(run.resolve("history.csv"))));
        assertEquals(weights, Trainings.weights(run));
        assertFalse((there.out() + there.err()).matches("(?s).*[\r\033].*"), "no terminal, no escape codes");
    }

    /** Where other tests ran before, ND4J is loaded already. */
    @Test
    void aLessonLoadsWhatItNeeds() throws IOException {
        try (ChildNn child = ChildNn.start(Path.of(""), "exec \"$@\"", List.of(), "lesson", "forward", "--quiet")) {
            assertTrue(child.result().printed().contains("Verdict: match"));
        }
    }

    /** This network has products that oneDNN rounds differently where several threads share one. */
    @Test
    void theWeightsDoNotDependOnOmpNumThreads() throws IOException {
        Path run = scratch.resolve("run");
        List<Object> train = new ArrayList<>(List.of(
                "train", "-q", "--no-test", "--force", "--out", run, "--data", SmallMnist.raw(), "--epochs", 1));
        train.addAll(List.of("--hidden", "1024,1024", "--inputs", "gradients", "--limit", 150, "--validation", 22));
        List<String> weights = new ArrayList<>();
        for (int threads : new int[] {1, 4}) {
            String shell = "OMP_NUM_THREADS=" + threads + " exec \"$@\"";
            try (ChildNn child = ChildNn.start(Path.of(""), shell, List.of(), train.toArray())) {
                child.result().printed();
            }
            weights.add(Trainings.weights(run));
        }
        assertEquals(weights.get(0), weights.get(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "ar-EG"})
    void everyLocalePredictsAlike(String tag) throws IOException {
        Path run = scratch.resolve("run");
        Trainings.train(run, "--epochs", 1, "--limit", 300, "--no-test").printed();
        Path picture = Files.write(scratch.resolve("seven.png"), SmallMnist.testPng(0));
        Object[] words = {
            "predict",
            "--model",
            run.resolve("model.safetensors"),
            "--invert",
            "NO",
            "--top",
            2,
            "-v",
            "--save-prepared",
            scratch.resolve("saved"),
            picture,
            scratch.resolve("missing.png")
        };
        assertEquals(Cli.run(words), ChildNn.run(Path.of(""), locale(tag), words));
        assertEquals(List.of("0001-seven.png"), CommandsTest.contents(scratch.resolve("saved")));
    }

    @Test
    void messagesHaveTheDigitsOfTheRootLocale() {
        Object[] words = {
            "train", "--data", SmallMnist.raw(), "--limit", 30, "--batch-size", 26, "--out", scratch.resolve("new")
        };
        Cli.Result there = ChildNn.run(Path.of(""), locale("ar-EG"), words);
        assertEquals(Cli.run(words), there);
        there.refuses(2, "at most 25, ");
    }

    private static List<String> locale(String tag) {
        String[] parts = tag.split("-");
        return List.of("-Duser.language=" + parts[0], "-Duser.country=" + parts[1]);
    }

    @Test
    void withoutOutARunGetsANameAndBecomesTheLatest() throws IOException {
        Object[] train = {
            "train",
            "--preset",
            "fast",
            "--data",
            SmallMnist.raw(),
            "--hidden",
            8,
            "--epochs",
            1,
            "--limit",
            300,
            "--batch-size",
            16,
            "--threads",
            1,
            "-q"
        };
        Cli.Result result = ChildNn.run(scratch, List.of(), train);
        assertTrue(result.printed().matches("(?s).*\nFiles: runs/[0-9]{8}T[0-9]{6}Z-fast\n"), result::out);
        Path latest = scratch.resolve("runs/latest");
        assertTrue(Files.isSymbolicLink(latest));
        assertEquals(
                Path.of(result.out()
                                .substring(result.out().lastIndexOf(' ') + 1)
                                .strip())
                        .getFileName(),
                Files.readSymbolicLink(latest));
        Files.write(scratch.resolve("one.png"), SmallMnist.testPng(0));
        Cli.Result answer = ChildNn.run(scratch, List.of(), "predict", "one.png");
        assertTrue(answer.printed().endsWith("%  one.png\n"), answer::toString);
        assertTrue(answer.err().startsWith("nn: model runs/latest/model.safetensors\n"), answer::err);

        // An unfinished run does not become the latest run.
        Files.delete(latest);
        Path run = scratch.resolve(
                result.out().substring(result.out().lastIndexOf(' ') + 1).strip());
        Files.delete(run.resolve("report.json"));
        Cli.run("train", "--resume", run).printed();
        assertEquals(run.getFileName(), Files.readSymbolicLink(latest));
    }

    @Test
    void aTildeBehindAnEqualSignIsTheHome() {
        String shell = "HOME='" + scratch + "' exec \"$@\"";
        try (ChildNn child = ChildNn.start(scratch, shell, List.of(), "predict", "--model=~/of-mine", "x.png")) {
            child.result().refuses(4, "nn: " + scratch.resolve("of-mine") + ": ");
        }
    }

    @Test
    void withoutAnyModelThatIsSaid() throws IOException {
        Files.write(scratch.resolve("one.png"), SmallMnist.testPng(0));
        Cli.Result result = ChildNn.run(scratch, List.of("-Dnn.home=" + scratch), "predict", "one.png");
        result.refuses(4, "nn: no model: ", "nn train", "--model");
    }

    @Test
    void numbersCannotBeReadWithoutTheSegmentNetworkOrWithADamagedOne() throws IOException {
        Files.write(scratch.resolve("one.png"), SmallMnist.testPng(0));
        Path segments = scratch.resolve("data").resolve("segments.safetensors");
        List<String> elsewhere = List.of("-Dnn.home=" + scratch);
        Path model = Path.of("data", "model.safetensors").toAbsolutePath();
        ChildNn.run(scratch, elsewhere, "read", "-q", "--model", model, "one.png")
                .refuses(4, "nn: " + segments + ": does not exist");
        Files.createDirectories(segments.getParent());
        Files.write(segments, new byte[100]);
        ChildNn.run(scratch, elsewhere, "read", "-q", "--model", model, "one.png")
                .refuses(4, "nn: " + segments + ": ");
    }

    @Test
    void aReaderThatHasSeenEnoughIsNoFailure() throws IOException {
        try (ChildNn child =
                ChildNn.start(scratch, "{ \"$@\"; echo \"exit code $?\" >&2; } | true", List.of(), "train", "--help")) {
            assertEquals("exit code 0\n", child.result().err());
        }
    }

    @Test
    void aReaderThatHasSeenEnoughEndsTheWork() throws IOException {
        Path digit = Files.write(scratch.resolve("one.png"), SmallMnist.testPng(0));
        List<String> lines = new ArrayList<>(Collections.nCopies(300, digit.toString()));
        lines.add("the-last-one-is-missing.png");
        Path list = Files.write(scratch.resolve("list"), lines);
        Path model = Path.of("data", "model.safetensors").toAbsolutePath();
        Object[] predict = {"predict", "-q", "--model", model, "@" + list};
        try (ChildNn child =
                ChildNn.start(scratch, "{ \"$@\"; echo \"exit code $?\" >&2; } | true", List.of(), predict)) {
            assertEquals("exit code 0\n", child.result().err());
        }
    }

    @Test
    void anOutputThatCannotBeWrittenIsAFailure() {
        for (String shell : List.of("exec \"$@\" >/dev/full", "exec \"$@\" >&-")) {
            try (ChildNn child = ChildNn.start(scratch, shell, List.of(), "train", "--help")) {
                Cli.Result result = child.result();
                result.refuses(7, "nn: standard output: ", "; ");
            }
        }
    }

    @Test
    void aMissingNativeLibraryIsOneLine() {
        Cli.Result result = ChildNn.run(
                Path.of(""),
                List.of("-Dorg.bytedeco.javacpp.platform=none"),
                Trainings.command(scratch.resolve("run")));
        result.refuses(7, "nn: a native library or class cannot be loaded (", "; see the platforms in README.md");
    }

    @Test
    void tooLittleMemoryIsOneLineAndNoHalfFile() throws IOException {
        Cli.Result result = ChildNn.run(
                Path.of(""),
                List.of("-Xmx12m"),
                "train",
                "--data",
                Path.of("data/mnist"),
                "--epochs",
                1,
                "--hidden",
                16,
                "--out",
                scratch.resolve("run"));
        result.refuses(7, "not enough memory", "; ");
        try (Stream<Path> files = Files.walk(scratch)) {
            assertTrue(files.noneMatch(file -> file.toString().contains("safetensors")));
        }
    }

    @Test
    void stacktraceShowsWhereAnErrorOfTheJvmCameFrom() {
        List<Object> words = new ArrayList<>(List.of(Trainings.command(scratch.resolve("run"))));
        words.add("--stacktrace");
        Cli.Result result = ChildNn.run(Path.of(""), List.of("-Dorg.bytedeco.javacpp.platform=none"), words.toArray());
        result.lastLineNames("a native library or class cannot be loaded");
        assertTrue(result.err().contains("\tat nn.natives."), result::err);
    }
}
