package nn.cli;

/** The number of workers where it changes only the speed. */
final class Threads {

    static final int MOST = 256;

    private Threads() {
    }

    /** What was told, or one for each processor. */
    static int orAll(Integer told) {
        return told == null ? Math.min(MOST, Runtime.getRuntime().availableProcessors()) : told;
    }
}
