package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nn.natives.NativeLibraries;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code nn doctor} in processes whose surroundings are really broken. */
@Tag("process")
class DoctorCommandTest {

    private static final Path HOME = Path.of("").toAbsolutePath();

    @TempDir
    private Path scratch;

    private Cli.Result doctor(List<String> javaOptions, Object... words) {
        return doctor("exec \"$@\"", javaOptions, words);
    }

    private Cli.Result doctor(String shell, List<String> javaOptions, Object... words) {
        List<String> options = new ArrayList<>(List.of("-Dnn.home=" + HOME));
        options.addAll(javaOptions);
        try (ChildNn child = ChildNn.start(scratch, shell, options, AllFlags.words("doctor", words))) {
            return child.result();
        }
    }

    /** Requires this finding, and the exit code and the verdict that go with a problem. */
    private static void assertProblem(Cli.Result result, String subject, String found, String advice) {
        List<String> lines = result.out().lines().toList();
        int line = 0;
        while (line < lines.size() && !lines.get(line).matches("PROBLEM  " + subject + " .*")) {
            line++;
        }
        assertTrue(line < lines.size() - 1, () -> "no problem with " + subject + " in " + result);
        assertTrue(lines.get(line).contains(found), lines.get(line));
        assertTrue(lines.get(line + 1).contains("-> ") && lines.get(line + 1).contains(advice), lines.get(line + 1));
        assertEquals(7, result.exitCode());
        assertTrue(
                lines.get(lines.size() - 1).matches("Not all works: \\d problems?(, with \\d warnings?)?\\."),
                result::out);
        assertFalse(result.err().contains("nn: "), result::err);
    }

    private static JsonNode finding(JsonNode diagnosis, String subject) {
        for (JsonNode finding : diagnosis.get("findings")) {
            if (finding.get("subject").asText().equals(subject)) {
                return finding;
            }
        }
        throw new AssertionError("no " + subject + " in " + diagnosis);
    }

    @Test
    void whereAllIsWellTheLastLineSaysSo() {
        Cli.Result result = doctor(List.of());
        assertEquals(0, result.exitCode(), result::toString);
        String last = result.out().lines().reduce((first, second) -> second).orElseThrow();
        assertTrue(last.matches("All is well\\.|All commands work, with \\d warnings?\\."), last);
        assertTrue(result.out().contains("data/mnist: MNIST, by its checksums"), result::out);
        assertEquals(List.of(), CommandsTest.contents(scratch));
    }

    @Test
    void itsJsonIsOneDocument() {
        Cli.Result result = doctor(List.of(), "--json --data", scratch.resolve("none"));
        JsonNode diagnosis = result.json();
        assertEquals(7, result.exitCode());
        JsonNode data = finding(diagnosis, "data");
        assertEquals("problem", data.get("state").asText());
        assertEquals(
                scratch.resolve("none") + ": does not exist", data.get("found").asText());
        assertTrue(data.get("advice").asText().contains("IDX files"));
        assertTrue(finding(diagnosis, "Java").get("advice").isNull());
        assertEquals(1, diagnosis.get("problems").asInt());
        assertTrue(diagnosis.get("verdict").asText().startsWith("Not all works: 1 problem"));
    }

    @Test
    void missingDataAndModelAreProblems() {
        Cli.Result result = doctor(List.of("-Dnn.home=" + scratch));
        assertProblem(result, "data", scratch.resolve("data/mnist") + ": does not exist", "IDX files");
        assertProblem(result, "model", "no model", "nn train");
        assertProblem(result, "segment network", scratch.resolve("data/segments.safetensors") + ": does not exist", "");
        assertEquals(List.of(), CommandsTest.contents(scratch));
    }

    @Test
    void damagedDataAndModelAreProblems() throws IOException {
        Path data = SmallMnist.raw(scratch.resolve("data"));
        Files.write(data.resolve("t10k-images-idx3-ubyte"), new byte[20]);
        Path model = Files.write(scratch.resolve("model.safetensors"), new byte[100]);
        Cli.Result result = doctor(List.of(), "--data", data, "--model", model);
        assertProblem(result, "data", "t10k-images-idx3-ubyte: ", "");
        assertProblem(result, "model", model + ": ", "");
    }

    @Test
    void otherDataAreAWarning() {
        Cli.Result result = doctor(List.of(), "--data", SmallMnist.raw());
        assertEquals(0, result.exitCode(), result::toString);
        assertTrue(result.out().contains("WARNING  data "), result::out);
        assertTrue(result.out().contains("All commands work, with "), result::out);
    }

    @Test
    void littleMemoryIsAProblemAndDoesNotEndIt() {
        Cli.Result result = doctor(List.of("-Xmx10m"));
        assertProblem(result, "Java heap", "at most ", "NN_JAVA_OPTS=-Xmx1g");
        assertProblem(result, "model", "not enough memory", "NN_JAVA_OPTS=");
        assertTrue(result.out().contains("\nok       data "), result::out);
    }

    @Test
    void missingPlacesForFilesAreProblems() {
        Path none = scratch.resolve("none");
        Cli.Result result = doctor(List.of("-Djava.io.tmpdir=" + none, "-D" + NativeLibraries.CACHE + "=/dev/null/x"));
        assertProblem(result, "temporary files", none + ": cannot be written", "java.io.tmpdir");
        assertProblem(result, "native cache", "/dev/null/x: cannot be written", "HOME");
    }

    @Test
    void missingFontsAreAWarning() throws IOException {
        Path none = Files.writeString(scratch.resolve("fonts.conf"), "<fontconfig></fontconfig>");
        Cli.Result result = doctor("FONTCONFIG_FILE=" + none + " exec \"$@\"", List.of());
        assertEquals(0, result.exitCode(), result::toString);
        assertTrue(result.out().contains("WARNING  fonts "), result::out);
        assertTrue(result.out().contains("fonts-dejavu-core"), result::out);
    }

    @Test
    void aNativeLibraryThatCannotBeLoadedIsAProblem() throws IOException {
        Path cache = Path.of(System.getProperty("user.home"), ".javacpp", "cache");
        Path broken = copyWithBroken(cache, "libopenblas_nolapack.so.0");
        Cli.Result result = doctor(List.of("-D" + NativeLibraries.CACHE + "=" + broken));
        assertProblem(result, "matrix products", "libopenblas_nolapack.so.0", "remove " + broken);
    }

    /** A copy of links, in which one file has its size and nothing else. */
    private Path copyWithBroken(Path cache, String name) throws IOException {
        Path copy = scratch.resolve("cache");
        boolean found = false;
        try (Stream<Path> files = Files.walk(cache)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path link = copy.resolve(cache.relativize(file));
                Files.createDirectories(link.getParent());
                if (file.endsWith(name)) {
                    found = true;
                    try (var channel =
                            Files.newByteChannel(link, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                        channel.position(Files.size(file) - 1).write(ByteBuffer.allocate(1));
                    }
                } else {
                    Files.createSymbolicLink(link, file);
                }
            }
        }
        assumeTrue(found, "the native libraries are unpacked elsewhere");
        return copy;
    }

    @Test
    void librariesThatAreNotUnpackedStaySo() {
        Path cache = scratch.resolve("cache");
        Cli.Result result = doctor(List.of("-D" + NativeLibraries.CACHE + "=" + cache));
        assertEquals(0, result.exitCode(), result::toString);
        assertTrue(result.out().contains(cache + ": the first training unpacks "), result::out);
        assertEquals(List.of(), CommandsTest.contents(scratch));
    }

    @Test
    void aMisspelledVariableIsAWarning() {
        Cli.Result result = doctor("NN_SEDE=1 NN_SEED=1 exec \"$@\"", List.of());
        assertTrue(
                result.out().contains("WARNING  environment        no option has the name of NN_SEDE\n"), result::out);
    }

    @Test
    void quietItTellsOnlyWhatIsWrong() {
        Cli.Result result = doctor(List.of(), "--quiet --data", SmallMnist.raw());
        assertTrue(result.out().startsWith("WARNING  "), result::out);
        assertEquals("", result.err());
    }
}
