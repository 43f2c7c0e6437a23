package nn.train;

import java.util.function.DoubleSupplier;

/** How far a training is on its way through the planned steps: by the steps made, or by the time used where that is further. */
final class Pace {

    private final long plannedSteps;
    private final DoubleSupplier usedTime;
    private long position;
    private long lead;

    /** @param usedTime the share of the time that is used, from 0 to 1; always 0 where there is no limit */
    Pace(long plannedSteps, DoubleSupplier usedTime) {
        this.plannedSteps = plannedSteps;
        this.usedTime = usedTime;
    }

    /** Looks at the clock, before a step. */
    void look(long stepsMade) {
        position = Math.max(Math.max(position, stepsMade), (long) (usedTime.getAsDouble() * plannedSteps));
        lead = position - stepsMade;
    }

    /** Whether the time ends the training before its last step; it has at least one. */
    boolean isTimeUp(long stepsMade) {
        return stepsMade > 0 && stepsMade < plannedSteps && position >= plannedSteps;
    }

    /** Where the training is when so many steps are made, from 0 to the last planned step. */
    long position(long stepsMade) {
        return Math.min(Math.max(stepsMade, position), plannedSteps - 1);
    }

    /** The share of the way, in [0, 1], that is done before a coming step, counted from 0, if the time keeps its present lead. */
    double share(long step) {
        return (double) Math.min(step + lead, plannedSteps) / plannedSteps;
    }
}
