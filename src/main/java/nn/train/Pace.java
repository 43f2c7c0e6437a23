package nn.train;

import java.util.function.DoubleSupplier;

/**
 * The position of a training among its planned steps: the number of steps made, or the same share of the steps as the used share of the
 * time, if that is larger.
 */
final class Pace {

    private final long plannedSteps;
    private final DoubleSupplier usedTime;
    private long position;
    private long lead;

    /** @param usedTime the used share of the time, from 0 to 1; always 0 without a limit */
    Pace(long plannedSteps, DoubleSupplier usedTime) {
        this.plannedSteps = plannedSteps;
        this.usedTime = usedTime;
    }

    /** Reads the clock. Call it before each step. */
    void update(long stepsMade) {
        position = Math.max(Math.max(position, stepsMade), (long) (usedTime.getAsDouble() * plannedSteps));
        lead = position - stepsMade;
    }

    /** Whether the time is up before the last step. The first step is always made. */
    boolean isTimeUp(long stepsMade) {
        return stepsMade > 0 && stepsMade < plannedSteps && position >= plannedSteps;
    }

    /** The position after {@code stepsMade} steps, from 0 to the last planned step. */
    long position(long stepsMade) {
        return Math.min(Math.max(stepsMade, position), plannedSteps - 1);
    }

    /** The share of the planned steps, in [0, 1], before a coming step, counted from 0, if the time keeps its lead over the steps. */
    double share(long step) {
        return (double) Math.min(step + lead, plannedSteps) / plannedSteps;
    }
}
