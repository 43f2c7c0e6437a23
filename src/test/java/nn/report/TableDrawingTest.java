package nn.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import nn.lesson.Numbers;
import nn.lesson.Panel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableDrawingTest {

    private static final Rectangle2D.Double AREA = new Rectangle2D.Double(10, 20, 930, 450);

    private final RecordingCanvas canvas = RecordingCanvas.of(960, 490, "matrix");

    private void draw(Panel.Table... tables) {
        new PanelDrawing(canvas, 0).draw(new Panel.Tables("product", List.of(tables)), AREA);
    }

    /** The cells' frames, table by table and row by row. */
    private List<Rectangle2D> cells() {
        return canvas.strokes.stream()
                .map(stroke -> stroke.shape().getBounds2D())
                .toList();
    }

    private static Panel.Table table(String name, double[][] matrix, int row, int column, String sign) {
        return new Panel.Table(name, Numbers.of(matrix), row, column, sign);
    }

    @Test
    void numbersStandInTheirCellsRowByRow() {
        draw(table("A [2, 3]", new double[][] {{1, -2, 0.5}, {1000, -0.12345, 6}}, -1, -1, "="));
        List<String> written = List.of("1", "\u22122", "0.500", "1000", "\u22120.123", "6");
        List<Rectangle2D> cells = cells();
        assertEquals(6, cells.size());
        for (int i = 0; i < 6; i++) {
            RecordingCanvas.Text number = canvas.text(written.get(i));
            assertEquals(cells.get(i).getCenterX(), number.x(), 1e-9);
            assertEquals(cells.get(i).getCenterY(), number.y(), 1e-9);
            assertTrue(AREA.contains(cells.get(i)), cells.get(i).toString());
        }
        assertEquals(cells.get(0).getMaxX(), cells.get(1).getX(), 1e-9);
        assertEquals(cells.get(0).getMaxY(), cells.get(3).getY(), 1e-9);
        assertEquals(cells.get(0).getX(), cells.get(3).getX(), 1e-9);
    }

    @ParameterizedTest
    @CsvSource({"-1, -1, ''", "0, -1, 01", "-1, 1, 13", "1, 0, 2", "1, 1, 3"})
    void aRowAColumnOrTheCellOfBothIsMarked(int row, int column, String marked) {
        draw(table("A", new double[][] {{1, 2}, {3, 4}}, row, column, ""));
        StringBuilder found = new StringBuilder();
        List<Rectangle2D> marks = canvas.boxes(Palette.MARK);
        for (int i = 0; i < 4; i++) {
            found.append(marks.contains(cells().get(i)) ? String.valueOf(i) : "");
        }
        assertEquals(marked, found.toString());
        assertEquals(4, marks.size() + canvas.boxes(Color.WHITE).size());
    }

    @Test
    void tablesStandInOrderWithTheirNamesBelowAndSignsBetween() {
        draw(
                table("A", new double[][] {{1}, {2}}, -1, -1, "\u00d7"),
                table("B", new double[][] {{3, 4}}, -1, -1, "="),
                table("C", new double[][] {{5, 6}, {7, 8}}, -1, -1, ""));
        List<Rectangle2D> tables = new ArrayList<>();
        for (List<Rectangle2D> cells : List.of(cells().subList(0, 2), cells().subList(2, 4), cells().subList(4, 8))) {
            tables.add(cells.stream().reduce(Rectangle2D::createUnion).orElseThrow());
        }
        for (int i = 0; i < 3; i++) {
            RecordingCanvas.Text name = canvas.text(List.of("A", "B", "C").get(i));
            assertEquals(tables.get(i).getCenterX(), name.x(), 1e-9);
            assertTrue(name.y() > tables.get(i).getMaxY() + 8, name.toString());
        }
        for (int i = 0; i < 2; i++) {
            RecordingCanvas.Text sign = canvas.text(List.of("\u00d7", "=").get(i));
            assertEquals((tables.get(i).getMaxX() + tables.get(i + 1).getX()) / 2, sign.x(), 1e-9);
            assertEquals(tables.get(i).getCenterY(), sign.y(), 1e-9);
        }
        assertEquals(AREA.getCenterX(), (tables.get(0).getX() + tables.get(2).getMaxX()) / 2, 1e-9);
        assertEquals(tables.get(0).getCenterY(), tables.get(1).getCenterY(), 1e-9, "side by side");
    }

    @Test
    void manyColumnsAreNarrowerAndStayInTheArea() {
        double[][] wide = new double[2][12];
        draw(table("A", wide, -1, -1, "="), table("B", wide, -1, -1, ""));
        assertEquals(48, cells().size());
        cells().forEach(cell -> assertTrue(AREA.contains(cell), cell.toString()));
        assertTrue(canvas.texts.stream()
                .filter(text -> text.text().equals("0"))
                .allMatch(text -> text.font().getSize() == Canvas.SMALL));
    }
}
