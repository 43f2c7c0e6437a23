package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code nn read} writes: text, JSON, TSV, CSV and files. */
class ReadOutputTest {

    @TempDir
    private Path directory;

    private static Cli.Result read(Object... words) {
        return ReadCommandTest.read(words);
    }

    private Path page() throws IOException {
        return ReadCommandTest.twoLines().file(directory, "page.png");
    }

    /** A decimal point, an unsure digit, and empty cells. */
    @Test
    void textJsonTsvAndCsvShowTheSame() throws IOException {
        NumberPage page = new NumberPage(300, 170);
        int end = page.string("36", 20, 20, 48, 6);
        page.bar(end + 6, 62, 6, 6);
        page.string("24", end + 18, 20, 48, 6);
        page.string("781", 20, 100, 48, 6);
        Path file = page.file(directory, "page.png");
        assertTrue(read(file).printed().startsWith("36.24\n"));
        assertFormsAgree(file);
        assertFormsAgree("--min-confidence", 0.999, file);
        assertFormsAgree("--cells", "2x3", file);
    }

    private static void assertFormsAgree(Object... words) {
        String text = read(words).printed();
        JsonNode json = read(with("--json", words)).json().at("/pictures/0");
        assertEquals(text, json.get("text").asText());
        assertEquals(text, lines(json, "text"));
        assertEquals(text, lines(json, "digits"));
        assertEquals(text, columns(read(with("--tsv", words)).printed(), "\t", "5", 0, 4, 11));
        assertEquals(
                text, columns(read(with("--csv", words)).printed(), ",", words[words.length - 1].toString(), 0, 1, 3));
    }

    private static Object[] with(String flag, Object... words) {
        Object[] all = new Object[words.length + 1];
        all[0] = flag;
        System.arraycopy(words, 0, all, 1, words.length);
        return all;
    }

    /** The text of the numbers in JSON: their own, or that of their digits, where the point is seen in no digit. */
    private static String lines(JsonNode picture, String source) {
        StringBuilder text = new StringBuilder();
        for (JsonNode line : picture.get("lines")) {
            text.append(StreamSupport.stream(line.get("numbers").spliterator(), false)
                            .map(number ->
                                    source.equals("text") ? number.get("text").asText() : digits(number))
                            .collect(Collectors.joining(" ")))
                    .append('\n');
        }
        return text.toString();
    }

    private static String digits(JsonNode number) {
        String digits = StreamSupport.stream(number.get("digits").spliterator(), false)
                .map(digit -> digit.get("text").asText())
                .collect(Collectors.joining());
        int point = number.get("text").asText().indexOf('.');
        return digits.isEmpty() ? "." : point < 0 ? digits : digits.substring(0, point) + "." + digits.substring(point);
    }

    /** The last column of the rows with this key, joined by line. */
    private static String columns(String table, String separator, String key, int keyColumn, int line, int column) {
        Map<Integer, String> lines = new TreeMap<>();
        table.lines()
                .map(row -> row.split(separator, -1))
                .filter(fields -> fields[keyColumn].equals(key))
                .forEach(fields -> lines.merge(
                        Integer.valueOf(fields[line]), fields[column], (before, next) -> before + " " + next));
        return lines.values().stream().map(each -> each + "\n").collect(Collectors.joining());
    }

    /** A page has a block, which has a paragraph, which has the lines; numbers are words. */
    @Test
    void tsvHasTheColumnsOfTesseract() throws IOException {
        Path page = page();
        List<String> rows = read("--tsv", page, page).printed().lines().toList();
        assertEquals(
                "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext",
                rows.get(0));
        assertEquals("1\t1\t0\t0\t0\t0\t0\t0\t460\t170\t-1\t", rows.get(1));
        assertEquals(
                List.of("1 1 0 0 0 0", "2 1 1 0 0 0", "3 1 1 1 0 0", "4 1 1 1 1 0", "5 1 1 1 1 1", "5 1 1 1 1 2"),
                places(rows.subList(1, 7)));
        assertEquals(List.of("4 1 1 1 2 0", "5 1 1 1 2 1", "5 1 1 1 2 2", "1 2 0 0 0 0"), places(rows.subList(8, 12)));
        assertEquals("2026", rows.get(5).split("\t")[11]);
    }

    private static List<String> places(List<String> rows) {
        return rows.stream()
                .map(row -> row.split("\t", -1))
                .map(fields -> String.join(" ", List.of(fields).subList(0, 6)))
                .toList();
    }

    @Test
    void csvHasALineForEachNumberAndForEachFailure() throws IOException {
        Path bad = Files.writeString(directory.resolve("bad.png"), "no picture");
        Path page = page();
        Cli.Result result = read("--csv", bad, page);
        assertEquals(3, result.exitCode());
        List<String> rows = result.out().lines().toList();
        assertEquals(7, rows.size(), result::out);
        assertTrue(rows.get(1).startsWith(bad + ",,,,,,,,,\"" + bad + ": "), rows.get(1));
        assertTrue(rows.get(6).startsWith(page + ",2,2,234567,"), rows.get(6));
    }

    /** What was saved is an image as MNIST has them, so that it is read without any preparation. */
    @Test
    void eachDigitIsSavedInOrderAsTheNetworkSeesIt() throws IOException {
        Path first = directory.resolve("first.png");
        Path second = directory.resolve("second.png");
        NumberPage page = new NumberPage(240, 120);
        page.string("73", 20, 30, 48, 8);
        Files.write(first, page.png());
        Files.write(second, page.invertedPng());
        Path saved = directory.resolve("saved");
        read("-q", "--save-prepared", saved, first, second).printed();
        assertEquals(
                List.of("0001-first.png", "0002-first.png", "0003-second.png", "0004-second.png"),
                CommandsTest.contents(saved));
        assertEquals(
                List.of("7", "3", "7", "3"),
                Cli.run("predict", "--raw", "--model", Path.of("data", "model.safetensors"), saved)
                        .printed()
                        .lines()
                        .map(line -> line.substring(0, 1))
                        .toList());
    }

    @Test
    void boxesOfARegionAreInPixelsOfTheWholePicture() throws IOException {
        Path page = page();
        JsonNode whole = read("--json", page).json().at("/pictures/0/lines/1");
        JsonNode part = read("--json", "--region", "10,85,440,80", page).json().at("/pictures/0");
        assertEquals("0151 234567\n", part.get("text").asText());
        for (int side = 0; side < 4; side++) {
            assertEquals(
                    whole.at("/box/" + side).asInt(),
                    part.at("/lines/0/box/" + side).asInt(),
                    1);
        }
    }

    @Test
    void aPictureWithoutNumbersIsRightlyReadIfNothingIs() throws IOException {
        page();
        new NumberPage(200, 100).bar(40, 48, 60, 4).file(directory, "dash.png");
        Files.writeString(directory.resolve("labels.tsv"), "dash.png\t-\npage.png\t-\n");
        Cli.Result result =
                Cli.run("eval", "-q", "--numbers", directory, "--model", Path.of("data", "model.safetensors"));
        assertTrue(result.printed().startsWith("Pictures 50.00 % (1 of 2) "), result::out);
        assertTrue(result.out().endsWith("page.png: nothing is read as 2026 11 28|0151 234567\n"), result::out);
    }
}
