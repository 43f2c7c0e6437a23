package nn.cli;

/** A flag, or flags that belong together. */
interface Flags {

    /** Adds the flags to a command, in the order of its help. */
    void addTo(Command command);
}
