package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class CheckpointIntervalTest {

    private static CheckpointInterval of(String text) {
        return new CheckpointInterval.Converter().convert(text);
    }

    @Test
    void isATimeOrANumberOfSteps() {
        assertEquals(new CheckpointInterval(0, 200_000_000L), of("200ms"));
        assertEquals(new CheckpointInterval(0, 30_000_000_000L), of("30s"));
        assertEquals(new CheckpointInterval(0, 300_000_000_000L), of("5m"));
        assertEquals(new CheckpointInterval(0, 3_600_000_000_000L), of("1h"));
        assertEquals(new CheckpointInterval(1000, 0), of("1000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0s", "-1", "1d", "9999999s", "s", "1.5s", "1 s", "01", "9999999999", "٣s"})
    void isNothingElse(String text) {
        assertThrows(TypeConversionException.class, () -> of(text));
    }

    @Test
    void isDueAfterSoManyStepsOrSoMuchTime() {
        assertFalse(of("3").due(2, Long.MAX_VALUE));
        assertTrue(of("3").due(3, 0));
        assertFalse(of("1s").due(Long.MAX_VALUE, 999_999_999));
        assertTrue(of("1s").due(1, 1_000_000_000));
    }
}
