package nn.exchange.npy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import nn.HostileInput;
import nn.NnException;
import nn.NnException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arrays of NumPy. The bytes are written out here, not by the classes that are tested. */
class NpzFileTest {

    @TempDir
    private Path scratch;

    private NpzFile open(NpyArrays arrays) throws IOException {
        return NpzFile.open(Files.write(scratch.resolve("a.npz"), arrays.zip()), Kind.BAD_INPUT);
    }

    private static NpyArrays array(String header, byte[] numbers) {
        return new NpyArrays().with("a", 1, header, numbers);
    }

    private NumberArray read(NpyArrays arrays) throws IOException {
        try (NpzFile file = open(arrays)) {
            return file.read("a");
        }
    }

    private static byte[] hex(String bytes) {
        return HexFormat.of().parseHex(bytes.replace(" ", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "|b1, 00 01, 0, 1",
        "|u1, 00 ff, 0, 255",
        "|i1, 7f 80, 127, -128",
        "<i2, 0100 ffff, 1, -1",
        ">i2, 0001 8000, 1, -32768",
        "<u2, 0100 ffff, 1, 65535",
        "<i4, 01000000 ffffffff, 1, -1",
        ">u4, 00000001 ffffffff, 1, 4294967295",
        "<i8, 0200000000000000 ffffffffffffffff, 2, -1",
        "<u8, 0200000000000000 0000000000000080, 2, 9223372036854775808",
        "<f2, 003c 00c2, 1, -3",
        ">f2, 3555 0001, 0.333251953125, 5.9604644775390625e-8",
        "<f4, 0000003f 000020c1, 0.5, -10",
        ">f8, 3fb999999999999a 7ff0000000000000, 0.1, Infinity"
    })
    void allTypesAndByteOrdersAreRead(String descr, String numbers, double first, double second) throws IOException {
        NpyArrays arrays = new NpyArrays().with("a", descr, "2,", hex(numbers));
        try (NpzFile file = open(arrays);
                NpyStream stream = file.open("a")) {
            assertEquals(List.of(2), stream.header().shape());
            assertEquals(first, stream.next());
            assertEquals(second, stream.next());
            assertThrows(IllegalStateException.class, stream::next);
        }
        assertArrayEquals(
                new float[] {(float) first, (float) second}, read(arrays).values());
    }

    /** The smallest and the largest half, and the largest below the normal ones (IEEE 754). */
    @Test
    void halfPrecisionIsExact() throws IOException {
        assertArrayEquals(
                new float[] {0x1p-24f, 65504, -1023 * 0x1p-24f},
                read(new NpyArrays().with("a", "<f2", "3,", hex("0100 ff7b ff83")))
                        .values());
    }

    @Test
    void fortranOrderIsTurnedIntoCOrder() throws IOException {
        NumberArray array =
                read(array("{'descr': '|u1', 'fortran_order': True, 'shape': (2, 3), }", hex("00 0a 01 0b 02 0c")));
        assertEquals(List.of(2, 3), array.shape());
        assertArrayEquals(new float[] {0, 1, 2, 10, 11, 12}, array.values());
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void headersOfAllVersionsAreRead(int version) throws IOException {
        String header = "{'fortran_order': False, 'shape': (), 'descr': '<i2'}";
        assertArrayEquals(
                new float[] {7},
                read(new NpyArrays().with("a", version, header, new byte[] {7, 0}))
                        .values());
    }

    @Test
    void textsAreRead() throws IOException {
        byte[] texts = "relu\0\0\0\0\u00e9\0\0\0".getBytes(Charset.forName("UTF-32LE"));
        byte[] big = "softmax".getBytes(Charset.forName("UTF-32BE"));
        try (NpzFile file = open(new NpyArrays()
                .with("a", "<U4", "3,", texts)
                .with("one", ">U7", "", big)
                .with("none", "<U0", "2147483647,", new byte[0])
                .with("number", "|u1", "1,", new byte[1]))) {
            assertTrue(file.isText("a"));
            assertFalse(file.isText("number"));
            assertEquals(List.of("relu", "", "\u00e9"), file.readTexts("a"));
            assertEquals(List.of("softmax"), file.readTexts("one"));
            assertEquals(List.of(), file.readTexts("none"));
            refused("its array number holds numbers, not text", () -> file.readTexts("number"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "<U1 # 2147483647, # has 2147483647 characters; the most is",
                "<U4 # 1, 1 # has texts of the shape [1, 1], not a list",
                "<U4 # 1, # has a text that is not Unicode",
                "<U99999999999 # 1, # has the shape (1,), which cannot be"
            })
    void whatIsNoListOfTextsIsRefusedWithTheReason(String type, String shape, String reason) throws IOException {
        try (NpzFile file = open(new NpyArrays().with("a", type, shape, hex("ffffff7f".repeat(4))))) {
            refused("its array a " + reason, () -> file.readTexts("a"));
        }
    }

    private void refused(String reason, Executable reading) {
        NnException refusal = assertThrows(NnException.class, reading);
        assertEquals(Kind.BAD_INPUT, refusal.kind());
        assertTrue(refusal.getMessage().startsWith(scratch.resolve("a.npz") + ": " + reason), refusal.getMessage());
        assertTrue(refusal.getMessage().matches("[^\n]+; [^\n]+"), refusal.getMessage());
    }

    @Test
    void writtenArraysAreReadAgainAndEqualArraysGiveEqualBytes() throws IOException {
        Path first = scratch.resolve("first.npz");
        Path second = scratch.resolve("second.npz");
        for (Path file : List.of(first, second)) {
            try (NpzWriter writer = new NpzWriter(Files.newOutputStream(file))) {
                writer.add("W1", new float[] {1, 2, 3, 4, 5, -0.5f}, 2, 3);
                writer.add("names", List.of("seven", "", "\u00e9"));
                writer.add("y", NpyHeader.of(NpyType.UINT8, 3), out -> out.write(new byte[] {1, 2, (byte) 200}));
            }
        }
        assertEquals(-1, Files.mismatch(first, second));
        try (NpzFile file = NpzFile.open(first, Kind.BAD_INPUT)) {
            assertEquals(List.of("W1", "names", "y"), file.names());
            assertEquals(List.of(2, 3), file.read("W1").shape());
            assertArrayEquals(
                    new float[] {1, 2, 3, 4, 5, -0.5f}, file.read("W1").values());
            assertEquals(List.of("seven", "", "\u00e9"), file.readTexts("names"));
            assertArrayEquals(new float[] {1, 2, 200}, file.read("y").values());
        }
    }

    /** As {@code numpy.save} writes it: the header is padded so that the numbers start at a multiple of 64 bytes. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "FLOAT32 # 35 20 # {'descr': '<f4', 'fortran_order': False, 'shape': (35, 20), }",
                "INT64 # 2 # {'descr': '<i8', 'fortran_order': False, 'shape': (2,), }",
                "FLOAT64 # # {'descr': '<f8', 'fortran_order': False, 'shape': (), }",
                "CHARACTER # 3 7 # {'descr': '<U7', 'fortran_order': False, 'shape': (3,), }"
            })
    void headersAreWrittenAsNumPyDoes(NpyType type, String sizes, String text) throws IOException {
        Integer[] shape = sizes == null
                ? new Integer[0]
                : Arrays.stream(sizes.split(" ")).map(Integer::valueOf).toArray(Integer[]::new);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        NpyHeader.of(type, shape).write(out);
        assertArrayEquals(
                hex("93 4e554d5059 01 00 76 00"), Arrays.copyOf(out.toByteArray(), 10), "version 1, 118 bytes of text");
        assertEquals(
                text + " ".repeat(117 - text.length()) + "\n",
                out.toString(StandardCharsets.ISO_8859_1).substring(10));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "{'descr': '|O', 'fortran_order': False, 'shape': (1,), } # Python objects (a pickle)",
                "{'descr': [('a', '<i2')], 'fortran_order': False, 'shape': (1,), } # several fields",
                "{'descr': '<U3', 'fortran_order': False, 'shape': (1,), } # holds text, not numbers",
                "{'descr': '<U', 'fortran_order': False, 'shape': (1,), } # the type '<U'",
                "{'descr': '<f16', 'fortran_order': False, 'shape': (1,), } # the type '<f16'",
                "{'descr': '<c8', 'fortran_order': False, 'shape': (1,), } # the type '<c8'",
                "{'descr': '|u1', 'fortran_order': False, 'shape': (99999999999,), } # the shape (99999999999,)",
                "{'descr': '|u1', 'fortran_order': False, 'shape': (2147483647, 2147483647, 2147483647), } # the shape",
                "{'descr': '|u1', 'fortran_order': False, 'shape': (), } # goes on after the numbers that its header announces",
                "{'descr': '|u1', 'fortran_order': False, 'shape': (900,), } # is cut off",
                "{'descr': '|u1', 'shape': (1,), } # has a header that cannot be read",
                "nothing # has a header that cannot be read"
            })
    void whatIsNoArrayOfNumbersIsRefusedWithTheReason(String header, String reason) {
        NnException refusal = assertThrows(NnException.class, () -> read(array(header, new byte[2])));
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
        refused("its array a ", () -> read(array(header, new byte[2])));
    }

    /** An array promises much, or holds 40 megabytes of zeros in 40 kilobytes. */
    @Test
    void wholeArraysTakeOnlyWhatTheArchivePlausiblyHolds() throws Throwable {
        for (byte[] numbers : new byte[][] {new byte[8], new byte[40_000_000]}) {
            try (NpzFile file = open(new NpyArrays().with("a", "<f4", "10000000,", numbers))) {
                HostileInput.survives(
                        Kind.BAD_INPUT,
                        1 << 20,
                        () -> refused("unpacks to 36 MB or more, far more than its size", () -> file.read("a")));
            }
        }
        try (NpzFile file = open(new NpyArrays().with("a", "<f4", "3000000,", new byte[12_000_000]))) {
            assertEquals(3_000_000, file.read("a").values().length);
            refused("unpacks to 8 MB or more", () -> file.read("a"));
        }
    }

    /** A network of zeros may be as large as any other. */
    @Test
    void whateverFloatsAreWrittenAreReadAgain() throws IOException {
        Path file = scratch.resolve("zeros.npz");
        try (NpzWriter writer = new NpzWriter(Files.newOutputStream(file))) {
            writer.add("W1", new float[5_000_000], 5_000_000);
        }
        try (NpzFile npz = NpzFile.open(file, Kind.BAD_INPUT)) {
            assertArrayEquals(new float[5_000_000], npz.read("W1").values());
        }
    }

    @Test
    void entriesThatAreNoArraysAreLeftOutOrRefused() throws IOException {
        try (NpzFile file = open(new NpyArrays().raw("x.txt", new byte[3]).with("a", "|u1", "1,", new byte[1]))) {
            assertEquals(List.of("a"), file.names());
            refused("has the entry \"x.txt\", which is no array of NumPy", file::requireOnlyArrays);
        }
    }

    @Test
    void aMissingArrayIsNamedWithThoseThatAreThere() throws IOException {
        try (NpzFile file = open(new NpyArrays().raw("x_train.npy", new byte[1]))) {
            refused("has no array y_train; it has x_train;", () -> file.open("y_train"));
        }
    }

    /** Names of entries are UTF-8; this one is not. */
    @Test
    void aNameThatIsNotUtf8IsRefused() throws IOException {
        byte[] zip = new NpyArrays().raw("\u00e9.npy", new byte[1]).zip();
        for (int i = 0; i < zip.length - 1; i++) {
            if ((zip[i] & 0xff) == 0xc3 && (zip[i + 1] & 0xff) == 0xa9) {
                zip[i + 1] = '-';
            }
        }
        Path file = Files.write(scratch.resolve("a.npz"), zip);
        refused("is no .npz file (", () -> NpzFile.open(file, Kind.BAD_INPUT));
    }

    @Test
    void aFileThatIsNoArchiveIsRefused() throws IOException {
        Path file = Files.write(scratch.resolve("no.npz"), new byte[] {1, 2, 3});
        NnException refusal = assertThrows(NnException.class, () -> NpzFile.open(file, Kind.BAD_CHECKPOINT));
        assertEquals(Kind.BAD_CHECKPOINT, refusal.kind());
        assertTrue(refusal.getMessage().startsWith(file + ": is no .npz file"), refusal.getMessage());
    }

    /** A header may promise more than the archive can hold: memory is only taken for what is wanted at most. */
    @Test
    void noDamagedArchiveTakesMuchMemoryOrFailsOtherwise() throws Throwable {
        byte[] whole = array("{'descr': '<f4', 'fortran_order': True, 'shape': (5, 8, 25), }", new byte[4000])
                .zip();
        SplittableRandom random = new SplittableRandom(1);
        for (int trial = 0; trial < 300; trial++) {
            byte[] damaged = Arrays.copyOf(whole, trial % 3 == 0 ? random.nextInt(whole.length) : whole.length);
            for (int change = 0; change < 3 && damaged.length > 0; change++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            Path file = scratch.resolve("damaged.npz");
            Files.write(file, damaged);
            HostileInput.survives(Kind.BAD_INPUT, 18 << 20, () -> {
                try (NpzFile archive = NpzFile.open(file, Kind.BAD_INPUT)) {
                    for (String name : archive.names()) {
                        archive.read(name);
                    }
                }
            });
        }
    }

    /** Twenty megabytes of zeros in twenty kilobytes are read one after another. */
    @Test
    void aBombIsStreamed() throws Throwable {
        Path file = scratch.resolve("bomb.npz");
        byte[] zeros = new byte[1 << 20];
        try (NpzWriter writer = new NpzWriter(Files.newOutputStream(file))) {
            writer.add("x", NpyHeader.of(NpyType.UINT8, 20, 1 << 20), (OutputStream out) -> {
                for (int i = 0; i < 20; i++) {
                    out.write(zeros);
                }
            });
        }
        HostileInput.survives(Kind.BAD_INPUT, 1 << 20, () -> {
            try (NpzFile archive = NpzFile.open(file, Kind.BAD_INPUT);
                    NpyStream numbers = archive.open("x")) {
                double sum = 0;
                for (long i = numbers.header().count(); i > 0; i--) {
                    sum += numbers.next();
                }
                assertEquals(0, sum);
            }
        });
    }
}
