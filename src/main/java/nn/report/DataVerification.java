package nn.report;

import java.util.List;
import java.util.Optional;

/**
 * Whether the files of a data directory are complete and known. The component names are the keys of its JSON.
 *
 * @param directory its path
 * @param files the files with MNIST's names
 * @param problem why the files do not belong together, though each one is complete
 */
public record DataVerification(String directory, List<Row> files, Optional<String> problem) {

    /** The verdict on a file. */
    public enum State {
        /** MNIST's file of its name. */
        MNIST,
        /** Complete, but of no data set that the program knows. */
        UNKNOWN,
        /** Complete, with the name and size of MNIST's file but other content, beside files that are MNIST's. */
        CHANGED,
        /** Not complete. */
        DAMAGED
    }

    /**
     * A file.
     *
     * @param file its name
     * @param state the verdict
     * @param entries images or labels in it; 0 if it is damaged
     * @param sha256 of its unpacked content, in hexadecimal; empty if it is damaged
     * @param problem what is wrong with it, if anything
     */
    public record Row(String file, State state, int entries, Optional<String> sha256, Optional<String> problem) {}

    public DataVerification {
        files = List.copyOf(files);
    }
}
