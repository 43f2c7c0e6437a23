package nn.train.fast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartsTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 7})
    void eachRowIsInOnePartAndThePartsAreAboutAsLarge(int count) {
        Parts parts = new Parts(count);
        for (int rows : new int[] {0, 1, 2, 5, 11, 785, 1 << 20}) {
            int next = 0;
            for (int part = 0; part < count; part++) {
                assertEquals(next, parts.part(part).first(rows));
                assertTrue(Math.abs(parts.part(part).size(rows) - (double) rows / count) < 1);
                next += parts.part(part).size(rows);
            }
            assertEquals(rows, next);
        }
    }
}
