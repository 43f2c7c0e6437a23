package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** What each flag of {@code nn data list} and {@code nn data verify} changes. */
final class DataExamples {

    private DataExamples() {}

    static Examples ofDataItself() {
        Examples data = new Examples("data");
        data.saysNothingBesides();
        data.stacktrace();
        return data;
    }

    static Examples ofList(Path scratch) throws IOException {
        Examples list = new Examples("data list");
        Path small = SmallMnist.raw();
        list.flag("--data", () -> {
            JsonNode shipped = list.json("--json");
            JsonNode own = list.json("--json --data", small);
            Examples.differsOnlyIn(List.of("directory", "train", "test"), shipped, own);
            assertEquals(small.toString(), own.get("directory").asText());
            assertEquals(
                    List.of(60_000, 10_000, SmallMnist.TRAIN, SmallMnist.TEST),
                    Stream.of(shipped, own)
                            .flatMap(json -> Stream.of(
                                    json.at("/train/count").asInt(),
                                    json.at("/test/count").asInt()))
                            .toList());
        });
        list.flag("--sets", () -> {
            String sets = list.run("--sets").printed();
            assertEquals(8, sets.lines().count());
            assertTrue(sets.contains("\nfashion-mnist     clothes in ten classes, 28 x 28"), sets);
            JsonNode rows = list.json("--sets --json").get("sets");
            assertEquals("usps", rows.get(7).get("name").asText());
            list.run("--sets --data", small).refuses(2, "--data and --sets exclude each other");
        });
        list.flag("--json", () -> {
            String text = list.run("--data", small).printed();
            JsonNode json = list.json("--json --data", small);
            for (int k = 0; k < 10; k++) {
                String line = "%5d  %11d %11d\n"
                        .formatted(
                                k,
                                json.at("/train/perClass/" + k).asInt(),
                                json.at("/test/perClass/" + k).asInt());
                assertTrue(text.contains(line), () -> "no '" + line + "' in " + text);
            }
        });
        dropsWarningsAndNamesFiles(list, scratch);
        list.stacktrace("--data", scratch.resolve("missing"));
        return list;
    }

    static Examples ofVerify(Path scratch) throws IOException {
        Examples verify = new Examples("data verify");
        Path small = SmallMnist.raw();
        verify.shownBy("--data", DataCommandTest.class, "verifyKnowsMnistAndWhatIsNot");
        verify.flag("--json", () -> {
            List<String> lines = verify.run("--data", small).printed().lines().toList();
            JsonNode files = verify.json("--json --data", small).get("files");
            assertEquals(4, files.size());
            assertEquals(4, lines.size());
            for (int i = 0; i < 4; i++) {
                JsonNode file = files.get(i);
                assertEquals(
                        "%s %7d  %-10s %s"
                                .formatted(
                                        file.get("sha256").asText(),
                                        file.get("entries").asInt(),
                                        file.get("state").asText(),
                                        file.get("file").asText()),
                        lines.get(i));
            }
        });
        dropsWarningsAndNamesFiles(verify, scratch);
        verify.stacktrace("--data", scratch.resolve("missing"));
        return verify;
    }

    private static void dropsWarningsAndNamesFiles(Examples of, Path scratch) throws IOException {
        Path padded = SmallMnist.raw(scratch.resolve("padded"));
        Files.write(padded.resolve("t10k-labels-idx1-ubyte"), new byte[1], StandardOpenOption.APPEND);
        of.quiet("ignored 1 byte after the data", "--data", padded);
        of.verbose(
                List.of(
                        "train-images-idx3-ubyte: 940,816 bytes",
                        "train-labels-idx1-ubyte: 1,208 bytes",
                        "t10k-images-idx3-ubyte: 235,216 bytes",
                        "t10k-labels-idx1-ubyte: 308 bytes"),
                "--data",
                SmallMnist.raw());
    }
}
