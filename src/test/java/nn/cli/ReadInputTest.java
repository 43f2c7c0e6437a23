package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import nn.image.decode.PictureSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where {@code nn read} takes its pictures from, and in which formats. */
class ReadInputTest {

    private static final String EXPECTED = "2026 11 28\n0151 234567\n";

    @TempDir
    private Path directory;

    private static Cli.Result read(Object... words) {
        return ReadCommandTest.read(words);
    }

    @Test
    void aContainerAndItsPolarityDoNotChangeTheReading() throws IOException {
        NumberPage page = ReadCommandTest.twoLines();
        String base64 = Base64.getMimeEncoder().encodeToString(page.png());
        Map<String, byte[]> same = Map.of(
                "bmp", page.written("bmp"),
                "gif", page.written("gif"),
                "tiff", page.written("tiff"),
                "pgm", page.pgm(),
                "base64", base64.getBytes(StandardCharsets.US_ASCII),
                "data-url", ("data:image/png;base64," + base64).getBytes(StandardCharsets.US_ASCII));
        Path png = page.file(directory, "page.png");
        Object lines = read("--json", png).json().at("/pictures/0/lines");
        for (Map.Entry<String, byte[]> each : same.entrySet()) {
            Path file = Files.write(directory.resolve("page." + each.getKey()), each.getValue());
            assertEquals(lines, read("--json", file).json().at("/pictures/0/lines"), each.getKey());
        }
        for (byte[] other : List.of(page.written("jpeg"), page.invertedPng())) {
            assertEquals(
                    EXPECTED,
                    read(Files.write(directory.resolve("other"), other)).printed());
        }
        assertEquals(
                "7\n",
                read(Files.write(directory.resolve("seven"), PictureSamples.webp()))
                        .printed());
    }

    @Test
    void filesDirectoriesAndListsAreReadInTheOrderGiven() throws IOException {
        Path pages = Files.createDirectory(directory.resolve("pages"));
        Path last = ReadCommandTest.twoLines().file(pages, "b.png");
        Path first = new NumberPage(100, 100).bar(20, 48, 30, 4).file(pages, "a.png");
        Path list = Files.writeString(directory.resolve("list.txt"), last + "\n");
        Cli.Result result = read("-q", last, pages, "@" + list);
        assertEquals(3, result.exitCode());
        String read = "==> " + last + " <==\n" + EXPECTED + "\n";
        assertEquals(read + "==> " + first + " <==\n\n" + read + read, result.out() + "\n");
    }

    @Test
    void aDashIsTheStandardInput() {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(ReadCommandTest.twoLines().png()));
        try {
            assertEquals(EXPECTED, read("-").printed());
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void theAdviceForAWebAddressNamesThisCommand() {
        read("https://example.org/page.png").refuses(3, "run: curl -sSfL https://example.org/page.png | nn read -");
    }

    @Test
    void eachLineIsSplitIntoAsManyDigitsAsGiven() throws IOException {
        NumberPage page = new NumberPage(400, 200);
        page.string("36205", 30, 25, 50, -4);
        page.string("48297", 30, 115, 50, 3);
        Path file = page.file(directory, "page.png");
        assertEquals("36205\n48297\n", read("--digits", 5, file).printed());
        for (int digits = 3; digits <= 6; digits++) {
            int count = digits;
            read("--digits", digits, "--min-confidence", 0, file)
                    .printed()
                    .lines()
                    .forEach(line -> assertEquals(count, line.replace(" ", "").length(), line));
        }
    }
}
