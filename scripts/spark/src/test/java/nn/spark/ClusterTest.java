package nn.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** nn-spark on a cluster of two real worker processes. */
class ClusterTest {

    private static final String MASTER = "local-cluster[2,1,1024]";

    @TempDir
    private Path scratch;

    private Program score(Path input, Path output, int partitions) throws IOException {
        return Program.start(
                Program.SPARK,
                "--master",
                MASTER,
                "score",
                "--model",
                Samples.MODEL,
                "--input",
                input,
                "--output",
                output,
                "--partitions",
                partitions);
    }

    /** The pictures include some that would do harm: cut off, of a size that no memory has, no picture, nothing. */
    @Test
    void picturesAreAnsweredAsPredictDoesAndABadOneIsARowWithItsError() throws IOException, InterruptedException {
        Path pictures = scratch.resolve("pictures");
        Samples.pictures(pictures, 10);
        byte[] png = Files.readAllBytes(pictures.resolve("01.png"));
        Files.write(pictures.resolve("cut.png"), Arrays.copyOf(png, png.length / 2));
        byte[] huge = png.clone();
        Arrays.fill(huge, 16, 24, (byte) 0x7f);
        Files.write(pictures.resolve("huge.png"), huge);
        Files.writeString(pictures.resolve("_words.png"), "no picture");
        Files.createFile(pictures.resolve("empty.png"));
        Path output = scratch.resolve("answers");
        score(pictures, output, 5).printed();

        JsonNode predicted = Program.json(Program.NN, "predict", "--model", Samples.MODEL, "--json", pictures);
        Map<String, Answers> answers = Answers.read(output);
        assertEquals(14, answers.size());
        assertEquals(14, predicted.at("/predictions").size());
        for (JsonNode one : predicted.at("/predictions")) {
            Answers answer = answers.get(one.at("/file").asText());
            assertEquals(one.has("error") ? one.at("/error").asText() : null, answer.error());
            assertEquals(one.at("/digit").isNull() ? null : one.at("/digit").asText(), answer.label());
            if (answer.error() == null) {
                assertEquals(one.at("/probability").asDouble(), answer.probability());
                assertEquals(numbers(one.at("/probabilities")), answer.probabilities());
            }
            assertEquals(texts(one.at("/warnings")), answer.warnings());
        }
        assertEquals(
                4,
                answers.values().stream()
                        .filter(answer -> answer.error() != null)
                        .count());
        assertNull(answers.get(pictures.resolve("cut.png").toString()).probability());
    }

    private static List<Double> numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asDouble)
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    @Test
    void aWorkerThatIsKilledCostsNoAnswer() throws IOException, InterruptedException {
        Path images = Samples.idx(scratch.resolve("idx"), 4000);
        Path output = scratch.resolve("answers");
        Program scoring = score(images, output, 40);
        assertTrue(scoring.reaches(
                () -> isBeingWritten(output) && scoring.workers().size() == 2));
        scoring.workers().get(0).destroyForcibly();
        assertFalse(Files.exists(output.resolve("_SUCCESS")));
        assertTrue(scoring.printed().contains("4,000 images, 0 of them with an error"));
        assertEquals(4000, Answers.read(output).size());
    }

    private static boolean isBeingWritten(Path output) {
        Path temporary = output.resolve("_temporary/0");
        if (!Files.isDirectory(temporary)) {
            return false;
        }
        try (Stream<Path> tasks = Files.list(temporary)) {
            return tasks.anyMatch(task -> task.getFileName().toString().startsWith("task_"));
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aTrainingWhoseWorkerIsKilledIsRepeatedFromItsSeed() throws Exception {
        String flags = "--hidden 16 --epochs 40 --limit 3000 --no-augment";
        Path sweep = Files.writeString(
                scratch.resolve("sweep.txt"), "# two\nrelu: " + flags + "\ntanh: " + flags + " --activation tanh\n");
        Path output = scratch.resolve("runs");
        Program training = Program.start(
                Program.SPARK, "--master", MASTER, "train", "--sweep", sweep, "--seeds", 1, "--output", output);
        assertTrue(training.reaches(() -> training.workers().stream()
                .anyMatch(one -> !Program.trainings(one).isEmpty())));
        ProcessHandle worker = training.workers().stream()
                .filter(one -> !Program.trainings(one).isEmpty())
                .findFirst()
                .orElseThrow();
        ProcessHandle orphan = Program.trainings(worker).get(0);
        worker.destroyForcibly();
        orphan.onExit().get(1, TimeUnit.MINUTES);
        String table = training.printed();
        assertTrue(table.contains("| relu | ") && table.contains("| tanh | "), table);
        assertEquals(3, Files.readAllLines(output.resolve("sweep.tsv")).size());
        Path here = scratch.resolve("here");
        Program.run(
                Program.NN,
                Stream.concat(
                                Stream.of("train", "--quiet", "--no-test", "--seed", "1", "--out", here.toString()),
                                Stream.of(flags.split(" ")))
                        .toArray());
        assertEquals(weights(here), weights(output.resolve("relu-seed-1")));
    }

    private static String weights(Path run) throws IOException {
        return new ObjectMapper()
                .readTree(run.resolve("report.json").toFile())
                .at("/weightsDigest")
                .asText();
    }
}
