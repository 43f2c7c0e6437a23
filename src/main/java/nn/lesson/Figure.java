package nn.lesson;

import java.util.List;

/**
 * A lesson's figure: panels side by side, under the lesson's title.
 *
 * @param columns the number of panels in a row
 */
public record Figure(List<Panel> panels, int columns) {

    public Figure {
        panels = List.copyOf(panels);
        if (columns < 1 || panels.isEmpty()) {
            throw new IllegalArgumentException("a figure has at least one panel and one column");
        }
    }

    static Figure of(int columns, Panel... panels) {
        return new Figure(List.of(panels), columns);
    }
}
