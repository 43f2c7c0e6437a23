package nn.lesson;

import java.util.List;

/** One drawing of a picture, as data. Keys are those of the lesson's bundle. */
public sealed interface Panel {

    /** Of its heading. */
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
     * @param values as many as categories
     * @param marked the category that stands out, -1 for none
     */
    record Bars(String key, String x, Axis y, List<String> categories, Numbers values, int marked) implements Panel {
        public Bars {
            categories = List.copyOf(categories);
        }
    }

    /**
     * The height over a plane as colors, with paths on it.
     *
     * @param heights {@code [rows, columns]}, the first row at the lower end of y
     * @param scale the key of the heights' label
     */
    record Surface(String key, Axis x, Axis y, Numbers heights, String scale, List<Series> series) implements Panel {
        public Surface {
            series = List.copyOf(series);
        }
    }

    /** Small gray pictures in a row or two, each with a caption. */
    record Images(String key, List<Image> images, int columns) implements Panel {
        public Images {
            images = List.copyOf(images);
        }
    }

    /** A gray picture {@code [rows, columns]}, its lowest value as paper and its highest as ink. */
    record Image(String caption, Numbers pixels) {
    }

    /**
     * Matrices as tables, from left to right, each with what stands behind it.
     *
     * @param marks {@code "row"} or {@code "column"} and its number, as in {@code row 0}, or nothing, for each matrix
     */
    record Tables(String key, List<Numbers> matrices, List<String> names, List<String> marks) implements Panel {
        public Tables {
            matrices = List.copyOf(matrices);
            names = List.copyOf(names);
            marks = List.copyOf(marks);
        }
    }

    /**
     * A network with a number in each neuron and at each link.
     *
     * @param values each layer's numbers
     * @param weights between them, {@code [fanIn, fanOut]}
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
