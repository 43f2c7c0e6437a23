package nn.spark;

import java.io.Serializable;
import java.util.List;

/**
 * A training of {@code nn train}, whose flags and seed determine its weights wherever it runs.
 *
 * @param name of its run's directory
 * @param flags that determine the weights, so without {@code --out}, {@code --join} and {@code --threads}
 * @param joined the names of the runs that it makes a committee of; none if it trains
 */
record Training(String name, List<String> flags, List<String> joined) implements Serializable {

    Training(String name, List<String> flags) {
        this(name, flags, List.of());
    }

    /**
     * How it ended.
     *
     * @param exitCode of {@code nn train}
     * @param lastWords the end of what it said
     */
    record Outcome(String name, int exitCode, String lastWords) implements Serializable {}
}
