package nn.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StopwatchTest {

    @Test
    void timeIsThatOfTheWorkInSeconds() {
        FakeClock clock = FakeClock.still();
        assertEquals(2.5, clock.stopwatch().seconds(() -> clock.pass(2.5)));
    }

    @Test
    void aMomentCanBeMeasuredFromSeveralTimes() {
        FakeClock clock = FakeClock.still();
        Stopwatch stopwatch = clock.stopwatch();
        long start = stopwatch.start();
        clock.pass(1);
        assertEquals(1, stopwatch.secondsSince(start));
        clock.pass(0.25);
        assertEquals(1.25, stopwatch.secondsSince(start));
    }
}
