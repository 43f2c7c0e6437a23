package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import nn.image.GrayPng;

/** What each flag of {@code nn eval} changes. */
final class EvalExamples extends Examples {

    private static final int PICTURES = 12;
    private static final int SIDE = SmallMnist.SIDE;
    private static final int ABOVE = 4 * SIDE;

    private final Path scratch;
    private final Path model;

    EvalExamples(Path scratch, Path model) {
        super("eval");
        this.scratch = scratch;
        this.model = model;
        Path data = SmallMnist.raw();
        flag("--model", () -> {
            JsonNode own = json("--model", model, "--json --data", data);
            JsonNode shipped = json("--model", Installation.model(), "--json --data", data);
            assertEquals("784-32-10", own.get("architecture").asText());
            assertEquals("392-1024-1024-10", shipped.get("architecture").asText());
        });
        flag("--numbers", () -> {
            JsonNode read = json("--numbers", numbers(), "--json");
            assertEquals(2, read.at("/pictures/count").asInt());
            assertEquals(1, read.at("/pictures/right").asInt());
            assertEquals(5, read.at("/digits/right").asInt());
            assertEquals(6, read.at("/digits/count").asInt());
            assertEquals("406", read.at("/mistakes/0/truth").asText());
            assertEquals("306", read.at("/mistakes/0/reading").asText());
        });
        flag(
                "--digits",
                () -> assertEquals(
                        0,
                        json("--numbers", numbers(), "--digits 2 --json")
                                .at("/pictures/right")
                                .asInt()));
        flag(
                "--cells",
                () -> assertEquals(
                        2,
                        json("--numbers", numbers(), "--cells 1x1 --json")
                                .at("/numbers/count")
                                .asInt()));
        flag(
                "--region",
                () -> assertEquals(
                        "306",
                        json("--numbers", numbers(), "--region 0,0,240,120 --json")
                                .at("/mistakes/0/reading")
                                .asText()));
        flag(
                "--min-confidence",
                () -> assertEquals(
                        0,
                        json("--numbers", numbers(), "--min-confidence 1 --json")
                                .at("/pictures/right")
                                .asInt()));
        flag("--data", () -> {
            JsonNode here = json("--model", model, "--json --data", data);
            assertEquals(here, json("--model", model, "--json --data", SmallMnist.gzip(scratch.resolve("gzip"))));
            JsonNode mnist = json("--model", model, "--json");
            differsOnlyIn(List.of("test"), here, mnist);
            assertEquals(SmallMnist.TEST, here.at("/test/count").asInt());
            assertEquals(10_000, mnist.at("/test/count").asInt());
        });
        shownBy("--data-ink", ImageFormTest.class, "evalTakesTheFormOfTheDataThatItReads");
        shownBy("--transpose", ImageFormTest.class, "exchangedRowsAndColumnsAreSaidAndExchanged");
        flag("--split", () -> {
            JsonNode test = json("--model", model, "--json --data", data);
            JsonNode train = json("--model", model, "--json --split train --data", data);
            differsOnlyIn(List.of("test", "train"), test, train);
            assertEquals(test, json("--model", model, "--json --split test --data", data));
            assertTrue(test.get("train").isNull() && train.get("test").isNull());
            assertEquals(SmallMnist.TRAIN, train.at("/train/count").asInt());
        });
        flag(
                "--threads",
                () -> assertEquals(
                        json("--model", model, "--json --threads 1 --data", data),
                        json("--model", model, "--json --threads 3 --data", data)));
        flag("--json", () -> {
            JsonNode test = json("--model", model, "--json --data", data).get("test");
            String text = run("--model", model, "--data", data).printed();
            assertTrue(
                    text.startsWith("Test accuracy %.2f %% (%d of 300 right"
                            .formatted(
                                    100 * test.get("accuracy").asDouble(),
                                    300 - test.get("errors").asInt())),
                    text);
        });
        flag("--mistakes", () -> {
            JsonNode mistakes = json("--model", model, "--json --data", data).at("/test/mistakes");
            String text = run("--model", model, "--data", data).printed();
            String drawn =
                    run("--model", model, "--data", data, "--mistakes", 2).printed();
            int summary = text.indexOf("\nNetwork ");
            assertTrue(drawn.startsWith(text.substring(0, summary)), drawn);
            assertTrue(drawn.endsWith(text.substring(summary)), drawn);
            assertEquals(2, drawn.split(" read as ", -1).length - 1);
            JsonNode worst = mistakes.get(0);
            for (JsonNode mistake : mistakes) {
                if (mistake.get("probability").asDouble()
                        > worst.get("probability").asDouble()) {
                    worst = mistake;
                }
            }
            String first = worst.get("truth").asText() + " read as "
                    + worst.get("predicted").asText() + ", ";
            assertEquals(drawn.indexOf(" read as "), drawn.indexOf(first) + first.indexOf(" read as "), drawn);
            String sheet = drawn.substring(summary, drawn.length() - text.length() + summary);
            assertTrue(sheet.lines().allMatch(line -> line.length() <= 80), drawn);
        });
        flag("--report", () -> {
            Path page = scratch.resolve("eval.html");
            Cli.Result with = run("--model", model, "--data", data, "--report", page);
            assertEquals(run("--model", model, "--data", data), with);
            JsonNode test = json("--model", model, "--json --data", data).get("test");
            String html = Files.readString(page).replace('\u00a0', ' ');
            assertTrue(html.contains("It is right on %d of 300 test images"
                    .formatted(300 - test.get("errors").asInt())));
            assertEquals(test.get("errors").asInt(), html.split("class=\"digit\"", -1).length - 1);
        });
        flag("--images", () -> {
            JsonNode report = picturesMeasuredAs("");
            assertEquals(
                    List.of(
                            "model",
                            "count",
                            "errors",
                            "accuracy",
                            "interval95",
                            "groups",
                            "confusion",
                            "digits",
                            "noDigits",
                            "mistakes"),
                    report.properties().stream().map(field -> field.getKey()).toList());
            assertEquals(PICTURES, report.get("count").asInt());
        });
        // Otherwise pictures would be prepared in another way than by nn predict.
        flag("--invert", () -> {
            assertNotEquals(picturesMeasuredAs("--raw"), picturesMeasuredAs("--raw --invert yes"));
            assertEquals(picturesMeasuredAs("--raw"), picturesMeasuredAs("--raw --invert auto"));
        });
        flag("--raw", () -> assertNotEquals(picturesMeasuredAs(""), picturesMeasuredAs("--raw")));
        quiet("may have been trained on these images", "--split train --model", model, "--data", data);
        verbose(List.of(data + ": 300 examples"), "--model", model, "--data", data);
        stacktrace("--model", scratch.resolve("missing"));
    }

    /** The report on pictures. It must agree with the answers of {@code nn predict} with the same flags. */
    private JsonNode picturesMeasuredAs(String flags) throws IOException {
        Path labeled = labeled();
        Object[] directories = CommandsTest.contents(labeled).stream()
                .filter(name -> !name.endsWith(".png"))
                .map(labeled::resolve)
                .toArray();
        JsonNode answers = Cli.run(AllFlags.words("predict --json --model", model, flags, directories))
                .json()
                .get("predictions");
        assertEquals(PICTURES, answers.size());
        int[][] confusion = new int[10][10];
        for (JsonNode answer : answers) {
            int label = Integer.parseInt(Path.of(answer.get("file").asText())
                    .getParent()
                    .getFileName()
                    .toString());
            confusion[label][answer.get("digit").asInt()]++;
        }
        JsonNode report = json("--model", model, "--json", flags, "--images", labeled);
        assertEquals(
                Arrays.deepToString(confusion),
                report.get("confusion").toString().replace(",", ", "));
        return report;
    }

    /** Digits without the margin above them, in directories named after their classes. */
    private Path labeled() throws IOException {
        Path labeled = scratch.resolve("labeled");
        for (int example = 0; example < PICTURES; example++) {
            byte[] picture = new byte[SIDE * SIDE];
            Arrays.fill(picture, (byte) 255);
            byte[] digit = SmallMnist.testPixels(example);
            for (int i = 0; i + ABOVE < digit.length; i++) {
                picture[i] = (byte) ~digit[i + ABOVE];
            }
            Path directory = Files.createDirectories(labeled.resolve(String.valueOf(SmallMnist.testLabel(example))));
            Files.write(directory.resolve(example + ".png"), GrayPng.encode(picture, SIDE, SIDE));
        }
        return labeled;
    }

    /** A picture that shows 306, labeled rightly and wrongly. */
    private Path numbers() throws IOException {
        Path directory = scratch.resolve("numbers");
        if (Files.notExists(directory)) {
            Files.createDirectory(directory);
            NumberPage page = new NumberPage(240, 120);
            page.string("306", 20, 30, 48, 8);
            page.file(directory, "page.png");
            Files.writeString(directory.resolve("labels.tsv"), "page.png\t306\tright\npage.png\t406\twrong\n");
        }
        return directory;
    }
}
