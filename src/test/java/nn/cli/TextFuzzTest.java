package nn.cli;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nn.HostileInput;
import nn.NnException.Kind;
import nn.checkpoint.RunConfig;
import nn.eval.Evaluation;
import nn.eval.Evaluation.Mistake;
import nn.eval.Evaluation.PerClass;
import nn.eval.Interval;
import nn.json.Json;
import nn.pictures.LabeledPictures;
import nn.pictures.PictureFiles;
import nn.report.Report;
import nn.report.Terminal;
import nn.report.TrainingText;
import nn.train.Preset;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;

/** Any text file is read or refused with one line. */
@Timeout(30)
class TextFuzzTest {

    private static final long MOST_BYTES = 64L << 20;
    private static final Terminal TERMINAL =
            Terminal.plain(new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()));
    private static final Path DIRECTORY = HostileInput.directory();

    static Stream<byte[]> configs() {
        return Stream.of(Json.pretty(new RunConfig("nn", "data", true, Preset.DEFAULT.config(1, 2), Optional.empty())))
                .map(TextFuzzTest::utf8);
    }

    @MethodSource("configs")
    @FuzzTest
    void config(byte[] bytes) throws Throwable {
        Path file = HostileInput.file(DIRECTORY, "config.json", bytes);
        HostileInput.survives(Kind.BAD_INPUT, MOST_BYTES, () -> Json.read(file, RunConfig.class, Kind.BAD_INPUT));
    }

    static Stream<byte[]> reports() {
        Evaluation evaluation = new Evaluation(
                3,
                1,
                2 / 3.0,
                new Interval(0.1, 0.9),
                0.5,
                List.of(new PerClass("0", 2, 1, 0.5, 2 / 3.0), new PerClass("1", 1, 0.5, 1, 2 / 3.0)),
                List.of(List.of(1, 1), List.of(0, 1)),
                List.of(new Mistake(2, 0, 1, 0.9)));
        return Stream.of(Json.pretty(new Report(
                        "784-10",
                        7850,
                        "fast",
                        1,
                        2,
                        3,
                        2,
                        1.1,
                        Optional.of(evaluation),
                        Optional.empty(),
                        Optional.empty(),
                        1.5,
                        1000,
                        "kernel",
                        "0".repeat(64),
                        List.of(),
                        false,
                        5,
                        4,
                        0.5,
                        Optional.empty(),
                        Optional.empty())))
                .map(TextFuzzTest::utf8);
    }

    /** As {@code nn train --resume} of a finished run does. */
    @MethodSource("reports")
    @FuzzTest
    void report(byte[] bytes) throws Throwable {
        Path file = HostileInput.file(DIRECTORY, "report.json", bytes);
        HostileInput.survives(
                Kind.BAD_CHECKPOINT,
                MOST_BYTES,
                () -> TrainingText.of(Json.read(file, Report.class, Kind.BAD_CHECKPOINT), DIRECTORY, TERMINAL));
    }

    static Stream<byte[]> tables() {
        return Stream.of("a.png\t1\tphone\nb.png\t2\n", "").map(TextFuzzTest::utf8);
    }

    @MethodSource("tables")
    @FuzzTest
    void labels(byte[] bytes) throws Throwable {
        HostileInput.file(DIRECTORY, "labels.tsv", bytes);
        HostileInput.survives(
                Kind.BAD_INPUT, MOST_BYTES, () -> LabeledPictures.in(DIRECTORY, List.of("0", "1", "2"), warning -> {}));
    }

    static Stream<byte[]> lists() {
        return Stream.of("a.png\nb.png\n", "\u00e4\r\n").map(TextFuzzTest::utf8);
    }

    @MethodSource("lists")
    @FuzzTest
    void list(byte[] bytes) throws Throwable {
        Path file = HostileInput.file(DIRECTORY, "list", bytes);
        HostileInput.survives(
                Kind.BAD_INPUT,
                MOST_BYTES,
                () -> PictureFiles.expand(List.of("@" + file), "nn predict", warning -> {}));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
