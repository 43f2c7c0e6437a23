package nn.cli;

/** The number of threads, where it changes only the speed. The default is one for each processor. */
final class ThreadsOption implements Flags {

    private static final int MOST = 256;

    private final Flag<Integer> told;

    ThreadsOption(String description) {
        told = Flag.of(Integer.class, "--threads", "N", description);
    }

    /** One for each processor. */
    static int all() {
        return Math.min(MOST, Runtime.getRuntime().availableProcessors());
    }

    @Override
    public void addTo(Command command) {
        command.add(told);
    }

    /** Refuses a number outside its range. */
    void check(Command command) {
        command.requireRange("--threads", told.value(), 1, MOST);
    }

    int count() {
        return told.isGiven() ? told.value() : all();
    }
}
