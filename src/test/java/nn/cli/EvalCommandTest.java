package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nn.json.Json;
import nn.report.Report;
import nn.safetensors.RawFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code nn eval} on IDX data, and {@code nn inspect}. */
class EvalCommandTest {

    @TempDir
    private static Path base;

    private static Path run;
    private static Path model;
    private static String printed;

    @TempDir
    private Path scratch;

    @BeforeAll
    static void train() {
        run = base.resolve("run");
        printed = Trainings.train(run).printed();
        model = run.resolve("model.safetensors");
    }

    private static Report eval(Object... flags) {
        Object[] words = new Object[4 + flags.length];
        System.arraycopy(new Object[] {"eval", "--model", model, "--json"}, 0, words, 0, 4);
        System.arraycopy(flags, 0, words, 4, flags.length);
        Cli.Result result = Cli.run(words);
        assertEquals("", result.err());
        return Json.parse(result.printed(), Report.class);
    }

    @Test
    void theReportIsThatOfTheTrainingToTheLastDigit() {
        Report training = Trainings.report(run);
        Report measured = eval("--data", SmallMnist.raw());
        assertEquals(training.test(), measured.test());
        assertEquals(
                new Report(
                        training.architecture(),
                        training.parameters(),
                        training.preset(),
                        training.seed(),
                        training.threads(),
                        training.epochs(),
                        training.bestEpoch(),
                        training.temperature(),
                        measured.validation(),
                        training.test(),
                        training.train(),
                        training.seconds(),
                        training.imagesPerSecond(),
                        training.blasKernel(),
                        training.weightsDigest(),
                        training.members(),
                        training.refit(),
                        training.timeLimit(),
                        0,
                        1,
                        Optional.empty(),
                        Optional.empty()),
                measured);
        assertTrue(measured.validation().isEmpty());
    }

    @Test
    void theTextIsThatOfTheTrainingToo() {
        String text =
                Cli.run("eval", "--model", model, "--data", SmallMnist.raw()).printed();
        String table = printed.substring(0, printed.indexOf("\nNetwork "));
        assertTrue(text.startsWith(table), text);
        assertTrue(text.contains("Weights " + Trainings.weights(run)), text);
    }

    @Test
    void theTrainingSplitCanBeMeasured() {
        Report report = eval("--data", SmallMnist.raw(), "--split", "train");
        assertEquals(SmallMnist.TRAIN, report.train().orElseThrow().count());
        assertTrue(report.test().isEmpty());
        Cli.Result text = Cli.run("eval", "--model", model, "--data", SmallMnist.raw(), "--split", "TRAIN");
        assertTrue(text.printed().startsWith("Train accuracy "), text.out());
        text.lastLineNames("may have been trained on these images");
        assertEquals(
                "",
                Cli.run("eval", "--model", model, "--data", SmallMnist.raw(), "--split", "train", "--quiet")
                        .err());
    }

    @Test
    void onlyTheFilesOfTheSplitAreNeeded() throws IOException {
        Path data = SmallMnist.gzip(scratch.resolve("data"));
        for (String name : List.of("train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz")) {
            Files.delete(data.resolve(name));
        }
        assertEquals(Trainings.report(run).test(), eval("--data", data).test());
        Cli.run("eval", "--model", model, "--data", data, "--split", "train").refuses(3, "nn: " + data, "; ");
    }

    @Test
    void dataOfAnotherImageSizeAreRefused() {
        Path data = SmallMnist.smallerImages(scratch.resolve("data"));
        Cli.run("eval", "--model", model, "--data", data, "--split", "train")
                .refuses(4, "nn: " + data, "20 x 20", "28 x 28");
    }

    @Test
    void dataOfMoreClassesAreRefused() throws IOException {
        Path data = SmallMnist.gzip(scratch.resolve("data"));
        Files.delete(data.resolve("t10k-labels-idx1-ubyte.gz"));
        byte[] labels = Files.readAllBytes(SmallMnist.raw().resolve("t10k-labels-idx1-ubyte"));
        labels[8] = 10;
        Files.write(data.resolve("t10k-labels-idx1-ubyte"), labels);
        Cli.Result result = Cli.run("eval", "--model", model, "--data", data);
        assertTrue(result.exitCode() == 3 || result.exitCode() == 4, result::toString);
        result.lastLineNames(data.toString(), "10");
    }

    @Test
    void theStateOfARunIsNoModel() {
        Path last = run.resolve("last.safetensors");
        String[] parts = {"nn: " + last + ": is the state of a run", "; name the model.safetensors beside it"};
        Cli.run("eval", "--model", last, "--data", SmallMnist.raw()).refuses(4, parts);
        Cli.run("inspect", last).refuses(4, parts);
    }

    @Test
    void whoNamesARunHearsOfTheModelInIt() {
        Cli.run("inspect", run).refuses(4, "nn: " + run + ": is a directory; name the model in it: " + model);
        Cli.run("eval", "--model", run, "--data", SmallMnist.raw()).refuses(4, "name the model in it: " + model);
    }

    @Test
    void inspectHasAllOfItAsJson() {
        JsonNode json = Cli.run("inspect", "--json", model).json();
        Report report = Trainings.report(run);
        assertEquals(model.toString(), json.get("file").asText());
        assertEquals("[784,16,10]", json.at("/networks/0/sizes").toString());
        assertEquals(
                "[\"relu\",\"identity\"]", json.at("/networks/0/activations").toString());
        assertEquals("pixels", json.at("/networks/0/inputs").asText());
        assertEquals(12_730, json.get("parameters").asInt());
        assertEquals(10, json.get("classes").size());
        assertEquals("softmax-cross-entropy", json.get("loss").asText());
        assertEquals(report.temperature(), json.get("temperature").asDouble());
        assertEquals(report.weightsDigest(), json.get("weightsDigest").asText());
        assertEquals(
                report.test().orElseThrow().errors(),
                json.at("/provenance/test/errors").asInt());
        assertEquals(64, json.at("/provenance/config/batchSize").asInt());
        assertTrue(json.has("detector"), json::toString);
    }

    @Test
    void inspectListsTheTensorsOfAnotherProgram() throws IOException {
        String header = "{\"__metadata__\":{\"format\":\"pt\"},"
                + "\"a\":{\"dtype\":\"F16\",\"shape\":[2,3],\"data_offsets\":[0,12]},"
                + "\"b\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[12,16]}}";
        Path file = Files.write(run.resolve("foreign.safetensors"), RawFile.of(header, new byte[16]));
        String text = Cli.run("inspect", file).printed();
        assertTrue(text.contains("Tensors:     2\n  a  F16  [2, 3]\n  b  F32  []\nformat:      pt\n"), text);
        JsonNode json = Cli.run("inspect", "--json", file).json();
        assertEquals("[2,3]", json.at("/content/tensors/0/shape").toString());
        assertEquals("pt", json.at("/content/metadata/format").asText());
        Cli.run("eval", "--model", file).refuses(4, "nn: " + file + ": is a safetensors file, but not of nn; ");
    }

    @Test
    void inspectShowsWhatTheModelIsAndWhereItIsFrom() {
        Cli.Result result = Cli.run("inspect", model);
        String text = result.printed();
        Report report = Trainings.report(run);
        for (String part : List.of(
                "File:        " + model,
                "784-16-10, relu, identity",
                "Parameters:  12,730",
                "28 x 28 pixels",
                "0 1 2 3 4 5 6 7 8 9",
                "softmax-cross-entropy",
                "Test:        ",
                "(%d of 300 wrong)".formatted(report.test().orElseThrow().errors()),
                "2 epochs (best: " + report.bestEpoch() + ")",
                report.weightsDigest(),
                "\"batchSize\": 64",
                "\"optimizer\": \"adamw\"")) {
            assertTrue(text.contains(part), () -> "no '" + part + "' in " + text);
        }
        assertEquals("", result.err());
    }
}
