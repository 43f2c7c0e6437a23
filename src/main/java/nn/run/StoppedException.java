package nn.run;

/** A training was stopped by a signal and saved; the message says how to go on. */
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
