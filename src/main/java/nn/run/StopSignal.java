package nn.run;

/** A signal that asks a process to stop, and the exit code that the shell knows it by. */
public enum StopSignal {
    HUP(129),
    INT(130),
    TERM(143);

    private final int exitCode;

    StopSignal(int exitCode) {
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }
}
