package nn.exchange;

import static nn.exchange.OnnxGraph.attribute;
import static nn.exchange.OnnxGraph.attributes;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nn.data.GradientDirections;
import nn.data.ImageForm;
import nn.data.InputKind;

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
    private Optional<String> bytes = Optional.empty();

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
                        "Concat",
                        "both",
                        List.of(of(InputKind.PIXELS), of(InputKind.GRADIENTS)),
                        attribute("axis", 1));
        };
        made.put(kind, value);
        return value;
    }

    /** The gray levels from 0 (paper) to 1 (ink). */
    private String grays() {
        if (form.equals(ImageForm.MNIST) && range == PixelRange.UNIT) {
            return PIXELS;
        }
        return graph.node("Div", "gray", List.of(bytes(), graph.number("gray.largest", 255)));
    }

    /** The gray levels as whole numbers from 0 (paper) to 255 (ink), as nn reads them. */
    private String bytes() {
        if (bytes.isEmpty()) {
            bytes = Optional.of(converted(stored()));
        }
        return bytes.orElseThrow();
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
        if (form.equals(ImageForm.MNIST)) {
            return stored;
        }
        int largest = form.largestPixel();
        String most = graph.number("form.largest", largest);
        String ink = graph.node("Min", "form.level", List.of(stored, most));
        if (form.darkInk()) {
            ink = graph.node("Sub", "form.ink", List.of(most, ink));
        }
        String scaled = graph.node("Mul", "form.scaled", List.of(ink, graph.number("form.255", 255)));
        String shifted = graph.node("Add", "form.shifted", List.of(scaled, graph.number("form.half", largest / 2)));
        String level = graph.node(
                "Floor", "form.byte", List.of(graph.node("Div", "form.quotient", List.of(shifted, most))));
        return form.transposed() ? transposed(level) : level;
    }

    private String transposed(String columnAfterColumn) {
        String image = graph.node(
                "Reshape",
                "form.columns",
                List.of(columnAfterColumn, graph.integers("form.shape", -1, columns, rows)));
        String turned = graph.node("Transpose", "form.rows", List.of(image), attributes("perm", 0, 2, 1));
        return graph.node(
                "Reshape", "form.image", List.of(turned, graph.integers("form.flat", -1, (long) rows * columns)));
    }

    /**
     * The {@link GradientDirections}. Sobel's operator works on whole numbers, so that its sums are exact in any order: the root of a sum
     * that ought to be 0 would be far from 0.
     */
    private String gradients() {
        String image = graph.node(
                "Reshape", "gradients.image", List.of(bytes(), graph.integers("gradients.shape", -1, 1, rows, columns)));
        // Channels: how far the gradient goes right, left, down and up, each at least 0.
        String sides = graph.node(
                "Relu",
                "gradients.sides",
                List.of(graph.node(
                        "Conv",
                        "gradients.sobel",
                        List.of(image, graph.floats("gradients.kernels", kernels(), 4, 1, 3, 3)),
                        attributes("pads", 2, 2, 2, 2))));
        // Along right, left, down and up: the longer part minus the shorter.
        String axes = graph.node(
                "Relu",
                "gradients.axes",
                List.of(graph.node(
                        "Conv",
                        "gradients.differences",
                        List.of(sides, graph.floats("gradients.signs", signs(), 4, 4, 1, 1)))));
        // Along right-down, left-down, left-up and right-up: the shorter part.
        String across = graph.node(
                "Gather",
                "gradients.across",
                List.of(sides, graph.integers("gradients.across.order", 0, 1, 1, 0)),
                attribute("axis", 1));
        String down = graph.node(
                "Gather",
                "gradients.down",
                List.of(sides, graph.integers("gradients.down.order", 2, 2, 3, 3)),
                attribute("axis", 1));
        String diagonals = graph.node("Min", "gradients.diagonals", List.of(across, down));
        String both = graph.node("Concat", "gradients.both", List.of(axes, diagonals), attribute("axis", 1));
        // Clockwise from right on.
        String clockwise = graph.node(
                "Gather",
                "gradients.clockwise",
                List.of(both, graph.integers("gradients.order", 0, 4, 2, 5, 1, 6, 3, 7)),
                attribute("axis", 1));
        String scaled = graph.node(
                "Mul", "gradients.scaled", List.of(clockwise, graph.floats("gradients.scale", scale(), 8, 1, 1)));
        return features(scaled);
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
        String ordered =
                graph.node("Transpose", "gradients.ordered", List.of(roots), attributes("perm", 0, 2, 1, 3));
        return graph.node(
                "Reshape",
                "gradients",
                List.of(ordered, graph.integers("gradients.flat", -1, 8L * cellRows * cellColumns)));
    }

    /** Sobel's operator towards right, left, down and up. */
    private static float[] kernels() {
        return new float[] {
            -1, 0, 1, -2, 0, 2, -1, 0, 1, //
            1, 0, -1, 2, 0, -2, 1, 0, -1, //
            -1, -2, -1, 0, 0, 0, 1, 2, 1, //
            1, 2, 1, 0, 0, 0, -1, -2, -1
        };
    }

    /** Each side minus both sides of the other axis, of which one is 0. */
    private static float[] signs() {
        return new float[] {
            1, 0, -1, -1, //
            0, 1, -1, -1, //
            -1, -1, 1, 0, //
            -1, -1, 0, 1
        };
    }

    /** A quarter of Sobel's operator, on pixels from 0 to 1. */
    private static float[] scale() {
        float[] scale = new float[8];
        for (int direction = 0; direction < scale.length; direction++) {
            scale[direction] = (direction % 2 == 0 ? 1 : DIAGONAL) / (4 * 255);
        }
        return scale;
    }
}
