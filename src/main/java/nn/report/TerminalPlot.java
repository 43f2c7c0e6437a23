package nn.report;

import java.util.ArrayList;
import java.util.List;
import nn.lesson.Axis;
import nn.lesson.Numbers;
import nn.lesson.Panel;
import nn.lesson.Series;

/**
 * Renders a panel as lines for a terminal. With Unicode a character shows two by four dots as a braille pattern, else one
 * mark. The background color shows the height of a surface.
 */
final class TerminalPlot {

    private static final int ROWS = 16;
    private static final int MAX_COLUMNS = 72;
    private static final int LABEL = 8;
    /** The bits of a braille pattern, [row][column] (Unicode, block 2800). */
    private static final int[][] BRAILLE = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

    private final Terminal terminal;
    private final LessonMessages words;
    private final int columns;
    private final int[][] dots;
    private final int[][] colors;
    private final int[][] heights;

    TerminalPlot(Terminal terminal, LessonMessages words) {
        this.terminal = terminal;
        this.words = words;
        columns = Math.max(16, Math.min(MAX_COLUMNS, terminal.columns() - LABEL - 4));
        dots = new int[ROWS][columns];
        colors = new int[ROWS][columns];
        heights = new int[ROWS][columns];
    }

    /** The panel in a frame with its limits. Only curves and surfaces give lines. */
    List<String> lines(Panel panel) {
        if (panel instanceof Panel.Curves curves) {
            curves.series().forEach(series -> mark(series, curves.x(), curves.y()));
            return framed(curves.x(), curves.y());
        }
        if (panel instanceof Panel.Surface surface) {
            shade(surface.heights());
            surface.series().forEach(series -> mark(series, surface.x(), surface.y()));
            return framed(surface.x(), surface.y());
        }
        return List.of();
    }

    private void mark(Series series, Axis x, Axis y) {
        double lastX = Double.NaN;
        double lastY = Double.NaN;
        boolean joined = series.style() != Series.Style.POINTS && series.style() != Series.Style.CROSSES;
        for (int i = 0; i < series.x().values().size(); i++) {
            double px = x.position(series.x().values().get(i)) * (2 * columns - 1);
            double py = (1 - y.position(series.y().values().get(i))) * (4 * ROWS - 1);
            int parts = joined && Double.isFinite(lastX) && Double.isFinite(px) && Double.isFinite(py)
                    ? (int) Math.min(1000, Math.ceil(Math.max(Math.abs(px - lastX), Math.abs(py - lastY))))
                    : 0;
            for (int part = 1; part < parts; part++) {
                dot(lastX + (px - lastX) * part / parts, lastY + (py - lastY) * part / parts, series.color());
            }
            dot(px, py, series.color());
            lastX = px;
            lastY = py;
        }
    }

    private void dot(double px, double py, int color) {
        if (!Double.isFinite(px) || !Double.isFinite(py)) {
            return;
        }
        int x = (int) Math.round(px);
        int y = (int) Math.round(py);
        if (x >= 0 && x < 2 * columns && y >= 0 && y < 4 * ROWS) {
            dots[y / 4][x / 2] |= BRAILLE[y % 4][x % 2];
            colors[y / 4][x / 2] = Palette.terminal(color);
        }
    }

    /** Grays from a terminal's 256 colors, dark for the valley. */
    private void shade(Numbers surface) {
        int rows = surface.shape().get(0);
        int width = surface.shape().get(1);
        double high =
                surface.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < columns; column++) {
                int y = (int) ((1 - (row + 0.5) / ROWS) * rows);
                int x = (int) ((column + 0.5) / columns * width);
                heights[row][column] =
                        233 + (int) (18 * Math.sqrt(surface.values().get(y * width + x) / high));
            }
        }
    }

    private List<String> framed(Axis x, Axis y) {
        List<String> lines = new ArrayList<>();
        lines.add("  " + words.text("axis." + y.key()));
        for (int row = 0; row < ROWS; row++) {
            String label = row == 0 ? number(y.max()) : row == ROWS - 1 ? number(y.min()) : "";
            lines.add(" ".repeat(LABEL - label.length()) + label + " " + (terminal.unicode() ? "\u2502" : "|")
                    + row(row));
        }
        lines.add(" ".repeat(LABEL + 1)
                + (terminal.unicode() ? "\u2514" + "\u2500".repeat(columns) : "+" + "-".repeat(columns)));
        String name = words.text("axis." + x.key());
        int gap =
                Math.max(2, columns - number(x.min()).length() - number(x.max()).length() - Paragraph.columns(name));
        lines.add(" ".repeat(LABEL + 2)
                + number(x.min())
                + " ".repeat(gap / 2)
                + name
                + " ".repeat(gap - gap / 2)
                + number(x.max()));
        return lines;
    }

    private String row(int row) {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < columns; column++) {
            int pattern = dots[row][column];
            if (terminal.color() && heights[row][column] > 0) {
                text.append("\033[48;5;").append(heights[row][column]).append('m');
            }
            if (terminal.color() && pattern != 0) {
                text.append("\033[38;5;").append(colors[row][column]).append('m');
            }
            text.append(pattern == 0 ? ' ' : terminal.unicode() ? (char) (0x2800 + pattern) : '*');
            if (terminal.color() && (pattern != 0 || heights[row][column] > 0)) {
                text.append("\033[0m");
            }
        }
        return text.toString();
    }

    private static String number(double value) {
        return NumbersText.text(Numbers.of(value));
    }
}
