package nn.image.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A decoder may ask for what is not there, but not for ever. */
class FiniteInputTest {

    private static final int FILE = 20_000;
    private static final int ENDS = 10_000;

    private static int read(FiniteInput in, boolean oneByOne) throws IOException {
        return oneByOne ? in.read() : in.read(new byte[1], 0, 1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theEndIsMetTenThousandTimesAtMost(boolean oneByOne) throws IOException {
        try (FiniteInput in = new FiniteInput(new byte[FILE])) {
            for (int i = 0; i < FILE; i++) {
                assertEquals(oneByOne ? 0 : 1, read(in, oneByOne));
            }
            for (int i = 0; i < ENDS; i++) {
                assertEquals(-1, read(in, oneByOne));
                assertEquals(0, in.read(new byte[1], 0, 0), "nothing was asked for");
            }
            assertEquals(
                    "cut short",
                    assertThrows(UnreadablePicture.class, () -> read(in, oneByOne))
                            .getMessage());
        }
    }
}
