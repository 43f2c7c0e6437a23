package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** What each flag of {@code nn read} changes. */
final class ReadExamples extends Examples {

    private final Path picture;

    /** @param model a model of MNIST's images, other than the one that comes with the project */
    ReadExamples(Path scratch, Path model) throws IOException {
        super("read");
        NumberPage page = new NumberPage(240, 120);
        page.string("306", 20, 30, 48, 8);
        picture = page.file(scratch, "numbers.png");
        Path two = scratch.resolve("two");
        Files.createDirectories(two);
        Files.copy(picture, two.resolve("a.png"));
        Files.copy(picture, two.resolve("b.png"));
        flag("--model", () -> {
            JsonNode own = json("--model", model, "--json", picture);
            assertEquals(model.toString(), own.get("model").asText());
            differsOnlyIn(List.of("model", "pictures"), read("--json", picture).json(), own);
        });
        flag("--digits", () -> {
            assertEquals(
                    2,
                    read("--digits 2", picture).printed().replaceAll("\\s", "").length());
            assertEquals(read(picture), read("--digits 3", picture));
        });
        flag(
                "--cells",
                () -> assertEquals(
                        ". 3 0 .\n", read("--cells 1x4", cells(scratch)).printed()));
        flag("--region", () -> {
            JsonNode whole = read("--json", picture).json().at("/pictures/0/lines/0/numbers/0/digits/0");
            int end = whole.at("/box/0").asInt() + whole.at("/box/2").asInt() + 4;
            JsonNode part = read("--json", "--region", "0,0," + end + ",120", picture)
                    .json()
                    .at("/pictures/0");
            assertEquals("3\n", part.get("text").asText());
            for (int side = 0; side < 4; side++) {
                assertEquals(
                        whole.at("/box/" + side).asInt(),
                        part.at("/lines/0/box/" + side).asInt(),
                        2);
            }
        });
        flag("--min-confidence", () -> {
            assertEquals(read(picture), read("--min-confidence 0.6", picture));
            assertNotEquals(
                    read(picture).out(), read("--min-confidence 1", picture).out());
        });
        flag("--invert", () -> {
            Path light = Files.write(scratch.resolve("light-numbers.png"), page.invertedPng());
            assertEquals("306\n", read("--invert yes", light).printed());
            assertEquals("306\n", read("--invert no", picture).printed());
            assertNotEquals("306\n", read("--invert no", light).out());
        });
        flag("--boxes", () -> {
            Path drawn = scratch.resolve("boxes.png");
            assertEquals(read(picture), read("--boxes", drawn, picture));
            BufferedImage image = ImageIO.read(drawn.toFile());
            assertEquals(240, image.getWidth());
            JsonNode box = read("--json", picture).json().at("/pictures/0/lines/0/numbers/0/digits/0/box");
            int edge = image.getRGB(
                    box.get(0).asInt() - 1, box.get(1).asInt() + box.get(3).asInt() / 2);
            assertTrue((edge >> 16 & 0xff) < (edge >> 8 & 0xff), "the box is green");
        });
        flag("--save-prepared", () -> {
            Path prepared = scratch.resolve("prepared-numbers");
            assertEquals(read(picture), read("--save-prepared", prepared, picture));
            assertEquals(
                    List.of("0001-numbers.png", "0002-numbers.png", "0003-numbers.png"),
                    CommandsTest.contents(prepared));
        });
        flag(
                "--json",
                () -> assertEquals(
                        read(picture).printed(),
                        read("--json", picture).json().at("/pictures/0/text").asText()));
        flag("--tsv", () -> assertTrue(read("--tsv", picture).printed().endsWith("\t306\n")));
        flag("--csv", () -> {
            JsonNode number = read("--json", picture).json().at("/pictures/0/lines/0/numbers/0");
            JsonNode box = number.get("box");
            assertEquals(
                    "file,line,number,text,confidence,left,top,width,height,error,warnings\n%s,1,1,306,%.6f,%s,%s,%s,%s,,\n"
                            .formatted(
                                    picture,
                                    number.get("confidence").asDouble(),
                                    box.get(0),
                                    box.get(1),
                                    box.get(2),
                                    box.get(3)),
                    read("--csv", picture).printed());
        });
        flag("--threads", () -> assertEquals(read("--threads 1", two), read("--threads 3", two)));
        Path mixed = Files.createDirectories(scratch.resolve("mixed"));
        Files.copy(picture, mixed.resolve("a.png"));
        Files.writeString(mixed.resolve("notes.txt"), "no picture");
        quiet("left out", "--model", Installation.model(), mixed);
        verbose(List.of("network 392-1024-1024-10"), "--model", Installation.model(), picture);
        stacktrace("--model", scratch.resolve("missing"), picture);
    }

    private static Path cells(Path scratch) throws IOException {
        NumberPage page = new NumberPage(200, 120);
        page.digit(3, 62, 40, 40);
        page.digit(0, 110, 40, 40);
        return page.file(scratch, "cells.png");
    }

    private Cli.Result read(Object... words) {
        return run("--model", Installation.model(), words);
    }
}
