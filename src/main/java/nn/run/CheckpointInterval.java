package nn.run;

/**
 * How often a training saves its state within an epoch: after a number of steps or after a time, whichever is above 0.
 *
 * @param steps a number of steps, or 0
 * @param nanos a time, or 0
 */
public record CheckpointInterval(long steps, long nanos) {

    /**
     * Used without a flag. It is not the default value of the flag: picocli would call {@code toString}, which takes ten milliseconds the
     * first time for a record.
     */
    public static final CheckpointInterval STANDARD = new CheckpointInterval(0, 60_000_000_000L);

    /** Whether it is time to save, {@code stepsSince} steps and {@code nanosSince} nanoseconds after the last time. */
    public boolean due(long stepsSince, long nanosSince) {
        return steps > 0 ? stepsSince >= steps : nanosSince >= nanos;
    }
}
