package nn.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WorkerTeamTest {

    /** The plain array is the point: what workers write must be seen, and what the caller writes too, without more ado. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void eachWorkerRunsExactlyOnceThousandsOfTimes(int size) {
        int[] runs = new int[size];
        int[] seen = new int[size];
        int[] round = new int[1];
        try (WorkerTeam team = new WorkerTeam(size)) {
            for (int i = 1; i <= 3_000; i++) {
                round[0] = i;
                team.run(worker -> {
                    runs[worker]++;
                    seen[worker] = round[0];
                });
                for (int worker = 0; worker < size; worker++) {
                    assertEquals(i, runs[worker], "runs of worker " + worker);
                    assertEquals(i, seen[worker], "round that worker " + worker + " saw");
                }
            }
        }
    }

    @Test
    void workersThatSleptWakeAgain() throws InterruptedException {
        AtomicInteger runs = new AtomicInteger();
        try (WorkerTeam team = new WorkerTeam(2)) {
            for (int i = 0; i < 20; i++) {
                Thread.sleep(5);
                team.run(worker -> runs.incrementAndGet());
            }
        }
        assertEquals(40, runs.get());
    }

    /** All of it is done, once each, and what it wrote is seen after the run in which it was completed. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void workersThatWaitDoSpareWork(int size) {
        int[] done = new int[64];
        AtomicInteger next = new AtomicInteger(done.length);
        IntPredicate spare = worker -> {
            int piece = next.get() < done.length ? next.getAndIncrement() : done.length;
            if (piece < done.length) {
                done[piece]++;
            }
            return piece < done.length;
        };
        try (WorkerTeam team = new WorkerTeam(size)) {
            team.whileWaiting(spare);
            for (int i = 1; i <= 2_000; i++) {
                next.set(0);
                int late = i % size;
                team.run(worker -> {
                    for (int turn = 0; turn < 1_000 && worker == late; turn++) {
                        Thread.onSpinWait();
                    }
                });
                team.run(worker -> {
                    while (spare.test(worker)) {
                        Thread.onSpinWait();
                    }
                });
                for (int piece = 0; piece < done.length; piece++) {
                    assertEquals(i, done[piece], "piece " + piece);
                }
            }
        }
    }

    @Test
    void spareWorkIsDoneWhileAnotherWorkerIsAtItsTask() {
        AtomicInteger turns = new AtomicInteger();
        AtomicBoolean busy = new AtomicBoolean();
        try (WorkerTeam team = new WorkerTeam(2)) {
            for (int late = 0; late < 2; late++) {
                int last = late;
                turns.set(0);
                team.whileWaiting(worker -> worker != last && busy.get() && turns.incrementAndGet() < 100);
                // Without spare work this would never end. The other worker waits only when there is some: it might sleep before.
                team.run(worker -> {
                    if (worker == last) {
                        busy.set(true);
                    }
                    while (worker == last ? turns.get() < 100 : !busy.get()) {
                        Thread.onSpinWait();
                    }
                });
                busy.set(false);
            }
        }
    }

    @Test
    void closingDoesNotWaitForSpareWorkThatIsLeft() {
        AtomicInteger turns = new AtomicInteger();
        WorkerTeam team = new WorkerTeam(3);
        team.whileWaiting(worker -> turns.incrementAndGet() > 0);
        team.run(worker -> { });
        team.close();
        int done = turns.get();
        assertEquals(done, turns.get());
        assertThrows(IllegalStateException.class, () -> team.run(worker -> { }));
    }

    @Test
    void whatSpareWorkThrowsReachesTheCallerAndTheTeamGoesOn() {
        AtomicInteger throwers = new AtomicInteger();
        try (WorkerTeam team = new WorkerTeam(2)) {
            team.whileWaiting(worker -> {
                if (throwers.getAndIncrement() == 0) {
                    throw new IllegalStateException("spare");
                }
                return false;
            });
            // The worker may throw before the first run, the caller not after the second: one of both runs throws it.
            AtomicInteger runs = new AtomicInteger();
            IllegalStateException thrown = assertThrows(IllegalStateException.class, () -> {
                while (runs.get() < 20_000) {
                    team.run(worker -> runs.incrementAndGet());
                }
            });
            assertEquals("spare", thrown.getMessage());
            team.run(worker -> runs.addAndGet(1_000_000));
            assertTrue(runs.get() >= 2_000_000);
        }
    }

    @Test
    void theCallerIsWorkerZeroAndTheOthersHaveThreadsOfTheirOwn() {
        Thread[] threads = new Thread[3];
        try (WorkerTeam team = new WorkerTeam(3)) {
            team.run(worker -> threads[worker] = Thread.currentThread());
        }
        assertSame(Thread.currentThread(), threads[0]);
        assertEquals(3, List.of(threads).stream().distinct().count());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void whatAWorkerThrowsReachesTheCallerAfterAllHaveFinished(int thrower) {
        AtomicInteger finished = new AtomicInteger();
        try (WorkerTeam team = new WorkerTeam(3)) {
            RuntimeException thrown = assertThrows(IllegalStateException.class, () -> team.run(worker -> {
                if (worker == thrower) {
                    throw new IllegalStateException("from worker " + worker);
                }
                finished.incrementAndGet();
            }));
            assertEquals("from worker " + thrower, thrown.getMessage());
            assertEquals(2, finished.get());
        }
    }

    @Test
    void errorsReachTheCallerToo() {
        try (WorkerTeam team = new WorkerTeam(2)) {
            assertThrows(OutOfMemoryError.class, () -> team.run(worker -> {
                throw new OutOfMemoryError("pretended");
            }));
        }
    }

    @Test
    void aFailedRunDoesNotSpoilTheNext() {
        AtomicInteger runs = new AtomicInteger();
        try (WorkerTeam team = new WorkerTeam(2)) {
            assertThrows(IllegalStateException.class, () -> team.run(worker -> {
                throw new IllegalStateException();
            }));
            team.run(worker -> runs.incrementAndGet());
        }
        assertEquals(2, runs.get());
    }

    @Test
    void aCallerThatWasInterruptedStillWaitsForAll() {
        AtomicInteger finished = new AtomicInteger();
        try (WorkerTeam team = new WorkerTeam(2)) {
            Thread.currentThread().interrupt();
            team.run(worker -> {
                for (int i = 0; worker == 1 && i < 1_000_000; i++) {
                    Thread.onSpinWait();
                }
                finished.incrementAndGet();
            });
            assertEquals(2, finished.get());
            assertTrue(Thread.interrupted(), "the interruption is not swallowed");
        }
    }

    @Test
    void closeReturnsWhenTheThreadsAreGoneAndKeepsAnInterrupt() {
        Thread[] threads = new Thread[3];
        try (WorkerTeam team = new WorkerTeam(3)) {
            team.run(worker -> threads[worker] = Thread.currentThread());
            Thread.currentThread().interrupt();
        }
        assertTrue(Thread.interrupted(), "the interruption is not swallowed");
        for (Thread thread : Arrays.copyOfRange(threads, 1, 3)) {
            assertFalse(thread.isAlive(), thread.getName());
        }
    }

    @Test
    void aClosedTeamRefusesToRunAndMayBeClosedAgain() {
        WorkerTeam team = new WorkerTeam(2);
        team.close();
        team.close();
        assertThrows(IllegalStateException.class, () -> team.run(worker -> { }));
    }

    @Test
    void aTeamWithoutWorkersIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new WorkerTeam(0));
    }
}
