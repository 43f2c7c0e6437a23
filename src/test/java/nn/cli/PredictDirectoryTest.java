package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@code nn predict} of a directory: what is a picture in it, and what is said of the rest. */
class PredictDirectoryTest extends PicturesAndModel {

    @Test
    void aDirectoryStandsForItsPicturesByName() {
        List<String> expected = IntStream.range(0, PICTURES)
                .mapToObj(i -> picture(i).toString())
                .toList();
        assertEquals(expected, names(predict(directory).printed()));
    }

    /** Whatever their endings are; a file whose ending promises a picture is read even if it is none. */
    @Test
    void aDirectoryIsReadByContent() throws IOException {
        List<Path> pictures = new ArrayList<>();
        for (String name : List.of("a", "a.BMP", "a.gif", "a.png.bak", "a.txt", "png")) {
            pictures.add(Files.copy(picture(0), scratch.resolve(name)));
        }
        Files.copy(picture(0), scratch.resolve(".hidden.png"));
        Files.writeString(scratch.resolve(".DS_Store"), "hidden");
        pictures.add(
                Files.write(scratch.resolve("text.txt"), Base64.getEncoder().encode(Files.readAllBytes(picture(0)))));
        Cli.Result result = predict(scratch);
        assertEquals(pictures.toString(), names(result.printed()).toString());
        assertEquals("", result.err());
        for (String ending : List.of("webp", "JPG", "tiff", "pgm")) {
            Path broken = Files.writeString(scratch.resolve("a." + ending), "words");
            predict(scratch).lastLineNames(broken + ": is a text file; ");
            Files.delete(broken);
        }
    }

    @Test
    void whatElseIsInADirectoryIsSaidInOneLine() throws IOException {
        Files.copy(picture(0), scratch.resolve("p.png"));
        Files.writeString(scratch.resolve("notes.txt"), "words");
        Files.writeString(scratch.resolve("a.heic"), "\0\0\0\u0018ftypheic");
        Files.createDirectory(scratch.resolve("sub.png"));
        Cli.Result result = predict(scratch);
        assertEquals(1, result.printed().lines().count());
        assertEquals(
                "nn: warning: " + scratch
                        + ": left out a.heic (a HEIC picture), notes.txt (a text file), sub.png (a directory)\n",
                result.err());
        assertEquals("", predict("-q", scratch).err());
        for (int i = 0; i < 4; i++) {
            Files.writeString(scratch.resolve("x" + i), "\u0001");
        }
        String more = predict(scratch).err();
        assertTrue(more.endsWith(", x0 (no picture), x1 (no picture) and 2 more\n"), more);
    }

    @Test
    void manyBrokenPicturesAreALineEach() throws IOException {
        for (int i = 0; i < 300; i++) {
            Files.write(scratch.resolve(i + ".png"), Arrays.copyOf(SmallMnist.testPng(i % 10), 40 + i % 100));
        }
        Cli.Result result = predict(scratch);
        assertEquals(3, result.exitCode());
        assertEquals("", result.out());
        assertEquals(300, result.errorLines().size());
        assertTrue(result.errorLines().stream().allMatch(line -> line.startsWith("nn: " + scratch)), result::err);
    }

    @Test
    void aDirectoryWithoutPicturesIsAnError() throws IOException {
        Path empty = Files.createDirectory(scratch.resolve("empty"));
        predict(empty).refuses(3, "nn: " + empty + ": no pictures in this directory; name ");
        Files.createDirectory(empty.resolve("below"));
        Files.writeString(empty.resolve("notes"), "words");
        predict(empty)
                .refuses(
                        3,
                        "nn: " + empty
                                + ": no pictures in this directory, but below (a directory), notes (a text file); name ");
    }
}
