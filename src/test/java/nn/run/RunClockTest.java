package nn.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nn.checkpoint.RunTime;
import org.junit.jupiter.api.Test;

class RunClockTest {

    private static final double SECOND = 1e9;

    private long now = -5;

    private final RunClock clock = new RunClock(() -> now);

    private void passes(double seconds) {
        now += (long) (seconds * SECOND);
    }

    @Test
    void aNetworkHasItsShareOfWhatIsLeft() {
        passes(10);
        clock.begin(0.5, 30);
        passes(5);
        assertEquals(0.5, clock.usedShare(), 1e-9);
        assertEquals(5, clock.secondsLeft(), 1e-9);
        passes(6);
        assertEquals(1, clock.usedShare());
        assertEquals(0, clock.secondsLeft());
    }

    @Test
    void aClockThatGoesBackTakesNoTimeBack() {
        passes(2);
        clock.begin(1, 12);
        passes(4);
        double share = clock.usedShare();
        RunTime time = clock.time();
        passes(-3600);
        assertEquals(share, clock.usedShare());
        assertEquals(6, clock.secondsLeft(), 1e-9);
        assertEquals(time, clock.time());
        assertTrue(time.usedSeconds() > 0 && time.networkStart() <= time.usedSeconds(), time::toString);
    }

    @Test
    void theNextProcessGoesOnFromWhatWasUsed() {
        clock.restore(new RunTime(50, 40, 60));
        passes(2);
        assertEquals(0.6, clock.usedShare(), 1e-9);
        assertEquals(52, clock.time().usedSeconds(), 1e-9);
    }

    @Test
    void withoutALimitNoTimeIsUsed() {
        passes(1000);
        assertEquals(0, clock.usedShare());
        assertEquals(RunTime.NONE, clock.time());
    }
}
