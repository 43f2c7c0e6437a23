package nn.run;

/** A signal stopped a training, which was saved. The message says how to resume. */
public final class StoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    StoppedException(StopSignal stop, String message) {
        super(message);
        exitCode = stop.exitCode();
    }

    public int exitCode() {
        return exitCode;
    }
}
