package nn.report.page;

import java.util.List;

/** Writes charts into a page, each with its numbers. Without fonts there are only the numbers. */
final class Figures {

    private final boolean drawn;

    /** @param drawn whether charts can be drawn */
    Figures(boolean drawn) {
        this.drawn = drawn;
    }

    /**
     * A chart with the table of its numbers. A single point makes no curve: it is only in the table.
     *
     * @param columns the names of the table's columns
     * @param rows the table's rows, each with its header first
     */
    void write(Html html, Chart chart, List<String> columns, List<List<String>> rows) {
        html.open("figure", "id", chart.id());
        html.element("figcaption", chart.title());
        boolean shown = drawn && chart.isCurve();
        if (shown) {
            html.markup(DrawingFile.inPage(new ChartDrawing(chart)));
        }
        html.element("p", chart.description(), "class", "note");
        numbers(html, !shown, columns, rows);
        html.close();
    }

    /** A table that opens on demand; it is open if it stands for the chart. */
    private static void numbers(Html html, boolean isOpen, List<String> columns, List<List<String>> rows) {
        if (isOpen) {
            html.open("details", "open", "open");
        } else {
            html.open("details");
        }
        html.element("summary", "The numbers");
        table(html, columns, rows);
        html.close();
    }

    /** A table that scrolls by itself where the page is narrower. */
    static void table(Html html, List<String> columns, List<List<String>> rows) {
        html.open("div", "class", "scroll", "tabindex", "0").open("table");
        html.head(columns.toArray(String[]::new)).open("tbody");
        for (List<String> row : rows) {
            html.row(row.get(0), row.subList(1, row.size()).toArray(String[]::new));
        }
        html.close().close().close();
    }
}
