package nn.run;

/**
 * How often a training saves its state between the ends of epochs: after so many steps or so much time, whichever is above 0.
 *
 * @param steps a number of steps, or 0
 * @param nanos a time, or 0
 */
public record CheckpointInterval(long steps, long nanos) {

    /**
     * Where none is named. Not the flag's standard value: picocli would ask for its text, and a record's own takes the JVM ten
     * milliseconds to make.
     */
    public static final CheckpointInterval STANDARD = new CheckpointInterval(0, 60_000_000_000L);

    /** Whether it is time, so many steps and nanoseconds after the last one. */
    public boolean due(long stepsSince, long nanosSince) {
        return steps > 0 ? stepsSince >= steps : nanosSince >= nanos;
    }
}
