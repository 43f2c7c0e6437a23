package nn.run;

import java.util.function.LongSupplier;
import nn.checkpoint.RunTime;

/**
 * The time that a run has used in all its processes, and how much of its limit is left. Setting the system's clock does not move it,
 * and it never goes back.
 */
public final class RunClock {

    private final LongSupplier nanoseconds;
    private final long start;
    private long latest;
    private double usedBefore;
    private double networkStart;
    private double networkEnd = Double.POSITIVE_INFINITY;

    public RunClock() {
        this(System::nanoTime);
    }

    /** @param nanoseconds a clock whose differences count */
    RunClock(LongSupplier nanoseconds) {
        this.nanoseconds = nanoseconds;
        start = nanoseconds.getAsLong();
    }

    /** Goes on from what another process has used. */
    void restore(RunTime time) {
        if (!time.equals(RunTime.NONE)) {
            usedBefore = time.usedSeconds();
            networkStart = time.networkStart();
            networkEnd = time.networkEnd();
        }
    }

    /** For a file, from which another process may go on. */
    RunTime time() {
        return Double.isInfinite(networkEnd) ? RunTime.NONE : new RunTime(used(), networkStart, networkEnd);
    }

    /** Gives a network that is to be trained a share of what is left until the end. */
    void begin(double share, double endSeconds) {
        networkStart = used();
        networkEnd = networkStart + Math.max(0, share * (endSeconds - networkStart));
    }

    /** How much of the present network's time is used, in [0, 1]; 0 without a limit. */
    double usedShare() {
        double used = used();
        return used >= networkEnd ? 1 : Math.max(0, (used - networkStart) / (networkEnd - networkStart));
    }

    /** Until the present network's training ends; infinite without a limit. */
    double secondsLeft() {
        return Math.max(0, networkEnd - used());
    }

    /** The seconds that all processes of the run have used. */
    double used() {
        latest = Math.max(latest, nanoseconds.getAsLong() - start);
        return usedBefore + latest / 1e9;
    }
}
