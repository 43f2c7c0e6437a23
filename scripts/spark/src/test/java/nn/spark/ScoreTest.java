package nn.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code score} in this process: every format has the same answers, however it is split. */
class ScoreTest {

    private static final int IMAGES = 1500;

    @TempDir
    private static Path base;

    private static Map<Integer, Answers> expected;

    @TempDir
    private Path scratch;

    @BeforeAll
    static void scoreIdx() throws IOException {
        System.setProperty("spark.master", "local[2]");
        System.setProperty("spark.ui.enabled", "false");
        Samples.idx(base.resolve("idx"), IMAGES);
        assertEquals(0, score(base.resolve("idx"), base.resolve("answers"), 1));
        expected = byNumber(Answers.read(base.resolve("answers")), "t10k-images-idx3-ubyte:", 0);
    }

    private static int score(Path input, Path output, int partitions) {
        return Main.run(
                "score",
                "--model",
                Samples.MODEL.toString(),
                "--input",
                input.toString(),
                "--output",
                output.toString(),
                "--partitions",
                String.valueOf(partitions));
    }

    private static Map<Integer, Answers> byNumber(Map<String, Answers> answers, String before, int first) {
        Map<Integer, Answers> numbered = new TreeMap<>();
        answers.forEach((id, answer) -> {
            assertTrue(id.startsWith(before), id);
            numbered.put(Integer.parseInt(id.substring(before.length())) - first, answer);
        });
        return numbered;
    }

    @Test
    void theAnswersToAnIdxFileAreThoseOfEval() throws IOException, InterruptedException {
        JsonNode eval =
                Program.json(Program.NN, "eval", "--model", Samples.MODEL, "--data", base.resolve("idx"), "--json");
        byte[] labels = Files.readAllBytes(base.resolve("idx/t10k-labels-idx1-ubyte"));
        Map<Integer, String> wrong = new TreeMap<>();
        for (int image = 0; image < IMAGES; image++) {
            if (!expected.get(image).label().equals(String.valueOf(labels[8 + image]))) {
                wrong.put(image, expected.get(image).label());
            }
        }
        assertEquals(eval.at("/test/errors").asInt(), wrong.size());
        for (JsonNode mistake : eval.at("/test/mistakes")) {
            int image = mistake.at("/index").asInt();
            assertEquals(mistake.at("/predicted").asText(), wrong.get(image));
            // Eval multiplies with native BLAS, which rounds otherwise.
            assertEquals(
                    mistake.at("/probability").asDouble(), expected.get(image).probability(), 1e-5);
        }
    }

    @Test
    void theProbabilitiesAreThoseOfPredictToTheLastBit() throws IOException, InterruptedException {
        Samples.pictures(scratch, 15);
        JsonNode predictions = Program.json(Program.NN, "predict", "--model", Samples.MODEL, "--json", scratch)
                .at("/predictions");
        for (int image = 0; image < 15; image += 2) {
            assertEquals(
                    predictions.get(image).at("/probability").asDouble(),
                    expected.get(image).probability());
        }
    }

    @Test
    void theNumberOfPartitionsChangesNothing() throws IOException {
        for (int partitions : List.of(2, 7)) {
            Path output = scratch.resolve("answers" + partitions);
            assertEquals(0, score(base.resolve("idx"), output, partitions));
            assertEquals(expected, byNumber(Answers.read(output), "t10k-images-idx3-ubyte:", 0));
        }
    }

    @Test
    void aCompressedFileHasTheSameAnswers() throws IOException {
        Path file = scratch.resolve("t10k-images-idx3-ubyte.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            Files.copy(base.resolve("idx/t10k-images-idx3-ubyte"), out);
        }
        assertEquals(0, score(file, scratch.resolve("answers"), 3));
        assertEquals(expected, byNumber(Answers.read(scratch.resolve("answers")), "t10k-images-idx3-ubyte.gz:", 0));
    }

    @Test
    void linesOfPixelsHaveTheSameAnswersAndABadLineIsARow() throws IOException {
        Path file = scratch.resolve("digits.csv");
        byte[] pixels = Samples.pixels(IMAGES);
        try (PrintStream out = new PrintStream(Files.newOutputStream(file), false, StandardCharsets.UTF_8)) {
            out.println("label,"
                    + IntStream.range(0, 784).mapToObj(i -> "pixel" + i).collect(Collectors.joining(",")));
            for (int image = 0; image < IMAGES; image++) {
                int start = image * 784;
                out.println("0,"
                        + IntStream.range(start, start + 784)
                                .mapToObj(i -> String.valueOf(pixels[i] & 0xff))
                                .collect(Collectors.joining(",")));
            }
            out.println("0,1,2");
            out.println("0,256" + ",0".repeat(783));
        }
        for (int partitions : List.of(1, 5)) {
            Path output = scratch.resolve("answers" + partitions);
            assertEquals(0, score(file, output, partitions));
            Map<String, Answers> answers = Answers.read(output);
            assertEquals(
                    "digits.csv:1502: has 3 values; the model reads 784 pixels, with or without a label before them",
                    answers.remove("digits.csv:1502").error());
            assertEquals(
                    "digits.csv:1503: pixel 0 is \"256\"; it must be a whole number from 0 to 255",
                    answers.remove("digits.csv:1503").error());
            assertEquals(expected, byNumber(answers, "digits.csv:", 2));
        }
    }

    @Test
    void rowsOfParquetHaveTheSameAnswers() throws IOException {
        byte[] pixels = Samples.pixels(20);
        StructType bytes = new StructType().add("id", DataTypes.LongType).add("pixels", DataTypes.BinaryType);
        StructType numbers = new StructType();
        for (int i = 0; i < 784; i++) {
            numbers = numbers.add("pixel" + i, DataTypes.IntegerType);
        }
        Path ofBytes = scratch.resolve("bytes");
        Path ofNumbers = scratch.resolve("numbers");
        try (SparkSession session = SparkSession.builder().getOrCreate()) {
            session.createDataFrame(
                            IntStream.range(0, 20)
                                    .mapToObj(i -> RowFactory.create((long) i, Samples.pixelsOf(i)))
                                    .toList(),
                            bytes)
                    .write()
                    .parquet(ofBytes.toString());
            session.createDataFrame(
                            IntStream.range(0, 20)
                                    .mapToObj(image -> RowFactory.create(IntStream.range(0, 784)
                                            .mapToObj(i -> pixels[image * 784 + i] & 0xff)
                                            .toArray()))
                                    .toList(),
                            numbers)
                    .coalesce(1)
                    .write()
                    .parquet(ofNumbers.toString());
        }
        Map<Integer, Answers> first = new TreeMap<>(expected);
        first.keySet().removeIf(image -> image >= 20);
        assertEquals(0, score(ofBytes, scratch.resolve("answers1"), 0));
        assertEquals(first, byNumber(Answers.read(scratch.resolve("answers1")), "", 0));
        assertEquals(0, score(ofNumbers, scratch.resolve("answers2"), 3));
        Map<Integer, Answers> unnamed = new TreeMap<>();
        Answers.read(scratch.resolve("answers2"))
                .forEach((id, answer) -> unnamed.put(Integer.valueOf(id.replaceFirst(".*\\.parquet:", "")), answer));
        assertEquals(first, unnamed);
    }

    @Test
    void whatCannotBeScoredEndsWithTheExitCodesOfNn() throws IOException {
        Path idx = base.resolve("idx");
        assertEquals(7, score(idx, base.resolve("answers"), 1), "the output exists");
        assertEquals(3, score(scratch.resolve("none"), scratch.resolve("o"), 1), "there is no input");
        assertEquals(3, score(Files.createDirectory(scratch.resolve("empty")), scratch.resolve("o"), 1));
        assertEquals(3, score(idx.resolve("t10k-labels-idx1-ubyte"), scratch.resolve("o"), 1), "labels are no images");
        Path cut = Files.write(
                scratch.resolve("cut-idx3-ubyte"),
                Arrays.copyOf(Files.readAllBytes(idx.resolve("t10k-images-idx3-ubyte")), 5000));
        assertEquals(3, score(cut, scratch.resolve("o"), 1), "the file is cut off");
        Path cutGzip = Files.write(
                scratch.resolve("cut-idx3-ubyte.gz"),
                Arrays.copyOf(
                        Files.readAllBytes(Samples.PROJECT.resolve("data/mnist/t10k-images-idx3-ubyte.gz")), 9000));
        assertEquals(3, score(cutGzip, scratch.resolve("o2"), 1), "the compressed file is cut off");
        Path noModel = Files.writeString(scratch.resolve("no.safetensors"), "none");
        assertEquals(
                4,
                Main.run(
                        "score", "--model", noModel.toString(), "--input", idx.toString(), "--output", scratch + "/o"));
        assertEquals(2, Main.run("score"), "no options");
    }
}
