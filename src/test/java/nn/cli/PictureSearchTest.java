package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nn.image.Picture;
import nn.image.decode.ImageFile;
import nn.image.prepare.Scene;
import nn.report.DigitDrawing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code nn predict} with the model that comes with the project, where the digit must be searched for, or where there is none. */
class PictureSearchTest {

    private static final Path MODEL = Path.of("data", "model.safetensors");

    @TempDir
    private Path directory;

    private Path file(Picture picture) throws IOException {
        return Files.write(directory.resolve("picture.png"), Scene.png(picture));
    }

    private static Cli.Result predict(Object... words) {
        return predictBy(MODEL, words);
    }

    private static Cli.Result predictBy(Path model, Object... words) {
        Object[] all = new Object[3 + words.length];
        System.arraycopy(new Object[] {"predict", "--model", model}, 0, all, 0, 3);
        System.arraycopy(words, 0, all, 3, words.length);
        return Cli.run(all);
    }

    private static JsonNode entry(Cli.Result result) {
        return result.json().at("/predictions/0");
    }

    /** The lines that tell of candidates. */
    private static List<String> candidates(Cli.Result verbose) {
        return verbose.errorLines().stream()
                .filter(line -> line.contains(": score "))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cell", "letter"})
    void whatShowsNoDigitIsRefused(String what) throws IOException {
        Path file = file(what.equals("cell") ? Scene.emptyCell() : Scene.letter());
        Cli.Result result = predict(file);
        result.refuses(3, "nn: " + file + ": no digit found (looks most like ", "); show one digit, large and alone");
    }

    @Test
    void blankPaperHasNoInk() throws IOException {
        Path file = file(Scene.blankPaper());
        predict(file).refuses(3, "nn: " + file + ": no ink found; show one digit, darker or lighter than its paper");
        assertFalse(entry(predict("--json", file)).has("candidate"));
    }

    @Test
    void aModelWithoutADetectorAnswersAll() throws IOException {
        Path model = FixedOutputs.model(directory.resolve("model"), 1, FixedOutputs.outputFor(0.9));
        assertTrue(predictBy(model, file(Scene.emptyCell())).printed().startsWith(FixedOutputs.DIGIT + " "));
        assertTrue(predictBy(model, file(Scene.sheetOnADesk(2))).printed().startsWith(FixedOutputs.DIGIT + " "));
    }

    @Test
    void anImageOfMnistIsLookedAtInOneWay() throws IOException {
        Path file = Files.write(directory.resolve("mnist.png"), SmallMnist.testPng(0));
        Cli.Result result = predict("--verbose", file);
        assertEquals(1, candidates(result).size(), result::err);
        assertTrue(candidates(result).get(0).endsWith(": an image of MNIST"), result::err);
    }

    @Test
    void verboseListsAllCandidatesTheBestFirst() throws IOException {
        Path file = file(Scene.sheetOnADesk(2));
        List<String> lines = candidates(predict("--verbose", file));
        assertTrue(lines.size() > 10, lines::toString);
        String form =
                "\\Qnn: " + file + "\\E: score [01]\\.[0-9]{3}: [0-9] with +[0-9.]+ %, a digit with +[0-9.]+ %: .+";
        double last = 1;
        for (String line : lines) {
            assertTrue(line.matches(form), line);
            double score = Double.parseDouble(line.replaceFirst(".*: score ([0-9.]+):.*", "$1"));
            assertTrue(score <= last, lines::toString);
            last = score;
        }
        assertTrue(lines.get(0).endsWith("dark ink on a light area"), lines::toString);
        assertEquals(List.of(), candidates(predict(file)));
    }

    @Test
    void jsonNamesTheCandidateThatAnswered() throws IOException {
        assertEquals(
                "dark ink on a light area",
                entry(predict("--json", file(Scene.sheetOnADesk(2))))
                        .get("candidate")
                        .asText());
        assertTrue(entry(predict("--json", file(Scene.emptyCell())))
                .get("candidate")
                .isTextual());
    }

    /** The plain reading is another digit. */
    @Test
    void savedAndShownIsTheCandidateThatAnswered() throws IOException {
        Path saved = directory.resolve("saved");
        String shown = predict("--show", "--save-prepared", saved, file(Scene.sheetOnADesk(2)))
                .printed();
        Path prepared = saved.resolve("0001-picture.png");
        assertEquals("2", predict(prepared).printed().substring(0, 1));
        assertEquals(
                DigitDrawing.of(inked(prepared), 28, 28, false),
                shown.substring(0, shown.lastIndexOf('\n', shown.length() - 2) + 1));
    }

    /** The pixels of a saved picture, 0 paper to 255 ink. */
    private static byte[] inked(Path file) throws IOException {
        Picture picture = ImageFile.read(file);
        byte[] pixels = new byte[28 * 28];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.round(255 * picture.luminance().values()[i]);
        }
        return pixels;
    }

    @Test
    void thePictureOfStandardInputIsSearchedToo() throws IOException {
        byte[] png = Scene.png(Scene.sheetOnADesk(2));
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(png));
        try {
            assertEquals(
                    predict(Files.write(directory.resolve("same.png"), png))
                            .printed()
                            .substring(0, 12),
                    predict("-").printed().substring(0, 12));
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void aPhotoOnItsSideIsReadAndSaidToBe() throws IOException {
        Path file = file(Scene.turned(3, 1));
        Cli.Result result = predict(file);
        assertTrue(result.printed().startsWith("3 "), result::toString);
        assertEquals(
                "nn: warning: " + file
                        + ": lies on its side (or is several digits); read after a turn by 270 degrees\n",
                result.err());
    }

    @Test
    void invertRestrictsAllCandidatesToOnePolarity() throws IOException {
        Path file = file(Scene.sheetOnADesk(2));
        for (String line : candidates(predict("--verbose", "--invert", "yes", file))) {
            assertFalse(line.contains(": dark ink"), line);
        }
        List<String> dark = candidates(predict("--verbose", "--invert", "no", file));
        assertTrue(dark.stream().noneMatch(line -> line.contains(": light ink")), dark::toString);
        assertTrue(dark.stream().anyMatch(line -> line.endsWith("dark ink on a light area")), dark::toString);
    }
}
