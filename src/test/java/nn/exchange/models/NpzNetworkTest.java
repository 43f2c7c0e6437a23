package nn.exchange.models;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import nn.HostileInput;
import nn.NnException;
import nn.NnException.Kind;
import nn.exchange.npy.NpyArrays;
import nn.model.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A network is made of plain arrays of numbers and of texts, and of nothing else. */
class NpzNetworkTest {

    private static final long MOST_BYTES = 64L << 20;

    @TempDir
    private Path scratch;

    private String refusal(byte[] zip) throws IOException {
        Path file = Files.write(scratch.resolve("weights.npz"), zip);
        return assertThrows(NnException.class, () -> ModelImport.read(file, ImportSettings.NONE, Storage.HEAP_FLOAT))
                .getMessage()
                .replace(file.toString(), "f");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "{'descr': '|O', 'fortran_order': False, 'shape': (1,), } # holds Python objects (a pickle), which could run any program",
                "{'descr': '<f16', 'fortran_order': False, 'shape': (1,), } # has elements of the type '<f16', not numbers",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (4294967296, 4294967296), } # has the shape (4294967296",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (2147483647, 2147483647, 2147483647), } # has the shape (",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (200000000,), } # unpacks to 760 MB or more, far more than its size; ",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1000,), } # is cut off",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (), } # goes on after the numbers that its header announces",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1,1,1,1,1,1,1,1,2), } # has the shape [1, 1, 1, 1, 1, 1, 1, 1, 2]"
            })
    void whatIsNoArrayOfWeightsIsRefusedBeforeMemoryIsTaken(String header, String reason) throws Throwable {
        String refusal =
                refusal(new NpyArrays().with("W1", 1, header, new byte[8]).zip());
        assertTrue(refusal.startsWith("f: ") && refusal.contains(reason), refusal);
        HostileInput.survives(
                Kind.BAD_CHECKPOINT,
                MOST_BYTES,
                () -> ModelImport.read(scratch.resolve("weights.npz"), ImportSettings.NONE, Storage.HEAP_FLOAT));
    }

    @Test
    void numbersThatAreNotFiniteAreRefused() throws IOException {
        // Not a number, little-endian.
        byte[] nan = {0, 0, (byte) 0xc0, 0x7f};
        assertTrue(refusal(new NpyArrays().with("W1", "<f4", "1, 1", nan).zip())
                .startsWith("f: holds NaN or infinity in the array \"W1\"; "));
    }

    @Test
    void otherEntriesAndOtherFilesAreRefused() throws IOException {
        assertTrue(refusal(new NpyArrays().raw("x.txt", new byte[3]).zip())
                .startsWith("f: has the entry \"x.txt\", which is no array of NumPy; "));
        assertTrue(refusal(new NpyArrays().raw("x.npy", new byte[30]).zip())
                .startsWith("f: its array x is no array of NumPy; "));
        assertTrue(refusal("no archive".getBytes(StandardCharsets.US_ASCII)).startsWith("f: is no .npz file ("));
        byte[] whole = new NpyArrays().with("W1", "|u1", "3, 1", new byte[3]).zip();
        assertTrue(refusal(Arrays.copyOf(whole, whole.length - 10)).startsWith("f: is no .npz file ("));
        assertTrue(refusal(new NpyArrays().zip()).contains("it holds no arrays of numbers"));
    }
}
