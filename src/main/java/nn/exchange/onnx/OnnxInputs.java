package nn.exchange.onnx;

import static nn.exchange.onnx.OnnxGraph.attribute;
import static nn.exchange.onnx.OnnxGraph.attributes;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nn.data.GradientDirections;
import nn.data.ImageForm;
import nn.data.InputKind;
import nn.exchange.PixelRange;

/**
 * The part of an ONNX graph that turns raw pixels into what networks read. Images are in the form of the training's files. Every kind of
 * inputs is made once, however many networks read it.
 */
final class OnnxInputs {

    /** The name of the graph's input. */
    static final String PIXELS = "pixels";

    private static final float DIAGONAL = (float) Math.sqrt(2);

    private final OnnxGraph graph;
    private final int rows;
    private final int columns;
    private final ImageForm form;
    private final PixelRange range;
    private final Map<InputKind, String> made = new EnumMap<>(InputKind.class);

    /** For images of {@code rows x columns} pixels, after they are converted from the form. */
    OnnxInputs(OnnxGraph graph, int rows, int columns, ImageForm form, PixelRange range) {
        this.graph = graph;
        this.rows = rows;
        this.columns = columns;
        this.form = form;
        this.range = range;
        graph.input(PIXELS, rows * columns, meaning());
    }

    private String meaning() {
        int ink = range == PixelRange.UNIT ? 1 : form.largestPixel();
        return "Gray levels of an image, %s: %s. An image has %d x %d pixels."
                .formatted(
                        form.transposed() ? "column after column" : "row after row",
                        form.darkInk() ? "0 ink to " + ink + " paper" : "0 paper to " + ink + " ink",
                        rows,
                        columns);
    }

    /** The value {@code [batch, inputs]} that a network reads. */
    String of(InputKind kind) {
        String known = made.get(kind);
        if (known != null) {
            return known;
        }
        String value = switch (kind) {
            case PIXELS -> grays();
            case GRADIENTS -> gradients();
            case BOTH ->
                graph.node(
                        "Concat", "both", List.of(of(InputKind.PIXELS), of(InputKind.GRADIENTS)), attribute("axis", 1));
        };
        made.put(kind, value);
        return value;
    }

    /** The gray levels from 0 (paper) to 1 (ink). */
    private String grays() {
        if (form.equals(ImageForm.MNIST) && range == PixelRange.UNIT) {
            return PIXELS;
        }
        String bytes = form.equals(ImageForm.MNIST) ? PIXELS : converted(stored());
        return graph.node("Div", "gray", List.of(bytes, graph.number("gray.largest", 255)));
    }

    /** The whole numbers of the training's files. */
    private String stored() {
        if (range == PixelRange.BYTES) {
            return PIXELS;
        }
        String scaled = graph.node(
                "Mul", "stored.scaled", List.of(PIXELS, graph.number("stored.largest", form.largestPixel())));
        return graph.node("Round", "stored", List.of(scaled));
    }

    /** What {@link ImageForm} makes of the numbers. */
    private String converted(String stored) {
        int largest = form.largestPixel();
        String most = graph.number("form.largest", largest);
        String ink = graph.node("Min", "form.level", List.of(stored, most));
        if (form.darkInk()) {
            ink = graph.node("Sub", "form.ink", List.of(most, ink));
        }
        String scaled = graph.node("Mul", "form.scaled", List.of(ink, graph.number("form.255", 255)));
        String shifted = graph.node("Add", "form.shifted", List.of(scaled, graph.number("form.half", largest / 2)));
        String level =
                graph.node("Floor", "form.byte", List.of(graph.node("Div", "form.quotient", List.of(shifted, most))));
        return form.transposed() ? transposed(level) : level;
    }

    private String transposed(String columnAfterColumn) {
        String image = graph.node(
                "Reshape", "form.columns", List.of(columnAfterColumn, graph.integers("form.shape", -1, columns, rows)));
        String turned = graph.node("Transpose", "form.rows", List.of(image), attributes("perm", 0, 2, 1));
        return graph.node(
                "Reshape", "form.image", List.of(turned, graph.integers("form.flat", -1, (long) rows * columns)));
    }

    /**
     * The {@link GradientDirections}, up to their cells by the same operations in the same order: a rounding error in a sum that is nearly 0
     * is no small error in its root.
     */
    private String gradients() {
        String image = graph.node(
                "Reshape",
                "gradients.image",
                List.of(of(InputKind.PIXELS), graph.integers("gradients.shape", -1, 1, rows, columns)));
        String paper = graph.node(
                "Pad", "gradients.paper", List.of(image, graph.integers("gradients.margins", 0, 0, 2, 2, 0, 0, 2, 2)));
        String upper = shifted("gradients.upper", paper, 2, 0, rows + 2);
        String middle = shifted("gradients.middle", paper, 2, 1, rows + 2);
        String lower = shifted("gradients.lower", paper, 2, 2, rows + 2);
        String smooth = weighted("gradients.smooth", upper, middle, lower);
        String rise = graph.node(
                "Sub",
                "gradients.rise",
                List.of(
                        shifted("gradients.smooth.right", smooth, 3, 2, columns + 2),
                        shifted("gradients.smooth.left", smooth, 3, 0, columns + 2)));
        String slope = graph.node("Sub", "gradients.slope", List.of(lower, upper));
        String fall = weighted(
                "gradients.fall",
                shifted("gradients.slope.left", slope, 3, 0, columns + 2),
                shifted("gradients.slope.middle", slope, 3, 1, columns + 2),
                shifted("gradients.slope.right", slope, 3, 2, columns + 2));
        return features(parts(rise, fall));
    }

    /** {@code count} rows (axis 2) or columns (axis 3), from one on. */
    private String shifted(String name, String value, int axis, int from, int count) {
        return graph.node(
                "Slice",
                name,
                List.of(
                        value,
                        graph.integers(name + ".from", from),
                        graph.integers(name + ".to", from + count),
                        graph.integers(name + ".axis", axis)));
    }

    /** First plus twice the second plus the third. */
    private String weighted(String name, String first, String second, String third) {
        String twice = graph.node("Add", name + ".twice", List.of(second, second));
        return graph.node("Add", name, List.of(graph.node("Add", name + ".sum", List.of(first, twice)), third));
    }

    /** A gradient's parts {@code [batch, 8, rows + 2, columns + 2]} along the eight directions, clockwise from right on. */
    private String parts(String rise, String fall) {
        List<String> parts = new ArrayList<>();
        String right = positive("gradients.right", rise);
        String left = positive("gradients.left", graph.node("Neg", "gradients.minus.rise", List.of(rise)));
        String down = positive("gradients.down", fall);
        String up = positive("gradients.up", graph.node("Neg", "gradients.minus.fall", List.of(fall)));
        String width = graph.node("Abs", "gradients.width", List.of(rise));
        String height = graph.node("Abs", "gradients.height", List.of(fall));
        parts.add(along("gradients.0", right, height));
        parts.add(between("gradients.1", right, down));
        parts.add(along("gradients.2", down, width));
        parts.add(between("gradients.3", left, down));
        parts.add(along("gradients.4", left, height));
        parts.add(between("gradients.5", left, up));
        parts.add(along("gradients.6", up, width));
        parts.add(between("gradients.7", right, up));
        String all = graph.node("Concat", "gradients.directions", parts, attribute("axis", 1));
        return graph.node("Mul", "gradients.parts", List.of(all, graph.floats("gradients.scale", scale(), 8, 1, 1)));
    }

    private String positive(String name, String value) {
        return graph.node("Relu", name, List.of(value));
    }

    /** Along an axis goes what one side has more than the other axis. */
    private String along(String name, String side, String otherAxis) {
        return positive(name, graph.node("Sub", name + ".difference", List.of(side, otherAxis)));
    }

    /** Along a diagonal goes the shorter side. */
    private String between(String name, String side, String otherSide) {
        return graph.node("Min", name, List.of(side, otherSide));
    }

    /** Sums parts {@code [batch, 8, rows + 2, columns + 2]} about the cells' centers. */
    private String features(String parts) {
        float[][] acrossWeights = GradientDirections.cellWeights(columns);
        float[][] downWeights = GradientDirections.cellWeights(rows);
        int cellColumns = acrossWeights[0].length;
        int cellRows = downWeights[0].length;
        float[] across = new float[(columns + 2) * cellColumns];
        float[] down = new float[cellRows * (rows + 2)];
        for (int i = 0; i < across.length; i++) {
            across[i] = acrossWeights[i / cellColumns][i % cellColumns];
        }
        for (int i = 0; i < down.length; i++) {
            down[i] = downWeights[i % (rows + 2)][i / (rows + 2)];
        }
        String lines = graph.node(
                "MatMul",
                "gradients.lines",
                List.of(parts, graph.floats("gradients.cells.across", across, columns + 2, cellColumns)));
        String sums = graph.node(
                "MatMul",
                "gradients.sums",
                List.of(graph.floats("gradients.cells.down", down, cellRows, rows + 2), lines));
        String roots = graph.node("Sqrt", "gradients.roots", List.of(sums));
        String ordered = graph.node("Transpose", "gradients.ordered", List.of(roots), attributes("perm", 0, 2, 1, 3));
        return graph.node(
                "Reshape",
                "gradients",
                List.of(ordered, graph.integers("gradients.flat", -1, 8L * cellRows * cellColumns)));
    }

    /** A quarter of Sobel's operator; a step along a diagonal is longer. */
    private static float[] scale() {
        float[] scale = new float[8];
        for (int direction = 0; direction < scale.length; direction++) {
            scale[direction] = (direction % 2 == 0 ? 1 : DIAGONAL) / 4;
        }
        return scale;
    }
}
