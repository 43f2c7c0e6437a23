package nn.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nn.eval.Evaluation;
import nn.eval.Evaluation.PerClass;

/** The confusion matrix of a page, and the table of the classes. */
final class Confusion {

    /** With more classes the matrix is a picture, and only the most confused pairs are listed. */
    static final int MOST_IN_TABLE = 29;

    private static final int MOST_PAIRS = 20;

    private final Evaluation evaluation;
    private final int worst;

    Confusion(Evaluation evaluation) {
        this.evaluation = evaluation;
        int most = 0;
        for (int truth = 0; truth < size(); truth++) {
            for (int answer = 0; answer < size(); answer++) {
                most = truth == answer ? most : Math.max(most, count(truth, answer));
            }
        }
        worst = most;
    }

    void write(Html html, String images) {
        html.open("section", "id", "confusion").element("h2", "What it confuses");
        html.element(
                "p",
                "Each row holds the " + images + " images of one true class; the columns are the answers. "
                        + (size() > MOST_IN_TABLE
                                ? "Both are in the order of the classes, from the upper left. The stronger the shade, the more wrong answers; "
                                        + "the right ones on the diagonal are left blank."
                                : "A cell has the number of images and, below it, their share of the row in percent. "
                                        + "Wrong answers are shaded, the most frequent one most."));
        if (size() > MOST_IN_TABLE) {
            picture(html);
        } else {
            matrix(html);
        }
        pairs(html);
        html.close();
    }

    private void matrix(Html html) {
        html.open("div", "class", "scroll", "tabindex", "0").open("table", "class", "confusion");
        html.element("caption", "Rows: the truth. Columns: the answer.")
                .open("thead")
                .open("tr");
        html.element("th", "truth", "scope", "col");
        for (int answer = 0; answer < size(); answer++) {
            html.element("th", name(answer), "scope", "col");
        }
        html.close().close().open("tbody");
        for (int truth = 0; truth < size(); truth++) {
            html.open("tr").element("th", name(truth), "scope", "row");
            for (int answer = 0; answer < size(); answer++) {
                cell(html, truth, answer);
            }
            html.close();
        }
        html.close().close().close();
    }

    private void cell(Html html, int truth, int answer) {
        int count = count(truth, answer);
        html.open("td", "class", truth == answer ? "right" : Shades.of(shade(truth, answer)));
        if (count > 0) {
            html.text(String.valueOf(count)).element("small", share(truth, count));
        }
        html.close();
    }

    private String share(int truth, int count) {
        return Format.of(
                "%.1f", 100.0 * count / evaluation.perClass().get(truth).count());
    }

    /** A pixel for each cell; wrong answers in gray, right ones in white, as both would drown the other. */
    private void picture(Html html) {
        byte[] samples = new byte[size() * size()];
        for (int truth = 0; truth < size(); truth++) {
            for (int answer = 0; answer < size(); answer++) {
                double shade = truth == answer ? 0 : shade(truth, answer);
                samples[truth * size() + answer] = (byte) (255 - Math.round(255 * Math.sqrt(shade)));
            }
        }
        html.empty(
                "img",
                "class",
                "matrix",
                "alt",
                "The wrong answers as a shaded square: a row for each true class, a column for each answer. The pairs below have the numbers.",
                "src",
                Gallery.dataUri(samples, size(), size()));
    }

    private record Pair(int truth, int answer, int count) {}

    private void pairs(Html html) {
        List<Pair> pairs = new ArrayList<>();
        for (int truth = 0; truth < size(); truth++) {
            for (int answer = 0; answer < size(); answer++) {
                if (truth != answer && count(truth, answer) > 0) {
                    pairs.add(new Pair(truth, answer, count(truth, answer)));
                }
            }
        }
        if (pairs.isEmpty()) {
            html.element("p", "There is no wrong answer.");
            return;
        }
        pairs.sort(Comparator.comparingInt(Pair::count).reversed());
        if (size() <= MOST_IN_TABLE) {
            List<String> first = pairs.stream()
                    .limit(5)
                    .map(pair -> Format.of("%s read as %s (%d)", name(pair.truth), name(pair.answer), pair.count))
                    .toList();
            html.element("p", "Most confused: " + String.join(", ", first) + ".");
            return;
        }
        html.element("h3", "The most confused pairs");
        Figures.table(
                html,
                List.of("Truth", "Answer", "Images", "Share of the truth's images"),
                pairs.stream()
                        .limit(MOST_PAIRS)
                        .map(pair -> List.of(
                                name(pair.truth),
                                name(pair.answer),
                                String.valueOf(pair.count),
                                share(pair.truth, pair.count) + " %"))
                        .toList());
    }

    void writeClasses(Html html) {
        html.open("section", "id", "classes").element("h2", "Each class");
        html.element(
                "p",
                "Precision: the share of right answers among the answers with this class. "
                        + "Recall: the share of its images with the right answer. F1: their harmonic mean.");
        Figures.table(
                html,
                List.of("Class", "Images", "Precision", "Recall", "F1"),
                evaluation.perClass().stream()
                        .map(row -> List.of(
                                row.name(),
                                Format.of("%,d", row.count()),
                                Format.percent(row.precision()),
                                Format.percent(row.recall()),
                                Format.percent(row.f1())))
                        .toList());
        html.close();
    }

    /** The number of classes. */
    int size() {
        return evaluation.perClass().size();
    }

    /** The share of the most frequent wrong answer, in [0, 1]. */
    double shade(int truth, int answer) {
        return (double) count(truth, answer) / Math.max(1, worst);
    }

    int count(int truth, int answer) {
        return evaluation.confusion().get(truth).get(answer);
    }

    String name(int k) {
        PerClass row = evaluation.perClass().get(k);
        return row.name();
    }
}
