package nn.cli;

import nn.checkpoint.RunTime;

/** The time that a run has used in all its processes, and how much of its limit is left. */
final class RunClock {

    private final long start = System.nanoTime();
    private double usedBefore;
    private double networkStart;
    private double networkEnd = Double.POSITIVE_INFINITY;

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

    private double used() {
        return usedBefore + (System.nanoTime() - start) / 1e9;
    }
}
