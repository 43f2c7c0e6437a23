package nn.report;

import java.util.List;
import java.util.Optional;

/**
 * The data sets that can be fetched. The component names are the keys of its JSON.
 *
 * @param sets an entry for each
 */
public record FetchableSets(List<Row> sets) {

    /**
     * A set.
     *
     * @param name      what {@code nn data fetch} calls it
     * @param title     what it holds
     * @param directory where it is; empty if it is not here
     */
    public record Row(String name, String title, Optional<String> directory) {}

    public FetchableSets {
        sets = List.copyOf(sets);
    }
}
