package nn.lesson;

import java.util.List;

/** One drawing of a figure, as data. Keys belong to the lesson's resource bundle. */
public sealed interface Panel {

    /** The key of its heading. */
    String key();

    /** Curves and points over two axes. */
    record Curves(String key, Axis x, Axis y, List<Series> series) implements Panel {
        public Curves {
            series = List.copyOf(series);
        }

        static Curves of(String key, Axis x, Axis y, Series... series) {
            return new Curves(key, x, y, List.of(series));
        }
    }

    /**
     * One bar for each category.
     *
     * @param x the key of the categories' label
     * @param values one for each category
     * @param marked the highlighted category, -1 for none
     */
    record Bars(String key, String x, Axis y, List<String> categories, Numbers values, int marked) implements Panel {
        public Bars {
            categories = List.copyOf(categories);
        }
    }

    /**
     * A surface over a plane, shown as colors, with paths on it.
     *
     * @param heights {@code [rows, columns]}, the first row at the lower end of y
     * @param scale the key of the color scale's label
     */
    record Surface(String key, Axis x, Axis y, Numbers heights, String scale, List<Series> series) implements Panel {
        public Surface {
            series = List.copyOf(series);
        }
    }

    /** Small gray pictures with captions. */
    record Images(String key, List<Image> images, int columns) implements Panel {
        public Images {
            images = List.copyOf(images);
        }
    }

    /** A gray picture {@code [rows, columns]}. Its lowest value is drawn as paper and its highest as ink. */
    record Image(String caption, Numbers pixels) {}

    /** Matrices from left to right. */
    record Tables(String key, List<Table> tables) implements Panel {
        public Tables {
            tables = List.copyOf(tables);
        }
    }

    /**
     * A matrix with its numbers. A row, a column or a cell may be marked.
     *
     * @param row the marked row, -1 for none
     * @param column the marked column, -1 for none
     * @param sign the sign after it, such as an equals sign
     */
    record Table(String name, Numbers matrix, int row, int column, String sign) {}

    /**
     * A network with a number in each neuron and at each link.
     *
     * @param values each layer's numbers
     * @param weights the weights between the layers, {@code [fanIn, fanOut]}
     * @param layers the keys of the layers' names
     * @param backward whether the arrows point from the outputs to the inputs
     */
    record Network(String key, List<Numbers> values, List<Numbers> weights, List<String> layers, boolean backward)
            implements Panel {
        public Network {
            values = List.copyOf(values);
            weights = List.copyOf(weights);
            layers = List.copyOf(layers);
        }
    }
}
