package nn.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether the files of a data directory are whole and known, as text and, by its component names, as JSON.
 *
 * @param directory where
 * @param files those of MNIST's names
 * @param problem what is wrong with them together, if each is whole and they do not belong together
 */
public record VerificationText(String directory, List<Row> files, Optional<String> problem) {

    /** What a file is. */
    public enum State {
        /** MNIST's file of its name. */
        MNIST,
        /** Whole, but of no data set that the program knows. */
        UNKNOWN,
        /** Whole, and not what it was: its name and size are those of MNIST's file, and others beside it are MNIST's. */
        CHANGED,
        /** Not whole. */
        DAMAGED
    }

    /**
     * A file.
     *
     * @param file its name
     * @param state what it is
     * @param entries images or labels in it; 0 if it is damaged
     * @param sha256 of its unpacked content, in hexadecimal; empty if it is damaged
     * @param problem what is wrong with it, if something is
     */
    public record Row(String file, State state, int entries, Optional<String> sha256, Optional<String> problem) {}

    public VerificationText {
        files = List.copyOf(files);
    }

    /** A line for each file. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Row row : files) {
            String state = row.state == State.MNIST ? "MNIST" : row.state.name().toLowerCase(Locale.ROOT);
            text.append(EvaluationText.format(
                    "%-64s  %6d  %-9s  %s\n", row.sha256.orElse("-"), row.entries, state, Printable.of(row.file)));
        }
        return text.toString();
    }
}
