package nn.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nn.report.page.History.Network;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final String HEADER =
            "epoch,loss,validation_loss,validation_accuracy,validation_errors,learning_rate,"
                    + "images_per_second,seconds,best,member,refit";

    @Test
    void theEpochsOfEachNetworkStayTogether() {
        History history = History.parse(List.of(
                HEADER,
                "1,0.5,0.25,0.975,5,0.001,100,1.5,true,1,false",
                "2,0.4,0.3,0.97,6,0.0005,100,1.5,false,1,false",
                "1,0.6,,,,0.001,100,2,true,2,true"));
        assertEquals(2, history.networks().size());
        Network first = history.networks().get(0);
        assertEquals(
                new History.Epoch(1, 0.5, 0.25, 0.975, 0.001, 1.5, true),
                first.epochs().get(0));
        assertEquals(2, first.epochs().size());
        Network second = history.networks().get(1);
        assertEquals(2, second.member());
        assertTrue(second.refit());
        assertTrue(Double.isNaN(second.epochs().get(0).validationAccuracy()));
    }

    @Test
    void aFileOfAnOlderVersionIsOfOneNetwork() {
        History history = History.parse(List.of("epoch,loss,best", "1,0.5,true", "2,0.4,true"));
        assertEquals(1, history.networks().size());
        assertEquals(1, history.networks().get(0).member());
    }

    @Test
    void otherTextsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> History.parse(List.of()));
        assertThrows(IllegalArgumentException.class, () -> History.parse(List.of(HEADER, "1,2")));
        assertThrows(IllegalArgumentException.class, () -> History.parse(List.of("epoch,loss", "one,0.5")));
        assertThrows(IllegalArgumentException.class, () -> History.parse(List.of("loss", "0.5")));
    }
}
