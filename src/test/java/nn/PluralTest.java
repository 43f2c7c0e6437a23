package nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PluralTest {

    @Test
    void onlyOneStandsInTheSingular() {
        assertEquals("0 epochs", Plural.of(0, "epoch"));
        assertEquals("1 epoch", Plural.of(1, "epoch"));
        assertEquals("10 classes", Plural.of(10, "class"));
        assertEquals("1,200 epochs", Plural.of(1200, "epoch"));
    }
}
