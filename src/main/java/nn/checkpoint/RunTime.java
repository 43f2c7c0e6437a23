package nn.checkpoint;

import nn.json.DefaultsTo;

/**
 * The used time of a run with a time limit, in seconds since its start. Time between its processes does not count.
 *
 * @param usedSeconds the time of all processes so far
 * @param networkStart when the current network's training started
 * @param networkEnd when the current network's training must end
 */
public record RunTime(
        @DefaultsTo("0") double usedSeconds,
        @DefaultsTo("0") double networkStart,
        @DefaultsTo("0") double networkEnd) {

    /** A run without a time limit. */
    public static final RunTime NONE = new RunTime(0, 0, 0);
}
