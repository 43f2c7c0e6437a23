package nn.lesson;

import java.util.List;

/**
 * A lesson's picture: panels side by side, under the lesson's title.
 *
 * @param columns how many panels stand beside each other
 */
public record Picture(List<Panel> panels, int columns) {

    public Picture {
        panels = List.copyOf(panels);
        if (columns < 1 || panels.isEmpty()) {
            throw new IllegalArgumentException("a picture has at least one panel and one column");
        }
    }

    static Picture of(int columns, Panel... panels) {
        return new Picture(List.of(panels), columns);
    }
}
