package nn.cli;

/** A training was stopped by a signal and saved; the message says how to go on. */
final class StoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    StoppedException(StopSignals.Stop stop, String message) {
        super(message);
        exitCode = stop.exitCode();
    }

    int exitCode() {
        return exitCode;
    }
}
