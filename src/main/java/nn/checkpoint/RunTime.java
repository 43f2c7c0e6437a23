package nn.checkpoint;

import nn.json.DefaultsTo;

/**
 * How far the time of a run with a time limit is used, in seconds since its start, without the time between its processes.
 *
 * @param usedSeconds by all processes so far
 * @param networkStart when the present network's training began
 * @param networkEnd when it is to end
 */
public record RunTime(
        @DefaultsTo("0") double usedSeconds,
        @DefaultsTo("0") double networkStart,
        @DefaultsTo("0") double networkEnd) {

    /** Of a run without a time limit. */
    public static final RunTime NONE = new RunTime(0, 0, 0);
}
