package nn.serve;

import java.util.concurrent.TimeUnit;

/** Counts the requests under way, so that the server can end between them. */
final class Underway {

    private int count;
    private boolean finishing;

    /** Whether a request may begin; if so, {@link #end} must follow. */
    synchronized boolean begin() {
        if (finishing) {
            return false;
        }
        count++;
        return true;
    }

    synchronized void end() {
        count--;
        notifyAll();
    }

    /** Lets none begin from now on, and waits for the end of all that have begun, or for so long. */
    synchronized void finish(long seconds) {
        finishing = true;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        try {
            while (count > 0 && System.nanoTime() < end) {
                TimeUnit.NANOSECONDS.timedWait(this, end - System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
