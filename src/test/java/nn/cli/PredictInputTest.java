package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import nn.image.GrayPng;
import org.junit.jupiter.api.Test;

/** {@code nn predict}: how its arguments are expanded, and how pictures are prepared. */
class PredictInputTest extends PicturesAndModel {

    @Test
    void severalPicturesAreAnsweredInTheOrderGiven() {
        String out = predict(picture(3), picture(1), picture(2), picture(1)).printed();
        assertEquals(
                List.of(picture(3), picture(1), picture(2), picture(1)).toString(),
                names(out).toString());
    }

    @Test
    void aListStandsForThePathsInItsLines() throws IOException {
        Path spaced = Files.copy(picture(0), scratch.resolve("with some  spaces.png"));
        Path list = Files.writeString(scratch.resolve("list.txt"), picture(2) + "\r\n\n" + spaced + "\n" + picture(1));
        assertEquals(
                List.of(picture(2).toString(), spaced.toString(), picture(1).toString()),
                names(predict("@" + list).printed()));
    }

    /** Editors of some systems put a mark in front of the text. */
    @Test
    void aListMayHaveCommentsAndAByteOrderMark() throws IOException {
        Path list = Files.writeString(
                scratch.resolve("list.txt"), "\ufeff" + picture(2) + "\n# " + picture(3) + "\n#\n" + picture(1) + "\n");
        assertEquals(
                List.of(picture(2).toString(), picture(1).toString()),
                names(predict("@" + list).printed()));
        Files.writeString(list, "\ufeff# nothing\n");
        predict("@" + list).refuses(3, "nn: " + list + ": names no picture; ");
    }

    @Test
    void aWebAddressIsNotDownloaded() throws IOException {
        String address = "https://example.org/a//b.png?size=1&x='y'";
        String advice = "nn: " + address + ": is a web address, and nn reads only files; run: curl -sSfL "
                + "'https://example.org/a//b.png?size=1&x='\\''y'\\''' | nn predict -\n";
        Cli.Result result = predict(address);
        result.refuses(3);
        assertEquals(advice, result.err());
        Path list = Files.writeString(scratch.resolve("list.txt"), address + "\n" + picture(1));
        Cli.Result listed = predict("@" + list);
        assertEquals(advice, listed.err());
        assertEquals(1, listed.out().lines().count());
        predict("http://example.org/a.png").refuses(3, "; run: curl -sSfL http://example.org/a.png | nn predict -");
    }

    @Test
    void aDataUrlIsNoFileName() {
        predict("data:image/png;base64," + "A".repeat(5000))
                .refuses(3, "nn: data:image/png;base64,AAAAAAAAAAAAAAAAAA...: is a data URL, not a file; ");
    }

    @Test
    void aListThatIsNoneIsRefused() throws IOException {
        Path missing = scratch.resolve("missing.txt");
        predict("@" + missing).refuses(3, "nn: " + missing + ": does not exist; ");
        predict("@" + scratch).refuses(3, "nn: " + scratch + ": is a directory; ");
        predict("@/dev/zero").refuses(3, "nn: /dev/zero: is not a regular file; ");
        Path binary = Files.write(scratch.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe});
        predict("@" + binary).refuses(3, "nn: " + binary + ": is not UTF-8 text; ");
    }

    @Test
    void aDashIsTheStandardInput() throws IOException {
        String expected = predict(picture(0)).printed().replace(picture(0).toString(), "-");
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(SmallMnist.testPng(0)));
        try {
            assertEquals(expected, predict("-").printed());
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void theStandardInputIsOnePicture() throws IOException {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(SmallMnist.testPng(0)));
        try {
            Cli.Result result = predict("-", "-");
            assertEquals(3, result.exitCode());
            assertEquals(1, result.out().lines().count(), result.out());
            result.lastLineNames("nn: -: the standard input is one picture, ", "; ");
            Path list = Files.writeString(scratch.resolve("list.txt"), "-\n-\n" + picture(1));
            assertEquals(
                    List.of(picture(1).toString()), names(predict("@" + list).out()), "those after it are answered");
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void anEmptyStandardInputIsAnError() {
        InputStream before = System.in;
        System.setIn(InputStream.nullInputStream());
        try {
            predict("-").refuses(3, "nn: standard input: is empty; ");
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void aBadOneAmongGoodOnesIsToldAndTheOthersAreAnswered() throws IOException {
        Path bad = Files.writeString(scratch.resolve("bad.png"), "<html>");
        Path missing = scratch.resolve("missing.png");
        Cli.Result result = predict(picture(0), bad, missing, picture(1));
        assertEquals(3, result.exitCode());
        assertEquals(List.of(picture(0).toString(), picture(1).toString()), names(result.out()));
        assertEquals(2, result.errorLines().size(), result::err);
        assertTrue(result.errorLines().get(0).startsWith("nn: " + bad + ": "), result::err);
        assertTrue(result.errorLines().get(1).startsWith("nn: " + missing + ": does not exist; "), result::err);
    }

    @Test
    void whatHasNoPictureKeepsNoOtherOneFromBeingAnswered() throws IOException {
        Path empty = Files.createDirectory(scratch.resolve("empty"));
        Path list = Files.writeString(scratch.resolve("list.txt"), "\n \n");
        Cli.Result result = predict("-q", empty, picture(0), "@" + list, "@" + list + "x", "", picture(1));
        assertEquals(3, result.exitCode());
        assertEquals(predict("-q", picture(0), picture(1)).printed(), result.out());
        List<String> lines = result.errorLines();
        assertEquals(4, lines.size(), result::err);
        assertTrue(lines.get(0).startsWith("nn: " + empty + ": no pictures"), result::err);
        assertTrue(lines.get(1).startsWith("nn: " + list + ": names no picture; "), result::err);
        assertTrue(lines.get(2).startsWith("nn: " + list + "x: does not exist; "), result::err);
        assertTrue(lines.get(3).startsWith("nn: '' is not the name of a picture; "), result::err);
    }

    @Test
    void noInkIsNoDigit() throws IOException {
        byte[] paper = new byte[60 * 50];
        Arrays.fill(paper, (byte) 250);
        Path blank = Files.write(scratch.resolve("blank.png"), GrayPng.encode(paper, 60, 50));
        predict(blank).refuses(3, "nn: " + blank + ": no ink found; ");
    }

    @Test
    void rawOnlyResizes() throws IOException {
        // A digit in the corner of a large sheet. The preparation finds it; without preparation it is lost.
        byte[] sheet = new byte[280 * 280];
        Arrays.fill(sheet, (byte) 255);
        byte[] digit = SmallMnist.testPixels(0);
        for (int i = 0; i < digit.length; i++) {
            sheet[(20 + i / 28) * 280 + 20 + i % 28] = (byte) ~digit[i];
        }
        Path file = Files.write(scratch.resolve("sheet.png"), GrayPng.encode(sheet, 280, 280));
        assertTrue(predict("-q", file).printed().startsWith(SmallMnist.testLabel(0) + " "));
        Path saved = scratch.resolve("saved");
        predict("-q", "--raw", "--save-prepared", saved, file).printed();
        var image = ImageIO.read(saved.resolve("0001-sheet.png").toFile());
        int inked = 0;
        for (int i = 0; i < 28 * 28; i++) {
            inked += image.getRaster().getSample(i % 28, i / 28, 0) > 10 ? 1 : 0;
        }
        assertTrue(inked > 0 && inked <= 16, inked + " pixels have ink");
    }

    @Test
    void aNameThatLooksLikeAFlagStandsBehindTwoDashes() throws IOException {
        predict(picture(0), "-dash.png").refuses(2, "'-dash.png'");
        Cli.Result result = predict("--", "-dash.png");
        result.refuses(3, "nn: -dash.png: does not exist; ");
    }

    @Test
    void namesCannotMoveTheCursor() throws IOException {
        Path wild = Files.copy(picture(0), scratch.resolve("a\nb\033[2Jc.png"));
        String out = predict(wild).printed();
        assertEquals(1, out.lines().count());
        assertTrue(out.endsWith("/a\\nb\\x1b[2Jc.png\n"), out);
        Cli.Result missing = predict(scratch.resolve("\033[1mmissing\n.png"));
        missing.refuses(3, "/\\x1b[1mmissing\\n.png: does not exist");
        Cli.Result json = predict("--json", wild);
        assertFalse(json.printed().contains("\033"));
        assertEquals(
                wild.toString(),
                json.json().get("predictions").get(0).get("file").asText());
    }
}
