package nn.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class WorkersTest {

    @Test
    void whatIsTooMuchIsRefusedAtOnce() {
        try (Workers workers = new Workers(1, 0, 0)) {
            assertEquals(
                    429, assertThrows(Refusal.class, () -> workers.run(() -> 1)).status());
        }
    }

    @Test
    void workThatTakesLongGivesItsPlaceToTheNext() throws InterruptedException {
        try (Workers workers = new Workers(1, 1, 8)) {
            CountDownLatch end = new CountDownLatch(1);
            CountDownLatch begun = new CountDownLatch(1);
            Thread slow = new Thread(() -> workers.run(() -> {
                begun.countDown();
                return await(end);
            }));
            slow.start();
            begun.await();
            assertEquals("quick", workers.run(() -> "quick"));
            end.countDown();
            slow.join();
            assertEquals("again", workers.run(() -> "again"));
        }
    }

    @Test
    void workThatFailsFreesItsPlace() {
        try (Workers workers = new Workers(1, 1, 8)) {
            for (int i = 0; i < 3; i++) {
                try {
                    workers.run(() -> {
                        throw new IllegalStateException("on purpose");
                    });
                } catch (IllegalStateException e) {
                    assertEquals("on purpose", e.getMessage());
                }
            }
            assertEquals(1, workers.run(() -> 1));
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
