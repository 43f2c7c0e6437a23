package nn.report;

import java.util.Optional;
import java.util.stream.IntStream;
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
        text.append("\nclass     training        test\n");
        int classes = Math.max(
                data.train().map(Split::classes).orElse(0),
                data.test().map(Split::classes).orElse(0));
        IntStream.range(0, classes)
                .forEach(k -> text.append(
                        EvaluationText.format("%5d  %11s %11s\n", k, count(data.train(), k), count(data.test(), k))));
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

    private static String count(Optional<Split> split, int k) {
        return split.filter(present -> k < present.classes())
                .map(present -> EvaluationText.format("%,d", present.perClass().get(k)))
                .orElse("-");
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
