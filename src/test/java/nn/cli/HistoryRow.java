package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A line of {@code history.csv}, with values by column name. */
record HistoryRow(
        int epoch,
        double loss,
        double validationLoss,
        double validationAccuracy,
        int validationErrors,
        boolean best,
        int member,
        boolean refit) {

    /** All lines of a run. */
    static List<HistoryRow> of(Path run) {
        try {
            List<String> lines = Files.readAllLines(run.resolve("history.csv"));
            List<String> names = List.of(lines.get(0).split(",", -1));
            List<HistoryRow> rows = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                rows.add(of(names, List.of(line.split(",", -1))));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HistoryRow of(List<String> names, List<String> fields) {
        assertEquals(names.size(), fields.size(), fields::toString);
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            row.put(names.get(i), fields.get(i).isEmpty() ? "-1" : fields.get(i));
        }
        return new HistoryRow(
                Integer.parseInt(row.get("epoch")),
                Double.parseDouble(row.get("loss")),
                Double.parseDouble(row.get("validation_loss")),
                Double.parseDouble(row.get("validation_accuracy")),
                Integer.parseInt(row.get("validation_errors")),
                Boolean.parseBoolean(row.get("best")),
                Integer.parseInt(row.get("member")),
                Boolean.parseBoolean(row.get("refit")));
    }

    /** The line with the fewest validation errors; of several, the one with the lowest validation loss. */
    static HistoryRow best(List<HistoryRow> rows) {
        return rows.stream()
                .min(Comparator.comparingInt(HistoryRow::validationErrors)
                        .thenComparingDouble(HistoryRow::validationLoss))
                .orElseThrow();
    }
}
