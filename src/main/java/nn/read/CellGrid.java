package nn.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nn.image.Plane;
import nn.image.prepare.Box;
import nn.image.prepare.Polarity;

/**
 * A grid of cells of one size, straightened. Its outline is the one that {@link GridOutline} finds; or else the whole page is the grid.
 *
 * @param upright the grid alone, its lines level and upright
 * @param cells   its rows and columns
 * @param view    from the straightened grid to the page
 */
record CellGrid(Plane upright, ReadOptions.Cells cells, Perspective view) {

    /** A cell is at most so many pixels wide and high. */
    private static final int LARGEST_CELL = 160;

    private static final int SMALLEST_CELL = 24;
    /** Ink nearer to a cell's side than this share of its size may belong to a line. */
    private static final double RIM = 0.14;
    /** Along a line, at least this share is ink. */
    private static final double LINE_INK = 0.55;

    static CellGrid of(Plane light, Polarity polarity, ReadOptions.Cells cells) {
        Perspective view = GridOutline.of(light, polarity, cells)
                .orElseGet(() -> Perspective.of(
                        new double[] {0, light.width(), light.width(), 0},
                        new double[] {0, 0, light.height(), light.height()}));
        int cellWidth = size(view.width() / cells.columns());
        int cellHeight = size(view.height() / cells.rows());
        Plane upright = Plane.of(cellWidth * cells.columns(), cellHeight * cells.rows());
        for (int y = 0; y < upright.height(); y++) {
            for (int x = 0; x < upright.width(); x++) {
                double u = (x + 0.5) / upright.width();
                double v = (y + 0.5) / upright.height();
                upright.values()[y * upright.width() + x] = sample(light, view.x(u, v) - 0.5, view.y(u, v) - 0.5);
            }
        }
        return new CellGrid(upright, cells, view);
    }

    private static int size(double pixels) {
        return (int) Math.max(SMALLEST_CELL, Math.min(LARGEST_CELL, Math.round(pixels)));
    }

    /** Between the centers of pixels, linearly. */
    private static float sample(Plane plane, double x, double y) {
        double left = Math.max(0, Math.min(plane.width() - 1, x));
        double top = Math.max(0, Math.min(plane.height() - 1, y));
        int column = (int) Math.min(plane.width() - 2, left);
        int row = (int) Math.min(plane.height() - 2, top);
        if (column < 0 || row < 0) {
            return plane.at((int) left, (int) top);
        }
        double a = left - column;
        double b = top - row;
        return (float) ((1 - b) * ((1 - a) * plane.at(column, row) + a * plane.at(column + 1, row))
                + b * ((1 - a) * plane.at(column, row + 1) + a * plane.at(column + 1, row + 1)));
    }

    /** The ink in the cells, without the lines between them. */
    InkMap ink(Polarity polarity) {
        InkMap map = InkMap.withLines(upright, polarity);
        boolean[] gone = new boolean[map.ink().values().length];
        blankLines(map.ink(), gone, cells.columns(), cells.rows(), 1, upright.width());
        blankLines(map.ink().transposed(), gone, cells.rows(), cells.columns(), upright.width(), 1);
        return map.without(gone);
    }

    /**
     * Marks the lines between columns of cells, each side of each cell by itself.
     *
     * @param along  the step in the mask from one column of the ink to the next
     * @param across the same of rows
     */
    private static void blankLines(Plane ink, boolean[] gone, int columns, int rows, int along, int across) {
        double cellWidth = (double) ink.width() / columns;
        double cellHeight = (double) ink.height() / rows;
        for (int row = 0; row < rows; row++) {
            int top = (int) Math.round(row * cellHeight);
            int bottom = (int) Math.round((row + 1) * cellHeight);
            for (int line = 0; line <= columns; line++) {
                int middle = (int) Math.round(line * cellWidth);
                int reach = (int) Math.ceil(RIM * cellWidth);
                int from = middle;
                int to = middle;
                for (int x = Math.max(0, middle - reach); x < Math.min(ink.width(), middle + reach); x++) {
                    if (inked(ink, x, top, bottom) > LINE_INK) {
                        from = Math.min(from, x - 1);
                        to = Math.max(to, x + 2);
                    }
                }
                for (int x = Math.max(0, from); x < Math.min(ink.width(), to); x++) {
                    for (int y = top; y < bottom; y++) {
                        gone[y * across + x * along] = true;
                    }
                }
            }
        }
    }

    /** The share of a column between two rows that is ink. */
    private static double inked(Plane ink, int x, int top, int bottom) {
        int inked = 0;
        for (int y = top; y < bottom; y++) {
            inked += ink.at(x, y) >= InkMap.THRESHOLD / 2 ? 1 : 0;
        }
        return (double) inked / (bottom - top);
    }

    /** What is written in each cell, row by row; empty where nothing is. */
    List<Optional<Lines.Line>> contents(Parts parts) {
        double cellWidth = (double) upright.width() / cells.columns();
        double cellHeight = (double) upright.height() / cells.rows();
        List<List<Part>> inCells = new ArrayList<>();
        for (int i = 0; i < cells.rows() * cells.columns(); i++) {
            inCells.add(new ArrayList<>());
        }
        for (Part part : parts.parts()) {
            int column = (int) Math.min(cells.columns() - 1, part.centerX() / cellWidth);
            int row = (int) Math.min(cells.rows() - 1, part.centerY() / cellHeight);
            Box box = part.box();
            boolean inside = box.right() > (column + RIM) * cellWidth
                    && box.left() < (column + 1 - RIM) * cellWidth
                    && box.bottom() > (row + RIM) * cellHeight
                    && box.top() < (row + 1 - RIM) * cellHeight;
            if (inside && box.height() < 1.2 * cellHeight) {
                inCells.get(row * cells.columns() + column).add(part);
            }
        }
        return inCells.stream().map(own -> line(own, cellHeight)).toList();
    }

    private static Optional<Lines.Line> line(List<Part> parts, double cellHeight) {
        double highest = parts.stream().mapToInt(Part::height).max().orElse(0);
        if (highest < 0.2 * cellHeight) {
            return Optional.empty();
        }
        Lines.Line line = Lines.Line.level(
                parts.stream().filter(part -> part.height() >= 0.5 * highest).toList(),
                parts.stream().filter(part -> part.height() < 0.5 * highest).toList());
        return Optional.of(line);
    }

    /** A cell's bounds on the page. */
    Box cell(int row, int column) {
        return onPage(
                (double) column / cells.columns(),
                (double) row / cells.rows(),
                (column + 1.0) / cells.columns(),
                (row + 1.0) / cells.rows());
    }

    /** The bounds on the page of a box of the straightened grid. */
    Box onPage(Box box) {
        return onPage(
                (double) box.left() / upright.width(),
                (double) box.top() / upright.height(),
                (double) box.right() / upright.width(),
                (double) box.bottom() / upright.height());
    }

    private Box onPage(double left, double top, double right, double bottom) {
        double[] x = {view.x(left, top), view.x(right, top), view.x(right, bottom), view.x(left, bottom)};
        double[] y = {view.y(left, top), view.y(right, top), view.y(right, bottom), view.y(left, bottom)};
        Arrays.sort(x);
        Arrays.sort(y);
        return new Box((int) Math.floor(x[0]), (int) Math.floor(y[0]), (int) Math.ceil(x[3]), (int) Math.ceil(y[3]));
    }
}
