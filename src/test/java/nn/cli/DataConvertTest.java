package nn.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import nn.data.DataDirectory;
import nn.data.DataSet;
import nn.data.IdxWriter;
import nn.image.GrayPng;
import nn.image.decode.ImageFile;
import nn.image.prepare.DigitPreparation;
import nn.image.prepare.Polarity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code nn data convert}. */
class DataConvertTest {

    private static final List<String> FILES = List.of(
            "train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte");

    @TempDir
    private Path scratch;

    private Cli.Result convert(Object... words) {
        return Cli.run(AllFlags.words("data convert", AllFlags.words(words)));
    }

    private Path out(String name) {
        return scratch.resolve(name);
    }

    private Path picture(String name, byte[] content) throws IOException {
        Path file = out("pictures").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    private void assertSmallMnist(Path data) throws IOException {
        for (String file : FILES) {
            assertEquals(-1, Files.mismatch(SmallMnist.raw().resolve(file), data.resolve(file)), file);
        }
    }

    @Test
    void whatIsConvertedToATableAndBackIsTheSame() throws IOException {
        convert(SmallMnist.raw(), "--format csv --out", out("tables")).printed();
        String start = Files.readString(out("tables").resolve("train.csv"));
        assertTrue(start.startsWith("label,pixel0,pixel1,"), start.substring(0, 50));
        convert(out("tables").resolve("train.csv"), "--test", out("tables").resolve("test.csv"), "--out", out("back"))
                .printed();
        assertSmallMnist(out("back"));
    }

    @Test
    void whatIsConvertedToArraysAndBackIsTheSame() throws IOException {
        convert(SmallMnist.raw(), "--out", out("small.npz")).printed();
        assertEquals(
                out("back") + ": 1,200 training images and 300 test images of 28 x 28 pixels in 10 classes\n",
                convert(out("small.npz"), "--out", out("back")).printed());
        assertSmallMnist(out("back"));
    }

    @Test
    void whatIsConvertedToPicturesAndBackIsTheSame() throws IOException {
        Path data = SmallMnist.raw(out("data"));
        Files.writeString(
                data.resolve("classes.tsv"), "0\ta/b\n1\tA/b\n2\tc\n3\tC\n4\t..\n5\tsix\n6\t6\n7\t7\n8\t8\n9\t9\n");
        convert(data, "--format png --out", out("png")).printed();
        assertEquals(
                List.of("0-a_b", "1-A_b", "2-c", "3-C", "4-__", "6", "7", "8", "9", "labels.tsv", "six"),
                CommandsTest.contents(out("png").resolve("test")).stream()
                        .filter(name -> !name.contains("/"))
                        .sorted()
                        .toList());
        convert(out("png/train"), "--raw --test", out("png/test"), "--out", out("back"))
                .printed();
        for (String file : List.of("train-images-idx3-ubyte", "t10k-images-idx3-ubyte")) {
            assertEquals(-1, Files.mismatch(data.resolve(file), out("back").resolve(file)), file);
        }
        DataSet before = DataDirectory.of(data).readTest();
        DataSet after = DataDirectory.of(out("back")).readTest();
        IntStream.range(0, before.size())
                .forEach(i -> assertEquals(
                        before.classNames().get(before.label(i)),
                        after.classNames().get(after.label(i))));
    }

    @Test
    void picturesArePreparedAsPredictPreparesThemAndTheRestIsListed() throws IOException {
        Path seven = picture("seven/a.png", SmallMnist.testPng(0));
        picture("seven/blank.png", GrayPng.encode(new byte[900], 30, 30));
        picture("two/b.png", SmallMnist.testPng(1));
        picture("two/broken.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3, 4});
        picture("two/notes.txt", "no picture".getBytes());
        picture(".hidden/c.png", SmallMnist.testPng(2));
        Cli.Result result = convert(out("pictures"), "--out", out("data"));
        assertEquals(
                out("data") + ": 2 training images and 0 test images of 28 x 28 pixels in 2 classes\n",
                result.printed());
        result.lastLineNames(
                "left out 2 pictures; the reasons are in " + out("data").resolve("left-out.tsv"));
        List<String> leftOut = Files.readAllLines(out("data").resolve("left-out.tsv"));
        assertEquals(out("pictures").resolve("seven/blank.png") + "\tno ink found", leftOut.get(0));
        assertTrue(leftOut.get(1).startsWith(out("pictures").resolve("two/broken.png") + "\t"), leftOut::toString);
        DataSet train = DataDirectory.of(out("data")).readTrain();
        assertEquals(List.of("seven", "two"), train.classNames());
        byte[] image = new byte[784];
        train.readPixels(0, image);
        assertArrayEquals(
                new DigitPreparation(Polarity.AUTO, false)
                        .prepare(ImageFile.read(seven))
                        .pixels(),
                image);
    }

    @Test
    void labelsMayBeListedAndThoseWithoutADigitAreLeftOut() throws IOException {
        picture("x.png", SmallMnist.testPng(0));
        picture("y.png", SmallMnist.testPng(1));
        picture("z.png", SmallMnist.testPng(2));
        Files.writeString(out("pictures").resolve("labels.tsv"), "x.png\t7\nz.png\t-\ny.png\t2\tgroup\n");
        convert(out("pictures"), "--out", out("data")).lastLineNames("left out 1 picture;");
        assertEquals(
                List.of("2", "7"), DataDirectory.of(out("data")).readTrain().classNames());
        assertEquals("2\t2\n7\t7\n", Files.readString(out("data").resolve("classes.tsv")));
    }

    @Test
    void quietlyOnlyTheResultIsPrinted() throws IOException {
        picture("1/a.png", SmallMnist.testPng(2));
        picture("1/blank.png", GrayPng.encode(new byte[900], 30, 30));
        Cli.Result loud = convert(out("pictures"), "--verbose --out", out("data"));
        assertEquals(1, loud.errorLines().size(), loud::toString);
        Cli.Result quiet = convert(out("pictures"), "-q --out", out("other"));
        assertEquals("", quiet.err());
        assertEquals(loud.printed().replace("data:", "other:"), quiet.printed());
    }

    @Test
    void aFileIsReplacedButADirectoryWithFilesNever() throws IOException {
        Path own = Files.writeString(scratch.resolve("own.npz"), "old");
        convert(SmallMnist.raw(), "--out", own).printed();
        assertTrue(Files.size(own) > 100_000);
        convert(SmallMnist.raw(), "--format csv --out", scratch)
                .refuses(7, scratch + ": holds files already, and nothing is overwritten");
        assertEquals(List.of("own.npz"), CommandsTest.contents(scratch));
    }

    @Test
    void whatFailsLeavesNothing() throws IOException {
        Path table = Files.writeString(out("t.csv"), "1,0,0,0,0\n2,0,0,0\n");
        convert(table, "--out", out("data"))
                .refuses(3, table + ": line 2: has 4 values, the first line 5; give a table with a label");
        Path damaged = SmallMnist.raw(out("damaged"));
        byte[] images = Files.readAllBytes(damaged.resolve("t10k-images-idx3-ubyte"));
        Files.write(damaged.resolve("t10k-images-idx3-ubyte"), Arrays.copyOf(images, 5000));
        convert(damaged, "--format png --out", out("png")).refuses(3, "is cut off");
        convert(damaged, "--out", out("x.npz")).refuses(3, "is cut off");
        assertFalse(
                CommandsTest.contents(scratch).stream().anyMatch(name -> name.matches("data|png|x\\.npz|\\.nn-.*")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "label,a,b,c,d\n7,1,2,3,4\n",
                "a,b,c,d,class\n1,2,3,4,7\n",
                "7,1,2,3,4\n",
                "7;1;2;3;4\n",
                "7\t1\t2\t3\t4\n",
                "\ufeff\"7.0\", 1,2,3.0,4\r\n\r\n",
                "a,Label,b,c,d\n1,7,2,3,4"
            })
    void tablesOfManyFormsAreRead(String text) throws IOException {
        convert(Files.writeString(out("t.csv"), text), "--out", out("data")).printed();
        DataSet train = DataDirectory.of(out("data")).readTrain();
        assertEquals(List.of("7"), train.classNames());
        byte[] image = new byte[4];
        train.readPixels(0, image);
        assertArrayEquals(new byte[] {1, 2, 3, 4}, image);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "pixel0,pixel1\\n1,2\\n # line 1: has no column label, as in Kaggle's test.csv",
                "1,0,0,0,256\\n # line 1: value 5: 256.0 is no whole number from 0 to 255",
                "1,0,0,0,-1\\n # line 1: value 5: -1.0 is no whole number",
                "1,0,0,0,1e400\\n # line 1: value 5: Infinity is no whole number",
                "1,0,0,0,x\\n # line 1: has \"x\" as value 5, not a number",
                "1,0,0,0,0\\n,0,0,0,0\\n # line 2: has no label",
                "1,0,0,0,0\\n\\n\\n2,0,0\\n # line 4: has 3 values, the first line 5",
                "1\\n # line 1: has one value",
                "label,a,b,c,d\\n # has no images",
                "-,0,0,0,0\\n # \"-\" is no name of a class",
                "\"1,0,0,0,0\\n # line 1: has one value"
            })
    void tablesThatCannotBeUsedAreRefusedWithTheirLine(String text, String reason) throws IOException {
        Path table = Files.writeString(out("t.csv"), text.translateEscapes());
        convert(table, "--out", out("data")).refuses(3, table.toString(), reason);
        assertFalse(Files.exists(out("data")));
    }

    @Test
    void labelsMayBeWords() throws IOException {
        Path table = Files.writeString(out("t.csv"), "b,0,0,0,0\na,1,1,1,1\n10,2,2,2,2\n9,3,3,3,3\n");
        convert(table, "--out", out("data")).printed();
        assertEquals("0\t9\n1\t10\n2\ta\n3\tb\n", Files.readString(out("data").resolve("classes.tsv")));
    }

    @Test
    void moreThan256LabelsAreRefused() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 257; i++) {
            text.append(i).append(",0,0,0,0\n");
        }
        Path table = Files.writeString(out("t.csv"), text);
        convert(table, "--out", out("data")).refuses(3, "line 257: more than 256 different labels");
    }

    @Test
    void whatIsNoSourceIsNamed() throws IOException {
        convert(out("missing"), "--out", out("data")).refuses(3, out("missing") + ": does not exist");
        Path text = Files.writeString(out("a.doc"), "x");
        convert(text, "--out", out("data")).refuses(3, text + ": is neither a directory nor a .csv or .npz file");
        convert(scratch, "--out", out("data")).refuses(3, scratch + ": holds no labeled pictures");
        Files.createDirectories(out("pictures").resolve("a,b"));
        convert(out("pictures"), "--out", out("data")).refuses(3, "\"a,b\" is no name of a class");
    }

    @Test
    void testImagesOfAnotherSizeAreRefused() throws IOException {
        Path four = Files.writeString(out("four.csv"), "1,0,0,0,0\n");
        Path nine = Files.writeString(out("nine.csv"), "1,0,0,0,0,0,0,0,0,0\n");
        convert(four, "--test", nine, "--out", out("data"))
                .refuses(3, nine + ": has images of 3 x 3 pixels, those of " + four + " have 2 x 2; ");
    }

    /** What is kept of each example are its labels and its part of a table's line. */
    @Test
    void manyImagesNeedLittleMemory() throws IOException {
        Path large = out("large");
        Files.createDirectories(large);
        int count = 60_000;
        byte[] image = new byte[28 * 28];
        try (IdxWriter images = IdxWriter.images(large, true, 28, 28);
                IdxWriter labels = IdxWriter.labels(large, true)) {
            for (int i = 0; i < count; i++) {
                image[i % 784] = (byte) i;
                images.add(image);
                labels.add((byte) (i % 10));
            }
        }
        List<String> small = List.of("-Xmx24m", "-Dorg.bytedeco.javacpp.maxbytes=1m");
        assertEquals(
                0,
                ChildNn.run(scratch, small, "data", "convert", large, "--out", "large.npz")
                        .exitCode());
        Cli.Result back = ChildNn.run(scratch, small, "data", "convert", "large.npz", "--out", "back");
        assertEquals(0, back.exitCode(), back::toString);
        assertEquals(-1, Files.mismatch(large.resolve(FILES.get(0)), out("back").resolve(FILES.get(0))));
    }
}
