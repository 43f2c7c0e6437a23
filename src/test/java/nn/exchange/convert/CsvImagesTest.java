package nn.exchange.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import nn.HostileInput;
import nn.NnException.Kind;
import nn.exchange.PixelRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables that nobody vouches for. What can be read is tested with the command. */
class CsvImagesTest {

    @TempDir
    private Path scratch;

    /** Else a full disk would look like a bad table. */
    @Test
    void aFailureOfTheOneWhoWritesIsNotTakenForOneOfTheTable() {
        Path file = HostileInput.file(scratch, "good.csv", "1,0,0,0,0\n".getBytes());
        UncheckedIOException full = new UncheckedIOException(new IOException("No space left on device"));
        CsvImages images = new CsvImages(file, 0, PixelRange.BYTES);
        assertEquals(
                full,
                assertThrows(
                        UncheckedIOException.class,
                        () -> images.forEach((example, pixels) -> {
                            throw full;
                        })));
    }

    @Test
    void noDamagedTableTakesMuchMemoryOrFailsOtherwise() throws Throwable {
        byte[] whole = "label,a,b,c,d\n1,0,0,0,0\n2,255,1,1,1\n\"x\",1,2,3,4\n"
                .repeat(3)
                .getBytes();
        SplittableRandom random = new SplittableRandom(2);
        for (int trial = 0; trial < 500; trial++) {
            byte[] damaged = Arrays.copyOf(whole, trial % 3 == 0 ? random.nextInt(whole.length) : whole.length);
            for (int change = 0; change < 1 + trial % 4 && damaged.length > 0; change++) {
                damaged[random.nextInt(damaged.length)] =
                        (byte) (trial % 2 == 0 ? random.nextInt() : "\",\n0;\t-e.".charAt(random.nextInt(9)));
            }
            Path file = HostileInput.file(scratch, "damaged.csv", damaged);
            HostileInput.survives(
                    Kind.BAD_INPUT,
                    32 << 20,
                    () -> new CsvImages(file, 0, PixelRange.BYTES).forEach((example, pixels) -> {}));
        }
    }

    /** A quote that is never closed would make one field of the whole file. */
    @Test
    void anEndlessFieldIsRefused() throws Throwable {
        Path file = HostileInput.file(scratch, "long.csv", ("1,\"" + "0".repeat(20_000_000)).getBytes());
        HostileInput.survives(
                Kind.BAD_INPUT,
                64 << 20,
                () -> new CsvImages(file, 0, PixelRange.BYTES).forEach((example, pixels) -> {}));
        Path many = HostileInput.file(scratch, "many.csv", ("1" + ",0".repeat(10_000_000)).getBytes());
        HostileInput.survives(
                Kind.BAD_INPUT,
                64 << 20,
                () -> new CsvImages(many, 0, PixelRange.BYTES).forEach((example, pixels) -> {}));
    }
}
