package nn.cli;

/** What a command understands: a flag, or flags that belong together. */
interface Flags {

    /** Adds them to a command, in the order of its help. */
    void addTo(Command command);
}
