package nn.exchange.npy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nn.HostileInput;
import nn.NnException;
import nn.NnException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arrays of NumPy. The bytes are written out here, not by the classes that are tested. */
class NpzTest {

    private static final int MOST = 1000;

    @TempDir
    private Path scratch;

    /** A file of version 1: the magic, the length of the header, the header, the numbers in hexadecimal. */
    private static byte[] npy(String header, String numbers) {
        return npy(1, header, HexFormat.of().parseHex(numbers.replace(" ", "")));
    }

    private static byte[] npy(int version, String header, byte[] numbers) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(12 + text.length + numbers.length);
        bytes.put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) version)
                .put((byte) 0);
        if (version == 1) {
            bytes.putShort(Short.reverseBytes((short) text.length));
        } else {
            bytes.putInt(Integer.reverseBytes(text.length));
        }
        return Arrays.copyOf(bytes.put(text).put(numbers).array(), bytes.position());
    }

    private Path npz(String name, byte[] content) {
        Path file = scratch.resolve("a.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return file;
    }

    private NpyArray read(byte[] content) throws IOException {
        try (NpzFile file = NpzFile.open(npz("a.npy", content))) {
            return file.read("a", MOST);
        }
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
        NpyArray array = read(npy("{'descr': '" + descr + "', 'fortran_order': False, 'shape': (2,), }\n", numbers));
        assertEquals(List.of(2), array.shape());
        assertArrayEquals(new double[] {first, second}, array.values());
    }

    @Test
    void fortranOrderIsTurnedIntoCOrder() throws IOException {
        NpyArray array = read(npy("{'descr': '|u1', 'fortran_order': True, 'shape': (2, 3), }", "00 0a 01 0b 02 0c"));
        assertEquals(List.of(2, 3), array.shape());
        assertArrayEquals(new double[] {0, 1, 2, 10, 11, 12}, array.values());
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void headersOfAllVersionsAreRead(int version) throws IOException {
        String header = "{'fortran_order': False, 'shape': (), 'descr': '<i2'}";
        assertArrayEquals(
                new double[] {7}, read(npy(version, header, new byte[] {7, 0})).values());
    }

    @Test
    void writtenArraysAreReadAgainAndEqualArraysGiveEqualBytes() throws IOException {
        Path first = scratch.resolve("first.npz");
        Path second = scratch.resolve("second.npz");
        for (Path file : List.of(first, second)) {
            try (NpzWriter writer = new NpzWriter(Files.newOutputStream(file))) {
                writer.add("W1", new float[] {1, 2, 3, 4, 5, -0.5f}, 2, 3);
                writer.add("y", NpyHeader.of(NpyType.UINT8, 3), out -> out.write(new byte[] {1, 2, (byte) 200}));
            }
        }
        assertEquals(-1, Files.mismatch(first, second));
        try (NpzFile file = NpzFile.open(first)) {
            assertEquals(List.of("W1", "y"), file.names());
            assertEquals(List.of(2, 3), file.read("W1", MOST).shape());
            assertArrayEquals(
                    new double[] {1, 2, 3, 4, 5, -0.5}, file.read("W1", MOST).values());
            assertArrayEquals(new double[] {1, 2, 200}, file.read("y", MOST).values());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "{'descr': '|O', 'fortran_order': False, 'shape': (1,), } # Python objects (a pickle)",
                "{'descr': [('a', '<i2')], 'fortran_order': False, 'shape': (1,), } # several fields",
                "{'descr': '<U3', 'fortran_order': False, 'shape': (1,), } # the type '<U3'",
                "{'descr': '<c8', 'fortran_order': False, 'shape': (1,), } # the type '<c8'",
                "{'descr': '|u1', 'fortran_order': False, 'shape': (99999999999,), } # the shape (99999999999,)",
                "{'descr': '|u1', 'fortran_order': False, 'shape': (2147483647, 2147483647, 2147483647), } # the shape",
                "{'descr': '|u1', 'fortran_order': False, 'shape': (1001,), } # has 1001 numbers; the most is 1000",
                "{'descr': '|u1', 'fortran_order': False, 'shape': (900,), } # is cut off",
                "{'descr': '|u1', 'shape': (1,), } # has a header that cannot be read",
                "nothing # has a header that cannot be read"
            })
    void whatIsNoArrayOfNumbersIsRefusedWithTheReason(String header, String reason) {
        NnException refusal = assertThrows(NnException.class, () -> read(npy(header, "00")));
        assertEquals(Kind.BAD_INPUT, refusal.kind());
        assertTrue(refusal.getMessage().startsWith(scratch.resolve("a.npz") + ": its array a "), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
        assertTrue(refusal.getMessage().matches("[^\n]+; [^\n]+"), refusal.getMessage());
    }

    @Test
    void aMissingArrayIsNamedWithThoseThatAreThere() throws IOException {
        try (NpzFile file = NpzFile.open(npz("x_train.npy", new byte[1]))) {
            NnException refusal = assertThrows(NnException.class, () -> file.open("y_train"));
            assertTrue(refusal.getMessage().contains("has no array y_train; it has x_train;"), refusal.getMessage());
        }
    }

    @Test
    void aFileThatIsNoArchiveIsRefused() throws IOException {
        Path file = Files.write(scratch.resolve("no.npz"), new byte[] {1, 2, 3});
        NnException refusal = assertThrows(NnException.class, () -> NpzFile.open(file));
        assertEquals(Kind.BAD_INPUT, refusal.kind());
        assertTrue(refusal.getMessage().startsWith(file + ": is no .npz file"), refusal.getMessage());
    }

    /** A header may promise more than the archive can hold: memory is only taken for what is wanted at most. */
    @Test
    void noDamagedArchiveTakesMuchMemoryOrFailsOtherwise() throws Throwable {
        byte[] whole = Files.readAllBytes(
                npz("a.npy", npy(1, "{'descr': '<f4', 'fortran_order': True, 'shape': (5, 8, 25), }", new byte[4000])));
        SplittableRandom random = new SplittableRandom(1);
        for (int trial = 0; trial < 300; trial++) {
            byte[] damaged = Arrays.copyOf(whole, trial % 3 == 0 ? random.nextInt(whole.length) : whole.length);
            for (int change = 0; change < 3 && damaged.length > 0; change++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            Path file = scratch.resolve("damaged.npz");
            Files.write(file, damaged);
            HostileInput.survives(Kind.BAD_INPUT, 2 << 20, () -> {
                try (NpzFile archive = NpzFile.open(file)) {
                    for (String name : archive.names()) {
                        archive.read(name, MOST);
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
            try (NpzFile archive = NpzFile.open(file);
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
