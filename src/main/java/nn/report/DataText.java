package nn.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nn.Plural;
import nn.json.EnumName;
import nn.report.DataSummary.Split;
import nn.report.DataVerification.Row;
import nn.report.DataVerification.State;

/** Renders data directories as text. */
public final class DataText {

    private DataText() {}

    /** A line for each split, and then one for each class. */
    public static String of(DataSummary data) {
        StringBuilder text = new StringBuilder(Printable.of(data.directory())).append('\n');
        data.train().ifPresent(split -> text.append(line("Training", split)));
        data.test().ifPresent(split -> text.append(line("Test", split)));
        List<String> names = Stream.of(data.train(), data.test())
                .flatMap(Optional::stream)
                .flatMap(split -> split.classNames().stream())
                .distinct()
                .toList();
        String line = "%" + Math.max("class".length(), EvaluationText.longest(names)) + "s  %11s %11s\n";
        text.append('\n').append(EvaluationText.format(line, "class", "training", "test"));
        names.forEach(name ->
                text.append(EvaluationText.format(line, name, count(data.train(), name), count(data.test(), name))));
        return text.toString();
    }

    private static String line(String name, Split split) {
        return EvaluationText.format(
                "%s: %s of %d x %d pixels in %s\n",
                name,
                Plural.of(split.count(), "image"),
                split.rows(),
                split.columns(),
                Plural.of(split.classes(), "class"));
    }

    private static String count(Optional<Split> split, String name) {
        return split.filter(present -> present.classNames().contains(name))
                .map(present -> EvaluationText.format(
                        "%,d", present.perClass().get(present.classNames().indexOf(name))))
                .orElse("-");
    }

    /** A line for each set. */
    public static String of(FetchableSets list) {
        StringBuilder text = new StringBuilder();
        for (FetchableSets.Row row : list.sets()) {
            text.append(EvaluationText.format(
                    "%-16s  %s%s\n",
                    row.name(),
                    row.title(),
                    row.directory()
                            .map(path -> " (in " + Printable.of(path) + ")")
                            .orElse("")));
        }
        return text.toString();
    }

    /** A line for each file. */
    public static String of(DataVerification verification) {
        StringBuilder text = new StringBuilder();
        for (Row row : verification.files()) {
            String state = row.state() == State.MNIST ? "MNIST" : EnumName.of(row.state());
            text.append(EvaluationText.format(
                    "%-64s  %6d  %-9s  %s\n",
                    row.sha256().orElse("-"), row.entries(), state, Printable.of(row.file())));
        }
        return text.toString();
    }
}
