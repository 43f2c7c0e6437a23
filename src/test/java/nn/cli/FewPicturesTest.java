package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nn.eval.Predictor;
import nn.safetensors.RawFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code nn predict} of a few pictures, without ND4J and with a prefetched model. */
class FewPicturesTest {

    /** More pictures than are processed in one chunk. */
    private static final int PICTURES = 130;

    @TempDir
    private static Path base;

    private static Path model;
    private static List<Path> pictures;

    @TempDir
    private Path scratch;

    @BeforeAll
    static void trainAndWritePictures() throws IOException {
        Trainings.train(base.resolve("run"), "--hidden", "20,15", "--inputs", "both", "--epochs", 2, "--no-test")
                .printed();
        model = base.resolve("run/model.safetensors");
        pictures = new ArrayList<>();
        for (int example = 0; example < PICTURES; example++) {
            pictures.add(Files.write(base.resolve("p%03d.png".formatted(example)), SmallMnist.testPng(example)));
        }
    }

    private static List<JsonNode> predict(List<Path> some) {
        List<Object> words = new ArrayList<>(List.of("predict", "--json", "--model", model));
        words.addAll(some);
        List<JsonNode> predictions = new ArrayList<>();
        Cli.run(words.toArray()).json().get("predictions").forEach(predictions::add);
        return predictions;
    }

    @Test
    void theyAreAnsweredAsManyAre() {
        List<JsonNode> many = predict(pictures);
        assertEquals(PICTURES, many.size());
        for (int from = 0; from < PICTURES; from += PredictCommand.FEW) {
            List<JsonNode> few = predict(pictures.subList(from, Math.min(PICTURES, from + PredictCommand.FEW)));
            for (int i = 0; i < few.size(); i++) {
                assertAlike(many.get(from + i), few.get(i));
            }
        }
    }

    private static void assertAlike(JsonNode expected, JsonNode actual) {
        assertEquals(expected.get("file"), actual.get("file"));
        assertEquals(10, expected.get("probabilities").size());
        for (int i = 0; i < 10; i++) {
            assertEquals(
                    expected.get("probabilities").get(i).asDouble(),
                    actual.get("probabilities").get(i).asDouble(),
                    1e-5);
        }
    }

    @Test
    void theyNeedNoTensorLibrary() throws IOException {
        latest(Files.readAllBytes(model));
        Cli.Result result = ChildNn.runWithoutTensorLibrary(scratch, Predictor.class, "predict", pictures.get(0));
        assertEquals(Cli.run("predict", "--model", model, pictures.get(0)).printed(), result.printed());
        assertTrue(result.err().startsWith("nn: model runs/latest/model.safetensors\n"), result::err);
    }

    @Test
    void aDamagedModelIsSaidOnceAndOnlyIfItIsTheOneUsed() throws IOException {
        byte[] damaged = Files.readAllBytes(model);
        damaged[damaged.length - 1] ^= 1;
        latest(damaged);
        Cli.Result used = ChildNn.run(scratch, List.of(), "predict", "--quiet", pictures.get(0));
        used.refuses(4, "nn: runs/latest/model.safetensors: is damaged");
        Cli.Result named = ChildNn.run(scratch, List.of(), "predict", "--model", model, pictures.get(0));
        named.printed();
        assertEquals("", named.err());
    }

    /** A model with another image size and a wrong checksum. */
    @Test
    void whatADamagedModelSaysIsNotBelieved() throws IOException {
        String content = new String(Files.readAllBytes(model), StandardCharsets.ISO_8859_1);
        assertTrue(content.contains("\"rows\":\"28\""));
        latest(content.replace("\"rows\":\"28\"", "\"rows\":\"29\"").getBytes(StandardCharsets.ISO_8859_1));
        ChildNn.run(scratch, List.of(), "predict", "--quiet", "--json", pictures.get(0))
                .refuses(4, "nn: runs/latest/model.safetensors: is damaged");
    }

    @Test
    void numbersThatAreNoneAreRefusedThoughTheChecksumIsRight() throws IOException {
        byte[] content = Files.readAllBytes(model);
        ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).putFloat(content.length - Float.BYTES, Float.NaN);
        String text = new String(content, StandardCharsets.ISO_8859_1)
                .replaceFirst("sha256:[0-9a-f]{64}", "sha256:" + RawFile.ZEROS);
        latest(RawFile.withDigest(text.getBytes(StandardCharsets.ISO_8859_1)));
        ChildNn.run(scratch, List.of(), "predict", "--quiet", pictures.get(0))
                .refuses(4, "model.safetensors: holds NaN");
    }

    /** The default model of {@code nn predict}. */
    private void latest(byte[] content) throws IOException {
        Files.write(Files.createDirectories(scratch.resolve("runs/latest")).resolve("model.safetensors"), content);
    }
}
