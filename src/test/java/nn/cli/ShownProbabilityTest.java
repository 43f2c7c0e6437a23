package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nn.eval.Evaluation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Commands show the model's probabilities with its temperature. Without it the three has 32/41 and each other digit 1/41. A
 * temperature of 2.5 makes the ratio 32^(1/2.5) = 4, so the three has 4/13 and each other digit 1/13.
 */
class ShownProbabilityTest {

    private static final double TEMPERATURE = 2.5;
    private static final double SHOWN = 4 / 13.0;
    private static final double CLOSE = 1e-6;

    private enum Kind {
        ONE(FixedOutputs.outputFor(32 / 41.0)),
        /** The mean of the probabilities 25/41 and 39/41 is 32/41. */
        COMMITTEE(FixedOutputs.outputFor(25 / 41.0), FixedOutputs.outputFor(39 / 41.0));

        private final double[] outputs;

        Kind(double... outputs) {
            this.outputs = outputs;
        }

        Path model(Path directory) {
            return FixedOutputs.model(directory.resolve("model.safetensors"), TEMPERATURE, outputs);
        }
    }

    @TempDir
    private Path scratch;

    private Path picture;

    @BeforeEach
    void writePicture() throws IOException {
        picture = Files.write(
                Files.createDirectories(scratch.resolve("pictures/7")).resolve("p.png"), SmallMnist.testPng(0));
    }

    private Cli.Result predict(Path model, Object... words) {
        List<Object> command = new ArrayList<>(List.of("predict", "--model", model));
        command.addAll(List.of(words));
        return Cli.run(command.toArray());
    }

    /** A few pictures are answered without ND4J, many with it. */
    @ParameterizedTest
    @CsvSource({"ONE, 1", "ONE, 20", "COMMITTEE, 1", "COMMITTEE, 20"})
    void predictGivesThemAsJson(Kind kind, int pictures) {
        Object[] words = Stream.concat(
                        Stream.of("--json"), Stream.generate(() -> picture).limit(pictures))
                .toArray();
        Cli.Result result = predict(kind.model(scratch), words);
        result.printed();
        JsonNode predictions = result.json().get("predictions");
        assertEquals(pictures, predictions.size());
        for (JsonNode prediction : predictions) {
            assertEquals(FixedOutputs.DIGIT, prediction.get("digit").intValue());
            assertEquals(SHOWN, prediction.get("probability").doubleValue(), CLOSE);
            assertEquals(10, prediction.get("probabilities").size());
            for (int k = 0; k < 10; k++) {
                double expected = k == FixedOutputs.DIGIT ? SHOWN : 1 / 13.0;
                assertEquals(expected, prediction.get("probabilities").get(k).doubleValue(), CLOSE);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void predictPrintsThem(Kind kind) {
        Path model = kind.model(scratch);
        assertEquals(
                "3   30.8 %  0   7.7 %  " + picture + "\n",
                predict(model, "--top", 2, picture).printed());
        assertTrue(predict(model, "--csv", picture).printed().contains(",3,0.307692,"));
    }

    @ParameterizedTest
    @EnumSource
    void evalOfPicturesGivesThem(Kind kind) {
        Object[] command = {
            "eval",
            "--model",
            kind.model(scratch),
            "--images",
            picture.getParent().getParent()
        };
        assertTrue(Cli.run(command).printed().contains("p.png: 7 is seen as 3 with 30.8 %"));
        Cli.Result result =
                Cli.run(Stream.concat(Stream.of(command), Stream.of("--json")).toArray());
        assertEquals(0, result.exitCode());
        JsonNode mistakes = result.json().get("mistakes");
        assertEquals(1, mistakes.size());
        assertEquals(SHOWN, mistakes.get(0).get("probability").doubleValue(), CLOSE);
    }

    /** The loss is the value that the training minimizes, so it ignores the temperature. */
    @ParameterizedTest
    @EnumSource
    void evalGivesThemToMistakes(Kind kind) {
        Evaluation test =
                Trainings.eval(kind.model(scratch), SmallMnist.raw()).test().orElseThrow();
        int threes = (int) IntStream.range(0, SmallMnist.TEST)
                .filter(i -> SmallMnist.testLabel(i) == FixedOutputs.DIGIT)
                .count();
        assertEquals(SmallMnist.TEST - threes, test.mistakes().size());
        for (Evaluation.Mistake mistake : test.mistakes()) {
            assertEquals(SHOWN, mistake.probability(), CLOSE);
        }
        double loss = threes * Math.log(41 / 32.0) + (SmallMnist.TEST - threes) * Math.log(41);
        assertEquals(loss / SmallMnist.TEST, test.loss(), CLOSE);
    }

    /** The shown probability counts: 32/41 is a low confidence if the temperature turns it into 4/13. */
    @ParameterizedTest
    @CsvSource({
        "0.11, 1, true",
        "0.3, 1, true",
        "0.69999, 1, true",
        "0.70001, 1, false",
        "0.99, 1, false",
        "0.7804878, 2.5, true",
        "0.3076923, 0.4, false"
    })
    void anAnswerBelowSeventyPercentIsOfLowConfidence(double probability, double temperature, boolean low) {
        Path model = FixedOutputs.model(
                scratch.resolve("model.safetensors"), temperature, FixedOutputs.outputFor(probability));
        Cli.Result text = predict(model, picture);
        assertEquals(low ? "nn: warning: " + picture + ": low confidence\n" : "", text.err());
        assertEquals(0, text.exitCode());
        assertEquals("", predict(model, "--quiet", picture).err());
        List<String> warnings = low ? List.of("low confidence") : List.of();
        assertEquals(warnings, texts(predict(model, "--json", picture).json().at("/predictions/0/warnings")));
        assertTrue(predict(model, "--csv", picture).printed().endsWith(low ? ",low confidence\n" : ",\n"));
        Cli.Result eval = Cli.run(
                "eval", "--model", model, "--images", picture.getParent().getParent(), "--json");
        assertEquals(warnings, texts(eval.json().at("/mistakes/0/warnings")));
    }

    private static List<String> texts(JsonNode array) {
        assertTrue(array.isArray(), array::toString);
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
