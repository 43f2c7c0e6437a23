package nn.report.page;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;

/** Draws a confusion matrix: a cell for each true class and answer, with its count where there are few classes. */
record ConfusionDrawing(Confusion confusion) implements Drawing {

    private static final int MARGIN = 64;
    private static final int CELL = 44;
    /** Of cells without counts. */
    private static final int SMALL_CELL = 10;

    @Override
    public String id() {
        return "confusion";
    }

    @Override
    public String title() {
        return "Confusion (row: the truth, column: the answer)";
    }

    @Override
    public String description() {
        return "The number of images of each true class with each answer. Wrong answers are shaded.";
    }

    @Override
    public int width() {
        return Math.max(ChartDrawing.WIDTH, MARGIN + confusion.size() * cell() + 12);
    }

    @Override
    public int height() {
        return MARGIN + confusion.size() * cell() + 12;
    }

    private int cell() {
        return counted() ? CELL : SMALL_CELL;
    }

    private boolean counted() {
        return confusion.size() <= Confusion.MOST_IN_TABLE;
    }

    @Override
    public void draw(Graphics2D surface, boolean titled) {
        ChartDrawing.prepare(surface, this);
        if (titled) {
            surface.setFont(ChartDrawing.TITLE);
            surface.drawString(title(), 12, 20);
        }
        surface.setFont(ChartDrawing.SMALL);
        for (int k = 0; counted() && k < confusion.size(); k++) {
            text(surface, confusion.name(k), Tint.INK.color(), MARGIN + k * CELL, MARGIN - CELL);
            text(surface, confusion.name(k), Tint.INK.color(), MARGIN - CELL, MARGIN + k * CELL);
        }
        for (int truth = 0; truth < confusion.size(); truth++) {
            for (int answer = 0; answer < confusion.size(); answer++) {
                if (counted() || confusion.count(truth, answer) > 0) {
                    cell(surface, truth, answer);
                }
            }
        }
        surface.setPaint(Tint.GRID);
        for (int k = 0; k <= confusion.size(); k += counted() ? 1 : confusion.size()) {
            int place = MARGIN + k * cell();
            int end = MARGIN + confusion.size() * cell();
            surface.drawLine(place, MARGIN, place, end);
            surface.drawLine(MARGIN, place, end, place);
        }
    }

    private void cell(Graphics2D surface, int truth, int answer) {
        int x = MARGIN + answer * cell();
        int y = MARGIN + truth * cell();
        Color ground = truth == answer ? Shades.RIGHT : Shades.light(confusion.shade(truth, answer));
        surface.setColor(ground);
        surface.fillRect(x, y, cell(), cell());
        int count = confusion.count(truth, answer);
        if (counted() && count > 0) {
            text(surface, String.valueOf(count), Shades.readable(ground), x, y);
        }
    }

    /** In the middle of the cell at x and y. */
    private static void text(Graphics2D surface, String text, Color color, int x, int y) {
        FontMetrics font = surface.getFontMetrics();
        surface.setColor(color);
        surface.drawString(text, x + (CELL - font.stringWidth(text)) / 2, y + CELL / 2 + font.getAscent() / 2 - 1);
    }
}
