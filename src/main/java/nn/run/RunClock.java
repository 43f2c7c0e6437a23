package nn.run;

import java.util.function.LongSupplier;
import nn.checkpoint.RunTime;

/**
 * The time that a run has used in all its processes, and how much of its limit is left. It does not depend on the time of day, and never
 * goes back.
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

    /** @param nanoseconds a clock with any zero */
    RunClock(LongSupplier nanoseconds) {
        this.nanoseconds = nanoseconds;
        start = nanoseconds.getAsLong();
    }

    /** Continues from the time that earlier processes have used. */
    void restore(RunTime time) {
        if (!time.equals(RunTime.NONE)) {
            usedBefore = time.usedSeconds();
            networkStart = time.networkStart();
            networkEnd = time.networkEnd();
        }
    }

    /** The times to save, so that another process can continue. */
    RunTime time() {
        return Double.isInfinite(networkEnd) ? RunTime.NONE : new RunTime(used(), networkStart, networkEnd);
    }

    /** Gives the next network a share of the time that is left until {@code endSeconds}. */
    void begin(double share, double endSeconds) {
        networkStart = used();
        networkEnd = networkStart + Math.max(0, share * (endSeconds - networkStart));
    }

    /** The used share of the current network's time, in [0, 1]; 0 without a limit. */
    double usedShare() {
        double used = used();
        return used >= networkEnd ? 1 : Math.max(0, (used - networkStart) / (networkEnd - networkStart));
    }

    /** The seconds until the current network's training ends; infinite without a limit. */
    double secondsLeft() {
        return Math.max(0, networkEnd - used());
    }

    /** The seconds that all processes of the run have used together. */
    double used() {
        latest = Math.max(latest, nanoseconds.getAsLong() - start);
        return usedBefore + latest / 1e9;
    }
}
