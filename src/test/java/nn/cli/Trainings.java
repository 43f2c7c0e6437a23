package nn.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nn.NnException.Kind;
import nn.checkpoint.RunConfig;
import nn.json.Json;
import nn.report.Report;

/** Small trainings for the tests of commands. */
public final class Trainings {

    private Trainings() {}

    /** {@code nn train} of a small network for two epochs on small data, with further flags. */
    public static Cli.Result train(Path out, Object... flags) {
        return Cli.run(command(out, flags));
    }

    /** The words of the command line. Given flags replace the defaults. */
    static Object[] command(Path out, Object... flags) {
        List<Object> words = new ArrayList<>(List.of("train", "--out", out));
        words.addAll(List.of(flags));
        withDefault(words, "--data", SmallMnist.raw());
        withDefault(words, "--hidden", 16);
        withDefault(words, "--epochs", 2);
        withDefault(words, "--batch-size", 64);
        withDefault(words, "--threads", 2);
        words.add("--no-augment");
        return words.toArray();
    }

    private static void withDefault(List<Object> words, String flag, Object value) {
        if (!words.contains(flag)) {
            words.add(flag);
            words.add(value);
        }
    }

    static Report report(Path run) {
        return Json.read(run.resolve("report.json"), Report.class, Kind.BAD_INPUT);
    }

    static RunConfig config(Path run) {
        return Json.read(run.resolve("config.json"), RunConfig.class, Kind.BAD_INPUT);
    }

    /** What {@code nn eval} reports of a model on the test files of a directory. */
    static Report eval(Path model, Path data) {
        return Json.parse(
                Cli.run("eval", "--model", model, "--data", data, "--json").printed(), Report.class);
    }

    static String weights(Path run) {
        return report(run).weightsDigest();
    }

    /** Replaces times and speeds, which differ each time. */
    static String withoutTimes(String text) {
        return text.replaceAll("[0-9.]+ s\\b", "? s")
                .replaceAll("[0-9,]+ images/s", "? images/s")
                .replaceAll("[0-9-]{10}T[0-9:]{8}Z", "?")
                .replaceAll("(?m) +[0-9]+ +\\? s$", " ? s")
                .replaceAll("(?m),[0-9]+,[0-9.]+,(true|false),1,false$", ",?,?,$1");
    }
}
