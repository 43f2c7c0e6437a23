package nn.serve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryTest {

    private static final int KB = 1 << 10;

    private final Memory memory = new Memory(256 * KB);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1000, 64 * KB - 1, 64 * KB, 64 * KB + 1, 200 * KB})
    void aBodyIsReadWhole(int length) throws IOException {
        byte[] sent = new byte[length];
        for (int i = 0; i < length; i++) {
            sent[i] = (byte) (31 * i);
        }
        for (long announced : new long[] {length, -1}) {
            Memory.Body body = memory.read(new ByteArrayInputStream(sent), announced, 200 * KB);
            assertArrayEquals(sent, body.bytes());
            memory.free(body);
        }
    }

    @Test
    void aBodyLongerThanAllowedIsRefusedAnnouncedOrNot() {
        for (long announced : new long[] {101, -1}) {
            assertEquals(413, refusal(101, announced, 100));
        }
    }

    @Test
    void bodiesTogetherHaveABoundAndFreeTheirMemory() throws IOException {
        Memory.Body first = memory.read(new ByteArrayInputStream(new byte[200 * KB]), 200 * KB, 200 * KB);
        for (int i = 0; i < 3; i++) {
            assertEquals(429, refusal(100 * KB, 100 * KB, 200 * KB), "a refused one keeps nothing");
        }
        memory.free(first);
        memory.free(memory.read(new ByteArrayInputStream(new byte[200 * KB]), -1, 200 * KB));
    }

    private int refusal(int length, long announced, int most) {
        return assertThrows(
                        Refusal.class, () -> memory.read(new ByteArrayInputStream(new byte[length]), announced, most))
                .status();
    }
}
