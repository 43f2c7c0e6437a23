package nn.run;

/** A signal that asks a process to stop, with the shell's exit code for it. */
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
