package nn.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WorkerTeamTest {

    /** The array is plain on purpose: caller and parts must see what the others wrote without further synchronization. */
    @ParameterizedTest
    @CsvSource({"1, 1", "1, 4", "2, 1", "2, 4", "3, 2", "3, 7", "7, 3"})
    void eachPartRunsExactlyOnceThousandsOfTimes(int threads, int parts) {
        int[] runs = new int[parts];
        int[] seen = new int[parts];
        int[] round = new int[1];
        try (WorkerTeam team = new WorkerTeam(threads)) {
            for (int i = 1; i <= 3_000; i++) {
                round[0] = i;
                team.run(parts, part -> {
                    runs[part]++;
                    seen[part] = round[0];
                });
                for (int part = 0; part < parts; part++) {
                    assertEquals(i, runs[part], "runs of part " + part);
                    assertEquals(i, seen[part], "round that part " + part + " saw");
                }
            }
        }
    }

    /** The number of parts changes from run to run. A thread that comes late must not take parts of the next run. */
    @Test
    void runsOfDifferentSizesDoNotMix() {
        AtomicInteger done = new AtomicInteger();
        try (WorkerTeam team = new WorkerTeam(3)) {
            for (int i = 0; i < 20_000; i++) {
                int parts = 1 + i % 5;
                int round = i;
                done.set(0);
                team.run(parts, part -> {
                    assertTrue(part < parts, "part " + part + " of round " + round);
                    done.incrementAndGet();
                });
                assertEquals(parts, done.get());
            }
        }
    }

    @Test
    void aThreadThatIsFreeTakesTheNextPart() {
        CountDownLatch others = new CountDownLatch(5);
        try (WorkerTeam team = new WorkerTeam(2)) {
            // One part lasts until the other thread has done all others.
            team.run(6, part -> {
                if (part == 0) {
                    await(others);
                } else {
                    others.countDown();
                }
            });
        }
        assertEquals(0, others.getCount());
    }

    @Test
    void threadsThatSleptWakeAgain() throws InterruptedException {
        AtomicInteger runs = new AtomicInteger();
        try (WorkerTeam team = new WorkerTeam(2)) {
            for (int i = 0; i < 20; i++) {
                Thread.sleep(5);
                CountDownLatch both = new CountDownLatch(2);
                team.run(2, part -> {
                    both.countDown();
                    await(both);
                    runs.incrementAndGet();
                });
            }
        }
        assertEquals(40, runs.get());
    }

    @Test
    void aWaitingThreadDoesSpareWork() {
        AtomicInteger turns = new AtomicInteger();
        AtomicBoolean busy = new AtomicBoolean();
        try (WorkerTeam team = new WorkerTeam(2)) {
            team.whileWaiting(() -> busy.get() && turns.incrementAndGet() < 100);
            for (int i = 0; i < 3; i++) {
                turns.set(0);
                // Both threads have a part; then one of them waits. Without its spare work this would never end.
                CountDownLatch both = new CountDownLatch(2);
                team.run(2, part -> {
                    both.countDown();
                    await(both);
                    busy.set(true);
                    while (part == 0 && turns.get() < 100) {
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
        team.whileWaiting(() -> turns.incrementAndGet() > 0);
        team.run(3, part -> {});
        team.close();
        int done = turns.get();
        assertEquals(done, turns.get());
        assertThrows(IllegalStateException.class, () -> team.run(3, part -> {}));
    }

    /** Otherwise a failing source of inputs would end a thread of the team, or a run would end before its parts. */
    @Test
    void whatSpareWorkThrowsReachesTheCallerOnceAndTheTeamGoesOn() {
        AtomicInteger throwers = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        try (WorkerTeam team = new WorkerTeam(2)) {
            team.whileWaiting(() -> {
                if (throwers.getAndIncrement() == 0) {
                    throw new IllegalStateException("spare");
                }
                return false;
            });
            // A part lasts until the waiting thread has thrown. This run or the next one throws that.
            IllegalStateException thrown = assertThrows(IllegalStateException.class, () -> {
                while (true) {
                    team.run(2, part -> {
                        while (part == 0 && throwers.get() == 0) {
                            Thread.onSpinWait();
                        }
                        done.incrementAndGet();
                    });
                }
            });
            assertEquals("spare", thrown.getMessage());
            assertEquals(0, done.get() % 2, "the run that throws it has ended all its parts");
            int before = done.get();
            team.run(2, part -> done.incrementAndGet());
            assertEquals(before + 2, done.get());
        }
    }

    @Test
    void theCallerAndThreadsOfItsOwnDoTheParts() {
        Thread[] threads = runTogether(new WorkerTeam(3), () -> {});
        assertTrue(List.of(threads).contains(Thread.currentThread()));
        assertEquals(3, List.of(threads).stream().distinct().count());
    }

    /** The threads of a team of three, each of which did a part. The team is closed after {@code beforeClose}. */
    private static Thread[] runTogether(WorkerTeam newTeam, Runnable beforeClose) {
        Thread[] threads = new Thread[3];
        CountDownLatch all = new CountDownLatch(3);
        try (WorkerTeam team = newTeam) {
            team.run(3, part -> {
                all.countDown();
                await(all);
                threads[part] = Thread.currentThread();
            });
            beforeClose.run();
        }
        return threads;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void whatAPartThrowsReachesTheCallerAfterAllHaveFinished(int thrower) {
        AtomicInteger finished = new AtomicInteger();
        try (WorkerTeam team = new WorkerTeam(3)) {
            RuntimeException thrown = assertThrows(
                    IllegalStateException.class,
                    () -> team.run(3, part -> {
                        if (part == thrower) {
                            throw new IllegalStateException("from part " + part);
                        }
                        finished.incrementAndGet();
                    }));
            assertEquals("from part " + thrower, thrown.getMessage());
            assertEquals(2, finished.get());
        }
    }

    @Test
    void errorsReachTheCallerToo() {
        try (WorkerTeam team = new WorkerTeam(2)) {
            assertThrows(
                    OutOfMemoryError.class,
                    () -> team.run(2, part -> {
                        throw new OutOfMemoryError("pretended");
                    }));
        }
    }

    @Test
    void aFailedRunDoesNotSpoilTheNext() {
        AtomicInteger runs = new AtomicInteger();
        try (WorkerTeam team = new WorkerTeam(2)) {
            assertThrows(
                    IllegalStateException.class,
                    () -> team.run(2, part -> {
                        throw new IllegalStateException();
                    }));
            team.run(2, part -> runs.incrementAndGet());
        }
        assertEquals(2, runs.get());
    }

    @Test
    void aCallerThatWasInterruptedStillWaitsForAll() {
        AtomicInteger finished = new AtomicInteger();
        try (WorkerTeam team = new WorkerTeam(2)) {
            Thread.currentThread().interrupt();
            team.run(2, part -> {
                for (int i = 0; part == 1 && i < 1_000_000; i++) {
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
        Thread[] threads =
                runTogether(new WorkerTeam(3), () -> Thread.currentThread().interrupt());
        assertTrue(Thread.interrupted(), "the interruption is not swallowed");
        Arrays.stream(threads)
                .filter(thread -> thread != Thread.currentThread())
                .forEach(thread -> assertFalse(thread.isAlive(), thread.getName()));
    }

    @Test
    void aClosedTeamRefusesToRunAndMayBeClosedAgain() {
        WorkerTeam team = new WorkerTeam(2);
        team.close();
        team.close();
        assertThrows(IllegalStateException.class, () -> team.run(2, part -> {}));
    }

    @Test
    void aTeamWithoutThreadsIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new WorkerTeam(0));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
