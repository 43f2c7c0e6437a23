package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nn.checkpoint.Checkpoint;
import nn.data.ClassNames;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names of classes, from the data directory through the model to the answer. */
class NamedClassesTest {

    private static final List<String> NAMES =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "Ankle boot");

    @TempDir
    private static Path scratch;

    private static Path data;
    private static Path model;

    @BeforeAll
    static void train() throws IOException {
        data = SmallMnist.raw(scratch.resolve("data"));
        Files.writeString(data.resolve(ClassNames.FILE), ClassNames.of(NAMES).text());
        Path run = scratch.resolve("run");
        String trained = Trainings.train(run, "--data", data).printed();
        assertTrue(trained.contains("\nAnkle boot  "), trained);
        model = run.resolve("model.safetensors");
    }

    @Test
    void theModelKeepsThem() {
        assertEquals(NAMES, Checkpoint.read(model).classifier().classNames());
    }

    @Test
    void predictSaysTheName() throws IOException {
        Path picture = Files.write(scratch.resolve("seven.png"), SmallMnist.testPng(0));
        assertEquals(7, SmallMnist.testLabel(0));
        String line = Cli.run("predict", "--model", model, picture).printed();
        assertTrue(line.startsWith("seven  "), line);
        JsonNode json = Cli.run("predict", "--json", "--model", model, picture).json();
        assertEquals("seven", json.at("/predictions/0/name").asText());
        assertEquals(7, json.at("/predictions/0/digit").asInt());
    }

    @Test
    void aClassThatIsCalledByItsNumberHasNoFurtherName() throws IOException {
        Path picture = Files.write(scratch.resolve("digit.png"), SmallMnist.testPng(0));
        assertFalse(Cli.run("predict", "--json", picture)
                .json()
                .at("/predictions/0")
                .has("name"));
    }

    @Test
    void listAndShowSayTheName() {
        String listed = Cli.run("data", "list", "--data", data).printed();
        assertTrue(listed.contains("\n     class     training        test\n"), listed);
        assertTrue(listed.contains("\nAnkle boot          "), listed);
        String shown = Cli.run("data", "show", "--data", data, "--split", "test", "--count", 1)
                .printed();
        assertTrue(shown.startsWith("test 0: seven"), shown);
    }

    @Test
    void tablesOfTenNamedClassesFitEightyColumns() {
        String evaluated = Cli.run("eval", "--model", model, "--data", data).printed();
        assertTrue(evaluated.contains(" zero   one   two three  four  five   six seven eight Ankle\n"), evaluated);
        assertTrue(evaluated.contains("\n Ankle boot "), evaluated);
        evaluated.lines().filter(line -> line.startsWith(" ")).forEach(line -> assertTrue(line.length() <= 80, line));
    }
}
