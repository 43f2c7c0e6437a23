package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nn.Exif;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code nn read} with the model that comes with the project. */
class ReadCommandTest {

    private static final Path MODEL = Path.of("data", "model.safetensors");

    @TempDir
    private Path directory;

    static Cli.Result read(Object... words) {
        List<Object> all = new ArrayList<>(List.of("read", "--model", MODEL));
        all.addAll(Arrays.asList(words));
        return Cli.run(all.toArray());
    }

    private String text(NumberPage page, Object... flags) throws IOException {
        List<Object> words = new ArrayList<>(List.of(flags));
        words.add(page.file(directory, "page.png"));
        return read(words.toArray()).printed();
    }

    static NumberPage twoLines() {
        NumberPage page = new NumberPage(460, 170);
        int end = page.string("2026", 20, 20, 40, 6);
        end = page.string("11", end + 40, 20, 40, 10);
        page.string("28", end + 40, 20, 40, 6);
        end = page.string("0151", 20, 100, 40, 6);
        page.string("234567", end + 40, 100, 40, 6);
        return page;
    }

    @Test
    void numbersAreReadLineByLineFromLeftToRight() throws IOException {
        assertEquals("2026 11 28\n0151 234567\n", text(twoLines()));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.09, -0.05, 0.05, 0.09})
    void linesAreFoundAlongTheirSlope(double slope) throws IOException {
        assertEquals("2026 11 28\n0151 234567\n", text(twoLines().sloped(slope)));
    }

    /** Of two lines that slope, the digits at the end of one are higher than those at the beginning of the other. */
    @Test
    void aSteepLineIsNotReadByTheTopsOfItsDigits() throws IOException {
        NumberPage page = new NumberPage(900, 240);
        page.string("1234567890123456", 20, 70, 30, 20);
        page.string("6543210987654321", 20, 130, 30, 20);
        assertEquals("1234567890123456\n6543210987654321\n", text(page.sloped(0.1)));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 9, 12})
    void equalGapsMakeOneNumber(int gap) throws IOException {
        NumberPage page = new NumberPage(400, 90);
        page.string("4709235", 20, 25, 36, gap);
        assertEquals("4709235\n", text(page));
    }

    @ParameterizedTest
    @CsvSource({"16, 2", "24, 3", "80, 8", "200, 20"})
    void digitsOfAllSizesAreRead(int height, int gap) throws IOException {
        NumberPage page = new NumberPage(8 * height, 2 * height);
        page.string("30946", height / 2, height / 2, height, gap);
        assertEquals("30946\n", text(page));
    }

    @Test
    void aLargeLineAndASmallOneStandOnOnePage() throws IOException {
        NumberPage page = new NumberPage(520, 200);
        page.string("70423", 20, 20, 90, 12);
        page.string("569031", 20, 150, 30, 5);
        assertEquals("70423\n569031\n", text(page));
    }

    @Test
    void digitsThatTouchAreCutApart() throws IOException {
        NumberPage page = new NumberPage(400, 100);
        page.string("36205", 30, 25, 50, -1);
        assertEquals("36205\n", text(page));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "2", "4", "8", "00", "88"})
    void aDigitInOnePieceIsNotCut(String digits) throws IOException {
        NumberPage page = new NumberPage(260, 100);
        page.string(digits, 30, 20, 60, 10);
        assertEquals(digits + "\n", text(page));
    }

    /** The roof of a 5 apart from its belly. */
    @Test
    void aBrokenDigitIsJoined() throws IOException {
        NumberPage page = new NumberPage(300, 120);
        page.string("353", 30, 30, 60, 14);
        page.blank(0, 47, 300, 3);
        assertEquals("353\n", text(page));
    }

    /** No two pieces of a digit look like one. */
    @Test
    void digitsInThreePiecesAreJoined() throws IOException {
        NumberPage page = new NumberPage(400, 120);
        page.string("40852", 30, 30, 60, 14);
        page.blank(0, 44, 400, 3);
        page.blank(0, 68, 400, 3);
        assertEquals("40852\n", text(page));
    }

    @Test
    void ruledLinesAreNotRead() throws IOException {
        NumberPage page = new NumberPage(600, 300);
        for (int y = 30; y < 300; y += 50) {
            page.bar(0, y, 600, 2);
        }
        page.string("40927", 60, 88, 40, 8);
        page.string("8153", 60, 188, 40, 8);
        assertEquals("40927\n8153\n", text(page));
    }

    /** The lines go through the digits, and cross between them. */
    @Test
    void squaredPaperIsNotRead() throws IOException {
        NumberPage page = new NumberPage(420, 110);
        page.string("40927", 60, 30, 50, 12);
        for (int y = 5; y < 110; y += 24) {
            page.bar(0, y, 420, 2);
        }
        for (int x = 9; x < 420; x += 24) {
            page.bar(x, 0, 2, 110);
        }
        assertEquals("40927\n", text(page));
    }

    @Test
    void aOneInAThinnerPenIsRead() throws IOException {
        NumberPage page = new NumberPage(300, 100);
        int end = page.string("808", 20, 20, 60, 6);
        page.bar(end + 8, 20, 4, 60);
        assertEquals("8081\n", text(page));
    }

    @Test
    void aDotBetweenDigitsIsADecimalPoint() throws IOException {
        NumberPage page = new NumberPage(300, 90);
        int end = page.string("36", 20, 20, 48, 6);
        page.bar(end + 6, 62, 6, 6);
        page.string("24", end + 18, 20, 48, 6);
        assertEquals("36.24\n", text(page));
    }

    @Test
    void aDashBetweenDigitsDividesThemAndIsNotRead() throws IOException {
        NumberPage page = new NumberPage(400, 90);
        int end = page.string("362", 20, 20, 48, 6);
        page.bar(end + 8, 42, 18, 5);
        page.string("245", end + 34, 20, 48, 6);
        assertEquals("362 245\n", text(page));
    }

    private static NumberPage grid() {
        NumberPage page = new NumberPage(340, 240);
        for (int row = 0; row <= 3; row++) {
            page.bar(20, 20 + 60 * row, 302, 2);
        }
        for (int column = 0; column <= 5; column++) {
            page.bar(20 + 60 * column, 20, 2, 182);
        }
        page.digit(5, 38, 32, 36);
        page.digit(3, 98, 32, 36);
        page.digit(7, 158, 92, 36);
        page.digit(0, 278, 152, 36);
        return page;
    }

    @Test
    void theCellsOfAGridKeepTheirPlacesAndEmptyOnesAreDots() throws IOException {
        assertEquals("5 3 . . .\n. . 7 . .\n. . . . 0\n", text(grid(), "--cells", "3x5"));
    }

    @Test
    void withoutLinesTheWholePictureIsTheGrid() throws IOException {
        NumberPage page = new NumberPage(240, 160);
        page.digit(6, 30, 20, 40);
        page.digit(2, 190, 100, 40);
        assertEquals("6 . .\n. . 2\n", text(page, "--cells", "2x3"));
    }

    @Test
    void aCellOfAGridHasItsBox() throws IOException {
        JsonNode cell = read("--json", "--cells", "3x5", grid().file(directory, "grid.png"))
                .json()
                .at("/pictures/0/lines/1/numbers/2");
        assertEquals("7", cell.get("text").asText());
        assertBox(List.of(140, 80, 60, 60), cell.get("box"), 4);
    }

    private static void assertBox(List<Integer> expected, JsonNode box, int tolerance) {
        for (int i = 0; i < 4; i++) {
            assertEquals(expected.get(i), box.get(i).asInt(), tolerance, () -> expected + " and " + box);
        }
    }

    @Test
    void anUnsureDigitIsAQuestionMarkWithItsCandidates() throws IOException {
        Path file = twoLines().file(directory, "page.png");
        String surest = read("--min-confidence", 1, file).printed();
        assertTrue(surest.contains("?"), surest);
        JsonNode digit =
                read("--json", "--min-confidence", 1, file).json().at("/pictures/0/lines/0/numbers/0/digits/0");
        assertEquals("?", digit.get("text").asText());
        assertEquals("2", digit.at("/candidates/0").asText());
        assertFalse(read("--min-confidence", 0, file).printed().contains("?"));
    }

    /** The eight ways to hold a camera. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void boxesAreInPixelsOfTheUprightPicture(int orientation) throws IOException {
        NumberPage page = new NumberPage(300, 120);
        page.digit(4, 40, 30, 60);
        page.digit(7, 200, 40, 50);
        byte[] stored = Pictures.stored(page.png(), orientation);
        Path file = Files.write(
                directory.resolve("turned.png"), Exif.inPng(stored, Exif.of(ByteOrder.BIG_ENDIAN, orientation)));
        JsonNode picture = read("--json", file).json().at("/pictures/0");
        assertEquals("4 7\n", picture.get("text").asText());
        assertEquals(300, picture.get("width").asInt());
        assertEquals(120, picture.get("height").asInt());
        JsonNode box = picture.at("/lines/0/numbers/0/digits/0/box");
        assertEquals(40, box.get(0).asInt(), 2, box::toString);
        assertEquals(30, box.get(1).asInt(), 2, box::toString);
        assertEquals(60, box.get(3).asInt(), 3, box::toString);
    }

    /** Red on green of one luminance. */
    @Test
    void inkOfThePapersBrightnessIsReadByItsColor() throws IOException {
        Path file = Files.write(directory.resolve("color.png"), twoLines().png(0x008200, 0xff0000));
        assertEquals("2026 11 28\n0151 234567\n", read(file).printed());
    }

    /** H, E and T of bars, whose pieces look like a 1 each. */
    @Test
    void lettersAreNotReadAndTheNumberBesideThemIs() throws IOException {
        NumberPage page = new NumberPage(480, 120);
        page.bar(30, 30, 6, 50).bar(54, 30, 6, 50).bar(30, 52, 30, 6);
        page.bar(72, 30, 6, 50).bar(72, 30, 28, 6).bar(72, 52, 24, 6).bar(72, 74, 28, 6);
        page.bar(110, 30, 32, 6).bar(123, 30, 6, 50);
        read("-q", page.file(directory, "letters.png")).refuses(3, "no digits found");
        page.string("40927", 200, 30, 50, 8);
        assertEquals("40927\n", text(page));
    }

    @Test
    void aPictureWithoutDigitsIsRefused() throws IOException {
        Path blank = new NumberPage(200, 200).file(directory, "blank.png");
        Cli.Result result = read("-q", blank);
        result.refuses(3, blank + ": no digits found; ");
    }

    @Test
    void otherPicturesAreReadWhenOneCannotBe() throws IOException {
        Path good = twoLines().file(directory, "good.png");
        Path bad = Files.writeString(directory.resolve("bad.png"), "no picture");
        Cli.Result result = read("-q", bad, good);
        assertEquals(3, result.exitCode(), result::toString);
        assertTrue(result.out().endsWith("==> " + good + " <==\n2026 11 28\n0151 234567\n"), result::out);
        result.lastLineNames(bad.toString());
    }

    @Test
    void otherPicturesAreReadWhenOneNeedsTooMuchMemory() throws IOException {
        Path good = twoLines().file(directory, "good.png").toAbsolutePath();
        Path large = new NumberPage(2000, 2000).file(directory, "large.png").toAbsolutePath();
        Cli.Result result = ChildNn.run(Path.of(""), List.of("-Xmx64m"), "read", "-q", "--model", MODEL, large, good);
        assertEquals(3, result.exitCode(), result::toString);
        assertTrue(result.out().endsWith("2026 11 28\n0151 234567\n"), result::out);
        assertEquals("nn: " + large + ": needs more memory than there is; save it smaller\n", result.err());
    }

    /** Specks that a noisy scan leaves all over a page, more than are looked at. */
    @Test
    void digitsAreReadAmongThousandsOfSpecksAndNamedIncomplete() throws IOException {
        NumberPage page = new NumberPage(1000, 1000);
        for (int y = 200; y < 998; y += 8) {
            for (int x = 3; x < 998; x += 8) {
                page.bar(x, y, 2, 2);
            }
        }
        page.string("2026", 300, 60, 80, 20);
        Cli.Result result = read(page.file(directory, "specks.png"));
        assertTrue(result.out().startsWith("2026\n"), result::out);
        assertTrue(result.err().contains("more than 5,000 pieces of ink, and only the largest were read"), result::err);
    }

    @Test
    void aRegionOutsideOfThePictureIsRefused() throws IOException {
        Path file = twoLines().file(directory, "page.png");
        read("-q", "--region", "400,0,100,100", file).refuses(3, file + ": the region 400,0,100,100 ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--cells 9|--cells is '9'; it must be rows x columns",
                "--cells 1000x9|--cells is '1000x9'; it must be rows x columns, each 1 to 100, such as 9x9",
                "--cells 0x9|a grid has 1 to 100 rows and columns, not 0x9",
                "--region 1,2,3|--region is '1,2,3'; it must be left, top, width, height",
                "--region 1,2,0,3|its width and height must be at least 1",
                "--digits 0|--digits is 0; it must be from 1 to 100",
                "--min-confidence 2|--min-confidence is 2.0; it must be from 0 to 1",
                "--boxes a.jpg|--boxes is 'a.jpg'; it must be a file with a name that ends in .png",
                "--json --csv|--json, --tsv and --csv exclude each other"
            })
    void illegalValuesAreRefusedBeforeAnyWork(String flags, String message) {
        List<Object> words = new ArrayList<>(Arrays.asList((Object[]) flags.split(" ")));
        words.add("x.png");
        read(words.toArray()).refuses(2, message);
    }

    @Test
    void boxesAreDrawnIntoOnePictureOnlyAndNotOverItsFile() throws IOException {
        read("--boxes", directory.resolve("out.png"), "a.png", "b.png").refuses(2, "--boxes draws into one picture");
        Path file = twoLines().file(directory, "page.png");
        read("--boxes", directory.resolve("../" + directory.getFileName() + "/page.png"), file)
                .refuses(2, "--boxes names the picture itself; ");
        Path nowhere = directory.resolve("none").resolve("out.png");
        read("--boxes", nowhere, file).refuses(7, nowhere + ": cannot be written: its directory does not exist");
    }
}
