package nn.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class UnderwayTest {

    @Test
    void theEndWaitsForWhatHasBegunAndLetsNothingBegin() throws InterruptedException {
        Underway underway = new Underway();
        assertTrue(underway.begin());
        Thread finishing = new Thread(() -> underway.finish(60));
        finishing.start();
        while (finishing.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        assertFalse(underway.begin());
        assertEquals(Thread.State.TIMED_WAITING, finishing.getState());
        underway.end();
        finishing.join();
    }

    @Test
    void theEndWaitsNoLongerThanTold() {
        Underway underway = new Underway();
        underway.begin();
        underway.finish(0);
        assertFalse(underway.begin());
    }
}
