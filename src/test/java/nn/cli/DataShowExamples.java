package nn.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nn.data.Augmentation;
import nn.data.DataDirectory;
import nn.data.DataSet;
import nn.data.DeformedImages;
import nn.json.Json;
import nn.report.DigitSheet;
import nn.report.DigitSheet.Tile;
import nn.train.Preset;

/** What each flag of {@code nn data show} changes in the drawing, exact to the pixel. */
final class DataShowExamples extends Examples {

    private static final DataDirectory SMALL = DataDirectory.of(SmallMnist.raw());

    private final Path scratch;
    /** A four, which pen styles redraw. */
    private final int four;

    private int pictures;

    DataShowExamples(Path scratch) {
        super("data show");
        this.scratch = scratch;
        four = examples(4).get(0);
        Augmentation usual = Preset.DEFAULT.config(1, 1).augmentation();
        flag("--data", () -> {
            assertEquals(
                    run("--index 7"),
                    run("--index 7 --data", SmallMnist.raw()),
                    "the small data are the first of MNIST");
            List<String> gray =
                    run("--index 7 --data", changed()).printed().lines().toList();
            assertEquals(Collections.nCopies(28, "|" + "##".repeat(28) + "|"), gray.subList(1, gray.size()));
        });
        shownBy("--data-ink", ImageFormTest.class, "showDrawsTheImagesAsATrainingReadsThem");
        shownBy("--transpose", ImageFormTest.class, "showDrawsTheImagesAsATrainingReadsThem");
        flag("--split", () -> {
            assertDrawn(sheet("test", List.of(0, 1, 2, 3)), "--split test");
            assertDrawn(sheet("train", List.of(0, 1, 2, 3)), "--split train");
        });
        flag("--index", () -> assertDrawn(sheet("train", List.of(7, 0)), "--index 7,0"));
        flag("--count", () -> assertDrawn(sheet("train", List.of(0, 1)), "--count 2"));
        flag("--class", () -> {
            List<Integer> fours = examples(4);
            assertDrawn(sheet("train", fours.subList(0, 4)), "--class 4");
            assertDrawn(sheet("train", fours.subList(0, 2)), "--class 4 --count 2");
            run("--data", SmallMnist.raw(), "--class ten").refuses(2, "--class is 'ten'", "0, 1, 2");
            run("--data", SmallMnist.raw(), "--class 4 --index 1").refuses(2, "exclude each other");
        });
        flag("--random", () -> {
            List<Integer> drawn = indices("--random --count 300");
            assertEquals(300, new HashSet<>(drawn).size(), "each once");
            assertEquals(drawn.subList(0, 4), indices("--random --seed 1"));
            assertNotEquals(drawn.subList(0, 4), indices("--random --seed 2"));
            assertTrue(drawn.stream().filter(i -> i >= SmallMnist.TRAIN / 2).count() > 100, "from all of the file");
            assertTrue(examples(4).containsAll(indices("--random --class 4")));
        });
        flag("--png", () -> {
            String text = run("--data", SmallMnist.raw()).printed();
            assertEquals(sheet("train", List.of(0, 1, 2, 3)).text(false, 80), text);
            assertDrawn(sheet("train", List.of(0, 1, 2, 3)), "");
        });
        flag("--augment", () -> assertDrawn(deformed(usual, 1, 4), "--augment --index " + four));
        flag("--versions", () -> assertDrawn(deformed(usual, 1, 3), "--versions 3 --augment --index " + four));
        flag("--seed", () -> assertDrawn(deformed(usual, 5, 4), "--seed 5 --augment --index " + four));
        flag("--preset", () -> {
            Augmentation accurate = Preset.ACCURATE.config(1, 1).augmentation().withoutPenStyles();
            assertDrawn(deformed(accurate, 1, 4), "--preset accurate --augment --index " + four);
        });
        flag(
                "--no-augment",
                () -> assertDrawn(deformed(Augmentation.NONE, 1, 4), "--no-augment --augment --index " + four));
        for (TrainingFlags.Row row : TrainingFlags.DEFORMATIONS) {
            flag(row.flag(), () -> {
                DigitSheet expected = deformed(with(row, usual), 1, 4);
                assertFalse(Arrays.equals(expected.png(), deformed(usual, 1, 4).png()), "it is seen");
                assertDrawn(expected, row + " --augment --index " + four);
            });
        }
        shownBy("--quiet", ImageFormTest.class, "showDrawsTheImagesAsATrainingReadsThem");
        verbose(List.of(SmallMnist.raw() + ": 1,200 examples"), "--data", SmallMnist.raw());
        stacktrace("--data", scratch.resolve("missing"));
    }

    private static Augmentation with(TrainingFlags.Row row, Augmentation base) {
        String text = Json.pretty(base);
        for (var change : row.changes().entrySet()) {
            String name = change.getKey().substring(change.getKey().indexOf('/') + 1);
            String changed = text.replaceFirst("(\"" + name + "\": )[0-9.]+", "$1" + change.getValue());
            assertNotEquals(text, changed);
            text = changed;
        }
        return Json.parse(text, Augmentation.class);
    }

    private void assertDrawn(DigitSheet expected, String flags) throws IOException {
        Path file = scratch.resolve("sheet" + pictures++ + ".png");
        assertEquals(
                file + "\n",
                run("--data", SmallMnist.raw(), flags, "--png", file).printed());
        assertArrayEquals(expected.png(), Files.readAllBytes(file));
    }

    /** The training examples of a digit, in the order of the file. */
    private static List<Integer> examples(int digit) {
        DataSet train = SMALL.readTrain();
        return IntStream.range(0, train.size())
                .filter(i -> train.label(i) == digit)
                .boxed()
                .toList();
    }

    /** The numbers of the examples that are drawn, by their captions. */
    private List<Integer> indices(String flags) {
        return Pattern.compile("train (\\d+): ")
                .matcher(run("--data", SmallMnist.raw(), flags).printed())
                .results()
                .map(caption -> Integer.valueOf(caption.group(1)))
                .toList();
    }

    private static DigitSheet sheet(String split, List<Integer> examples) {
        DataSet data = split.equals("train") ? SMALL.readTrain() : SMALL.readTest();
        List<Tile> row =
                examples.stream().map(example -> original(split, data, example)).toList();
        return new DigitSheet(data.rows(), data.columns(), List.of(row));
    }

    private static Tile original(String split, DataSet data, int example) {
        byte[] pixels = new byte[data.pixelsPerImage()];
        data.readPixels(example, pixels);
        return new Tile(split + " " + example + ": " + data.label(example), pixels);
    }

    /** The four, and its versions in the given number of epochs. */
    private DigitSheet deformed(Augmentation augmentation, long seed, int epochs) {
        DataSet train = SMALL.readTrain();
        DeformedImages images = new DeformedImages(train, augmentation, seed);
        List<Tile> row = new ArrayList<>(List.of(original("train", train, four)));
        for (int epoch = 1; epoch <= epochs; epoch++) {
            byte[] pixels = new byte[train.pixelsPerImage()];
            images.read(four, epoch, 1, pixels);
            row.add(new Tile("epoch " + epoch, pixels));
        }
        return new DigitSheet(train.rows(), train.columns(), List.of(row));
    }

    /** The small data with an image 7 that is gray all over. */
    private Path changed() throws IOException {
        Path data = SmallMnist.withoutTest(scratch.resolve("changed"));
        Path images = data.resolve("train-images-idx3-ubyte");
        byte[] bytes = Files.readAllBytes(images);
        Arrays.fill(bytes, 16 + 7 * 784, 16 + 8 * 784, (byte) 200);
        Files.write(images, bytes);
        return data;
    }
}
