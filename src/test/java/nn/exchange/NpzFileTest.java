package nn.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import nn.HostileInput;
import nn.NnException;
import nn.NnException.Kind;
import nn.model.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All plain NumPy arrays are read, and nothing else is. */
class NpzFileTest {

    private static final long MOST_BYTES = 64L << 20;

    @TempDir
    private Path scratch;

    private Path file(byte[] zip) throws IOException {
        return Files.write(scratch.resolve("weights.npz"), zip);
    }

    private NumberArray read(String type, String shape, byte[] data) throws Exception {
        return NpzFile.read(file(new NpyArrays().with("a", type, shape, data).zip()))
                .numbers()
                .get("a");
    }

    private String refusal(byte[] zip) throws IOException {
        Path file = file(zip);
        return assertThrows(NnException.class, () -> ModelImport.read(file, ImportSettings.NONE, Storage.HEAP_FLOAT))
                .getMessage()
                .replace(file.toString(), "f");
    }

    private static ByteBuffer bytes(int count, ByteOrder order) {
        return ByteBuffer.allocate(count).order(order);
    }

    @Test
    void everyTypeOfNumbersAndBothByteOrdersAreRead() throws Exception {
        ByteOrder little = ByteOrder.LITTLE_ENDIAN;
        ByteOrder big = ByteOrder.BIG_ENDIAN;
        float[] expected = {1.5f, -2};
        // 0x3e00 is 1.5 and 0xc000 is -2 in half precision.
        byte[] halves = bytes(4, little)
                .putShort((short) 0x3e00)
                .putShort((short) 0xc000)
                .array();
        assertArrayEquals(expected, read("<f2", "2,", halves).values());
        assertArrayEquals(
                expected,
                read("<f4", "2,", bytes(8, little).putFloat(1.5f).putFloat(-2).array())
                        .values());
        assertArrayEquals(
                expected,
                read(">f4", "2,", bytes(8, big).putFloat(1.5f).putFloat(-2).array())
                        .values());
        assertArrayEquals(
                expected,
                read("<f8", "2,", bytes(16, little).putDouble(1.5).putDouble(-2).array())
                        .values());
        assertArrayEquals(
                expected,
                read(">f8", "2,", bytes(16, big).putDouble(1.5).putDouble(-2).array())
                        .values());
        assertArrayEquals(
                new float[] {255, 1}, read("|u1", "2,", new byte[] {-1, 1}).values());
        assertArrayEquals(
                new float[] {-1, 1}, read("|i1", "2,", new byte[] {-1, 1}).values());
        assertArrayEquals(
                new float[] {-7},
                read(">i8", "1,", bytes(8, big).putLong(-7).array()).values());
        assertArrayEquals(
                new float[] {65535}, read("<u2", "1,", new byte[] {-1, -1}).values());
    }

    /** The smallest and the largest half, and one below the normal ones (IEEE 754). */
    @Test
    void halfPrecisionIsExact() throws Exception {
        byte[] data = bytes(6, ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 1)
                .putShort((short) 0x7bff)
                .putShort((short) 0x83ff)
                .array();
        assertArrayEquals(
                new float[] {0x1p-24f, 65504, -1023 * 0x1p-24f},
                read("<f2", "3,", data).values());
    }

    @Test
    void anArrayByColumnsIsTurned() throws Exception {
        String header = "{'descr': '|u1', 'fortran_order': True, 'shape': (2, 3), }";
        NumberArray array = NpzFile.read(file(new NpyArrays()
                        .with("a", 3, header, new byte[] {1, 4, 2, 5, 3, 6})
                        .zip()))
                .numbers()
                .get("a");
        assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6}, array.values());
        assertArrayEquals(new int[] {2, 3}, array.shape());
    }

    @Test
    void textsAreRead() throws Exception {
        byte[] data = "relu\0\0\0\0é\0\0\0".getBytes(Charset.forName("UTF-32LE"));
        assertEquals(
                List.of("relu", "", "é"),
                NpzFile.read(file(new NpyArrays().with("a", "<U4", "3,", data).zip()))
                        .texts()
                        .get("a"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "{'descr': '|O', 'fortran_order': False, 'shape': (1,), } # holds Python objects, which are a pickle, and nn never reads those; ",
                "{'descr': '<f16', 'fortran_order': False, 'shape': (1,), } # holds an array of the type f16",
                "{'descr': '<c8', 'fortran_order': False, 'shape': (1,), } # holds an array of the type c8",
                "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1,), } # holds an array with the header",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (4294967296, 4294967296), } # is damaged: an array of the shape",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (2147483647, 2147483647, 2147483647), } # is damaged: an array of the shape",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (200000000,), } # unpacks to 762 MB or more, far more than its size; ",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1000,), } # does not have the 4000 bytes that its header says",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (), } # does not have the 4 bytes that its header says",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1,1,1,1,1,1,1,1,1), } # an array of 9 dimensions"
            })
    void whatIsNoArrayOfNumbersIsRefusedBeforeMemoryIsTaken(String header, String reason) throws Throwable {
        byte[] zip = new NpyArrays().with("W1", 1, header, new byte[8]).zip();
        String refusal = refusal(zip);
        assertTrue(refusal.startsWith("f: ") && refusal.contains(reason), refusal);
        HostileInput.survives(
                Kind.BAD_CHECKPOINT,
                MOST_BYTES,
                () -> ModelImport.read(scratch.resolve("weights.npz"), ImportSettings.NONE, Storage.HEAP_FLOAT));
    }

    /** A gigabyte of zeros in a megabyte. */
    @Test
    void aZipBombIsNotUnpacked() throws Throwable {
        byte[] zip = new NpyArrays()
                .with("W1", "<f4", "50000000,", new byte[200_000_000])
                .zip();
        assertTrue(zip.length < 1_000_000);
        assertTrue(refusal(zip).contains("unpacks to 190 MB or more, far more than its size"));
    }

    @Test
    void numbersThatAreNotFiniteAreRefused() throws IOException {
        byte[] nan = bytes(4, ByteOrder.LITTLE_ENDIAN).putFloat(Float.NaN).array();
        assertTrue(refusal(new NpyArrays().with("W1", "<f4", "1, 1", nan).zip())
                .startsWith("f: holds NaN or infinity in the array \"W1\"; "));
    }

    @Test
    void otherEntriesAndOtherFilesAreRefused() throws IOException {
        assertTrue(refusal(new NpyArrays().raw("x.txt", new byte[3]).zip())
                .startsWith("f: holds \"x.txt\", which is no NumPy array; "));
        assertTrue(refusal(new NpyArrays().raw("x.npy", new byte[30]).zip())
                .startsWith("f: is damaged: it holds something that is no NumPy array; "));
        assertTrue(refusal("no archive".getBytes(StandardCharsets.US_ASCII)).startsWith("f: is damaged: "));
        byte[] whole = new NpyArrays().with("W1", "|u1", "3, 1", new byte[3]).zip();
        assertTrue(refusal(Arrays.copyOf(whole, whole.length - 10)).startsWith("f: is damaged: "));
        assertTrue(refusal(new NpyArrays().zip()).contains("it holds no arrays of numbers"));
    }
}
