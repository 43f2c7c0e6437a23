package nn.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CountedTest {

    @Test
    void onlyOneStandsInTheSingular() {
        assertEquals("0 epochs", Counted.of(0, "epoch"));
        assertEquals("1 epoch", Counted.of(1, "epoch"));
        assertEquals("1,200 epochs", Counted.of(1200, "epoch"));
    }
}
