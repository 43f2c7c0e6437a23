package nn.train.fast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import nn.train.MiniBatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The inputs of an example are its number and its epoch, so a wrong row is noticed. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PrefetcherTest {

    private static final int BATCH = 5;
    private static final int[] ORDER =
            IntStream.range(0, 100).map(i -> i * 7 % 100).toArray();

    private final List<Integer> made = Collections.synchronizedList(new ArrayList<>());

    private void read(MiniBatch batch, int row, float[] into, int at) {
        made.add(batch.example(row));
        into[at] = batch.example(row);
        into[at + 1] = batch.epoch();
    }

    private static MiniBatch batch(int number, int epoch) {
        return new MiniBatch(ORDER, number * BATCH, BATCH, epoch, 1);
    }

    private static Iterator<MiniBatch> epoch(int epoch) {
        return IntStream.range(0, ORDER.length / BATCH)
                .mapToObj(number -> batch(number, epoch))
                .iterator();
    }

    private static float[] expected(MiniBatch batch) {
        float[] expected = new float[BATCH * 2];
        for (int row = 0; row < batch.size(); row++) {
            expected[row * 2] = batch.example(row);
            expected[row * 2 + 1] = batch.epoch();
        }
        return expected;
    }

    private Prefetcher prefetcher(Prefetcher.Source... sources) {
        return new Prefetcher(List.of(sources), 2, BATCH, 2);
    }

    @Test
    void whoTakesAMiniBatchThatNobodyAnnouncedMakesItAlone() {
        Prefetcher prefetcher = prefetcher(this::read);
        for (int number : new int[] {3, 0, 3}) {
            assertArrayEquals(expected(batch(number, 1)), prefetcher.take(batch(number, 1)));
        }
        assertFalse(prefetcher.makeSome());
    }

    @Test
    void theMiniBatchThatIsNeededFirstIsMadeFirstAndEachOnlyOnce() {
        Prefetcher prefetcher = prefetcher(this::read);
        Iterator<MiniBatch> batches = prefetcher.ahead(epoch(1));
        MiniBatch first = batches.next();
        while (prefetcher.makeSome()) {
            assertTrue(made.size() <= 3 * BATCH, "three mini-batches fit, in addition to the one that is trained on");
        }
        assertEquals(IntStream.range(0, 3 * BATCH).mapToObj(i -> ORDER[i]).toList(), made);
        assertArrayEquals(expected(first), prefetcher.take(first));
        for (int number = 1; batches.hasNext(); number++) {
            MiniBatch batch = batches.next();
            assertEquals(ORDER[number * BATCH], batch.example(0));
            assertArrayEquals(expected(batch), prefetcher.take(batch));
        }
        assertEquals(ORDER.length, made.size());
    }

    @Test
    void inputsStayUntilTheNextAreTaken() {
        Prefetcher prefetcher = prefetcher(this::read);
        Iterator<MiniBatch> batches = prefetcher.ahead(epoch(1));
        MiniBatch first = batches.next();
        float[] inputs = prefetcher.take(first);
        while (prefetcher.makeSome()) {
            assertArrayEquals(expected(first), inputs);
        }
    }

    /** Another thread has begun an example and does not finish it. */
    @Test
    void aMiniBatchIsNotTakenBeforeAnotherThreadIsDoneWithIt() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        Prefetcher prefetcher = prefetcher(
                (batch, row, into, at) -> {
                    if (row == 0) {
                        begun.countDown();
                        await(released);
                    }
                    read(batch, row, into, at);
                },
                this::read);
        MiniBatch first = prefetcher.ahead(epoch(1)).next();
        CompletableFuture<Boolean> slow = CompletableFuture.supplyAsync(prefetcher::makeSome);
        begun.await();
        AtomicBoolean isReleased = new AtomicBoolean();
        CompletableFuture<Void> release = CompletableFuture.runAsync(() -> {
            while (made.size() < BATCH - 2) {
                Thread.onSpinWait(); // until the taker has made all the others
            }
            isReleased.set(true);
            released.countDown();
        });
        float[] inputs = prefetcher.take(first);
        assertTrue(isReleased.get(), "taken before all was made");
        assertArrayEquals(expected(first), inputs);
        assertTrue(slow.get());
        release.get();
    }

    /** A thread may still work on a dropped epoch. Its inputs must not get into the next one. */
    @Test
    void anEpochBeginsAnewOnlyWhenNoThreadIsAtTheOldOne() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        Prefetcher prefetcher = prefetcher(
                (batch, row, into, at) -> {
                    if (batch.epoch() == 1) {
                        begun.countDown();
                        await(released);
                    }
                    read(batch, row, into, at);
                },
                this::read);
        prefetcher.ahead(epoch(1)).next();
        CompletableFuture<Boolean> slow = CompletableFuture.supplyAsync(prefetcher::makeSome);
        begun.await();
        CompletableFuture<float[]> next = CompletableFuture.supplyAsync(
                () -> prefetcher.take(prefetcher.ahead(epoch(2)).next()).clone());
        released.countDown();
        assertArrayEquals(expected(batch(0, 2)), next.get());
        assertTrue(slow.get());
    }

    @Test
    void inputsThatCannotBeMadeAreAFailureOfTheirMiniBatchOnly() {
        Prefetcher prefetcher = prefetcher((batch, row, into, at) -> {
            if (batch.example(0) == ORDER[BATCH] && row == 1) {
                throw new IllegalArgumentException("unreadable");
            }
            read(batch, row, into, at);
        });
        Iterator<MiniBatch> batches = prefetcher.ahead(epoch(1));
        assertArrayEquals(expected(batch(0, 1)), prefetcher.take(batches.next()));
        MiniBatch bad = batches.next();
        while (prefetcher.makeSome()) {
            Thread.onSpinWait();
        }
        assertEquals(
                "unreadable",
                assertThrows(IllegalArgumentException.class, () -> prefetcher.take(bad))
                        .getMessage());
        assertArrayEquals(expected(batch(2, 1)), prefetcher.take(batches.next()));
    }

    /** An interrupt during the wait for another thread must neither be lost nor end the wait. */
    @Test
    void whoIsInterruptedWhileTakingStillGetsTheInputs() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        Prefetcher prefetcher = prefetcher(
                (batch, row, into, at) -> {
                    begun.countDown();
                    await(released);
                    read(batch, row, into, at);
                },
                this::read);
        MiniBatch first = prefetcher.ahead(epoch(1)).next();
        CompletableFuture<Boolean> slow = CompletableFuture.supplyAsync(prefetcher::makeSome);
        begun.await();
        CompletableFuture<Void> release = CompletableFuture.runAsync(() -> {
            while (made.size() < BATCH - 2) {
                Thread.onSpinWait();
            }
            released.countDown();
        });
        Thread.currentThread().interrupt();
        float[] inputs = prefetcher.take(first);
        assertTrue(Thread.interrupted(), "the interrupt is not swallowed");
        assertArrayEquals(expected(first), inputs);
        assertTrue(slow.get());
        release.get();
    }

    @Test
    void manyThreadsMakeWhatOneWould() throws Exception {
        Prefetcher prefetcher = prefetcher(this::read, this::read, this::read, this::read);
        AtomicBoolean stops = new AtomicBoolean();
        List<CompletableFuture<Void>> helpers = IntStream.range(0, 3)
                .mapToObj(i -> CompletableFuture.runAsync(() -> {
                    while (!stops.get()) {
                        if (!prefetcher.makeSome()) {
                            Thread.onSpinWait();
                        }
                    }
                }))
                .toList();
        for (int epoch = 1; epoch <= 100; epoch++) {
            Iterator<MiniBatch> batches = prefetcher.ahead(epoch(epoch));
            for (int number = 0; number < epoch % 20 + 1; number++) {
                MiniBatch batch = batches.next();
                assertArrayEquals(
                        expected(batch(number, epoch)),
                        prefetcher.take(batch),
                        "mini-batch " + number + " of epoch " + epoch);
            }
        }
        stops.set(true);
        for (CompletableFuture<Void> helper : helpers) {
            helper.get();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
