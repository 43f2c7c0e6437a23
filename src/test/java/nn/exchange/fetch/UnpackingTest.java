package nn.exchange.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nn.NnException;
import nn.NnException.Kind;
import nn.data.ClassNames;
import nn.data.DataDirectory;
import nn.data.DataSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms in which data sets are published. */
class UnpackingTest {

    private static final FetchListener NOBODY = new FetchListener() {
        @Override
        public void received(String file, long bytes, long total) {}

        @Override
        public void done(String file) {}

        @Override
        public void trouble(String message) {}
    };

    private static final ClassNames DIGITS =
            ClassNames.of(IntStream.range(0, 10).mapToObj(String::valueOf).toList());

    @TempDir
    private Path scratch;

    private Path fetch(String name, String source, Map<String, byte[]> files, Unpacking unpacking, ClassNames names) {
        Path data = scratch.resolve(name);
        try (MirrorServer mirror = new MirrorServer(files)) {
            PublishedSet set = FakeSets.set(name, source, files, unpacking, names, mirror.address());
            new Fetch(set, scratch.resolve("downloads"), Fetch.PATIENCE, NOBODY).into(data);
        }
        return data;
    }

    private static byte[] image(DataSet data, int example) {
        byte[] image = new byte[data.pixelsPerImage()];
        data.readPixels(example, image);
        return image;
    }

    @Test
    void emnistIsTurnedUprightAndItsLettersBeginWithOne() throws IOException {
        Path data = fetch(
                "emnist-letters",
                "emnist",
                FakeSets.likeEmnist(),
                new EmnistArchive("gzip.zip", "letters"),
                ClassNames.from(1, List.of("a", "b", "c", "d", "e")));
        DataSet train = DataDirectory.of(data).readTrain();
        assertArrayEquals(FakeSets.image(5), image(train, 5));
        assertEquals("b", train.classNames().get(train.label(5)));
        DataSet test = DataDirectory.of(data).readTest();
        assertArrayEquals(FakeSets.image(7), image(test, 7));
        assertEquals("d", test.classNames().get(test.label(7)));
        assertTrue(Files.exists(scratch.resolve("downloads/emnist/gzip.zip")), "kept for the other parts");
        assertFalse(Files.exists(data.resolve("columns")));
        assertFalse(Files.exists(scratch.resolve("evil.gz")));
    }

    @Test
    void anArchiveWithoutTheWantedPartIsNamed() {
        NnException refusal = assertThrows(
                NnException.class,
                () -> fetch(
                        "emnist-digits",
                        "emnist",
                        FakeSets.likeEmnist(),
                        new EmnistArchive("gzip.zip", "digits"),
                        DIGITS));
        assertTrue(
                refusal.getMessage().contains("has no gzip/emnist-digits-train-images-idx3-ubyte.gz;"),
                refusal.getMessage());
        assertFalse(Files.exists(scratch.resolve("emnist-digits")));
    }

    @Test
    void theFirstNumberOfQmnistIsTheLabel() {
        Path data = fetch("qmnist", "qmnist", FakeSets.likeQmnist(), Unpacking.copying("qmnist-"), DIGITS);
        DataSet train = DataDirectory.of(data).readTrain();
        assertArrayEquals(FakeSets.image(6), image(train, 6));
        assertEquals(2, train.label(6));
        assertEquals(3, DataDirectory.of(data).readTest().label(7));
        assertEquals(10, train.classes());
    }

    @Test
    void uspsIsTextInBzip2() {
        Path data = fetch("usps", "usps", FakeSets.likeUsps(), new UspsText("usps.bz2", "usps.t.bz2"), DIGITS);
        DataSet train = DataDirectory.of(data).readTrain();
        assertEquals(List.of(16, 16, FakeSets.TRAIN), List.of(train.rows(), train.columns(), train.size()));
        byte[] expected = new byte[256];
        expected[13] = (byte) 255;
        expected[255] = (byte) 191; // half the ink above the middle: 0.75 * 255
        assertArrayEquals(expected, image(train, 13));
        assertEquals(3, train.label(13));
        assertEquals(FakeSets.TEST, DataDirectory.of(data).readTest().size());
        assertFalse(Files.exists(scratch.resolve("downloads")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11 1:0\n",
                "0 1:0\n",
                "3 257:1\n",
                "3 0:1\n",
                "3 1:7\n",
                "3 1:NaN\n",
                "3 x\n",
                "\n",
                "3 99999999999:1\n"
            })
    void aLineThatIsNoDigitIsRefusedWithItsNumber(String line) {
        NnException refusal = assertThrows(
                NnException.class,
                () -> fetch("usps", "usps", FakeSets.likeUsps(line), new UspsText("usps.bz2", "usps.t.bz2"), DIGITS));
        assertEquals(Kind.BAD_INPUT, refusal.kind());
        assertTrue(
                refusal.getMessage()
                        .startsWith(scratch.resolve("downloads/usps/usps.bz2") + ": line 21 is no digit of USPS"),
                refusal.getMessage());
        assertFalse(Files.exists(scratch.resolve("usps")));
    }

    @Test
    void thePublishedSetsHaveAChecksumForEachFileAndNamesForEachClass() {
        Catalog catalog = Catalog.published();
        assertEquals(
                "mnist fashion-mnist kmnist emnist-digits emnist-letters emnist-balanced qmnist usps",
                String.join(" ", catalog.names()));
        for (PublishedSet set : catalog.sets()) {
            assertTrue(set.mirrors().stream().allMatch(mirror -> mirror.matches("https?://.*/")), set::name);
            assertTrue(
                    set.files().stream().allMatch(file -> file.checksum().hex().matches("[0-9a-f]{32}")), set::name);
        }
        assertEquals(
                "sneaker",
                catalog.find("fashion-mnist")
                        .orElseThrow()
                        .classes()
                        .orElseThrow()
                        .byLabel()
                        .get(7));
        assertEquals(
                "z",
                catalog.find("emnist-letters")
                        .orElseThrow()
                        .classes()
                        .orElseThrow()
                        .byLabel()
                        .get(26));
        assertEquals(
                "t",
                catalog.find("emnist-balanced")
                        .orElseThrow()
                        .classes()
                        .orElseThrow()
                        .byLabel()
                        .get(46));
    }
}
