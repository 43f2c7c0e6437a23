package nn.spark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import nn.NnException;
import nn.NnException.Kind;
import nn.eval.Evaluation;
import nn.report.Report;

/**
 * The results of a sweep on the validation images.
 *
 * @param rows one for each training
 */
record SweepTable(List<Line> rows) {

    private static final String HEADER = "name\tseed\terrors\tcount\tloss\tseconds\tflags";

    /**
     * A training.
     *
     * @param errors the wrong answers among {@code count} validation images
     * @param loss the mean over these
     * @param seconds the duration of the training
     */
    record Line(String name, int seed, int errors, int count, double loss, double seconds, String flags) {

        static Line of(String name, int seed, String flags, Report report) {
            Evaluation validation = report.validation()
                    .orElseThrow(() -> new NnException(
                            Kind.BAD_INPUT,
                            name + ": was trained without a validation split, so there is nothing to compare; leave out"
                                    + " --validation 0"));
            return new Line(
                    name, seed, validation.errors(), validation.count(), validation.loss(), report.seconds(), flags);
        }

        private String text() {
            return String.format(
                    Locale.ROOT, "%s\t%d\t%d\t%d\t%.5f\t%.1f\t%s", name, seed, errors, count, loss, seconds, flags);
        }
    }

    /** Lines of values with tabs between them. */
    String text() {
        return HEADER + "\n" + rows.stream().map(row -> row.text() + "\n").collect(Collectors.joining());
    }

    /**
     * Reads such lines.
     *
     * @throws NnException BAD_INPUT if they are others
     */
    static SweepTable of(String file, List<String> lines) {
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            throw new NnException(Kind.BAD_INPUT, file + ": is not the table of a sweep; name its sweep.tsv");
        }
        List<Line> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] values = line.split("\t", 7);
            try {
                rows.add(new Line(
                        values[0],
                        Integer.parseInt(values[1]),
                        Integer.parseInt(values[2]),
                        Integer.parseInt(values[3]),
                        Double.parseDouble(values[4]),
                        Double.parseDouble(values[5]),
                        values[6]));
            } catch (NumberFormatException | IndexOutOfBoundsException e) {
                throw new NnException(
                        Kind.BAD_INPUT, file + ": line " + (rows.size() + 2) + " is damaged; write the table anew", e);
            }
        }
        return new SweepTable(rows);
    }

    /** A Markdown table of the configurations, the fewest errors first. */
    String summary() {
        Map<String, List<Line>> configurations = new LinkedHashMap<>();
        for (Line row : rows) {
            configurations
                    .computeIfAbsent(row.name + "\t" + row.flags + "\t" + row.count, key -> new ArrayList<>())
                    .add(row);
        }
        StringBuilder text = new StringBuilder(
                "| configuration | validation errors, mean (each seed) | of | loss | seconds | flags |\n|---|---|---|---|---|---|\n");
        configurations.values().stream()
                .sorted(Comparator.comparingDouble(same -> mean(same, Line::errors)))
                .forEach(same -> text.append(summary(same)));
        return text.toString();
    }

    private static String summary(List<Line> same) {
        String errors = same.stream()
                .sorted(Comparator.comparingInt(Line::seed))
                .map(row -> String.valueOf(row.errors))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "| %s | %.1f (%s) | %d | %.4f | %.0f | `%s` |%n",
                same.get(0).name,
                mean(same, Line::errors),
                errors,
                same.get(0).count,
                mean(same, Line::loss),
                mean(same, Line::seconds),
                same.get(0).flags);
    }

    private static double mean(List<Line> rows, ToDoubleFunction<Line> value) {
        return rows.stream().mapToDouble(value).average().orElseThrow();
    }
}
