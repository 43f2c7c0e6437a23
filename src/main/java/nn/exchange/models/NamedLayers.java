package nn.exchange.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nn.UntrustedText;
import nn.exchange.DenseLayer;
import nn.exchange.ForeignModelException;
import nn.exchange.Layout;
import nn.exchange.npy.NumberArray;

/**
 * Finds the layers of a network among named arrays. Names are those of PyTorch ({@code fc1.weight}, {@code net.0.bias}), Keras
 * ({@code dense_1/kernel:0}), NumPy scripts ({@code W1}, {@code b1}) and scikit-learn ({@code coefs_0}, {@code intercepts_0}). The layers are
 * in the order of their names, with numbers by value. What the names leave open, the shapes decide.
 */
final class NamedLayers {

    private static final String WORDS = "(weights?|kernels?|W|w|coefs?|bias|biases|b|intercepts?)";

    /** The word last: the layer's name precedes it. */
    private static final Pattern WORD_LAST = Pattern.compile("(?:(.*)[./_])?" + WORDS + "_?(?::0)?");

    /** A number last, which is the layer's. */
    private static final Pattern NUMBER_LAST = Pattern.compile("((?:.*[./_])?)" + WORDS + "[._]?_?([0-9]{1,9})(?::0)?");

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    /** The arrays of one layer. */
    private static final class Pair {
        private final String layer;
        private Optional<NumberArray> matrix = Optional.empty();
        private Optional<NumberArray> biases = Optional.empty();
        private Optional<Layout> usual = Optional.empty();

        Pair(String layer) {
            this.layer = layer;
        }

        boolean fits(Layout layout) {
            return biases.isEmpty() || biases.get().values().length == layout.outputs(matrix.orElseThrow());
        }

        DenseLayer layer(Layout layout) {
            NumberArray weights = matrix.orElseThrow();
            return layout.layer(
                    weights, biases.map(NumberArray::values).orElseGet(() -> new float[layout.outputs(weights)]));
        }

        String shapes() {
            return (layer.isEmpty() ? "" : UntrustedText.escaped(layer) + " ")
                    + matrix.orElseThrow().shape()
                    + biases.map(own -> " + " + own.shape()).orElse("");
        }
    }

    private NamedLayers() {}

    /**
     * The layers from the inputs to the outputs.
     *
     * @param told the order of the matrices' dimensions, if the user says it
     */
    static List<DenseLayer> of(Map<String, NumberArray> arrays, Optional<Layout> told) throws ForeignModelException {
        Map<String, Pair> byName = new LinkedHashMap<>();
        for (Map.Entry<String, NumberArray> named : arrays.entrySet()) {
            add(byName, named.getKey(), named.getValue());
        }
        List<Pair> pairs = inOrder(byName);
        for (Pair pair : pairs) {
            if (pair.matrix.isEmpty()) {
                throw ForeignModelException.noMlp(
                        "the layer " + UntrustedText.quoted(pair.layer) + " has biases but no weight matrix");
            }
        }
        if (pairs.isEmpty()) {
            throw ForeignModelException.noMlp("it holds no arrays of numbers");
        }
        Layout layout = layout(pairs, told);
        return pairs.stream().map(pair -> pair.layer(layout)).toList();
    }

    private static void add(Map<String, Pair> byName, String name, NumberArray array) throws ForeignModelException {
        Matcher last = WORD_LAST.matcher(name);
        Matcher numbered = NUMBER_LAST.matcher(name);
        String layer;
        String word;
        if (last.matches()) {
            layer = last.group(1) == null ? "" : last.group(1);
            word = last.group(2);
        } else if (numbered.matches()) {
            layer = numbered.group(1) + numbered.group(3);
            word = numbered.group(2);
        } else {
            throw ForeignModelException.noMlp(
                    "the array " + UntrustedText.quoted(name) + " is neither the weights nor the biases of a layer");
        }
        boolean biases = word.startsWith("b") || word.startsWith("intercept");
        if (array.shape().size() != (biases ? 1 : 2)) {
            throw ForeignModelException.noMlp("the array " + UntrustedText.quoted(name) + " has the shape "
                    + array.shape() + ", and a layer's " + (biases ? "biases have one dimension" : "weights have two"));
        }
        Pair pair = byName.computeIfAbsent(layer, Pair::new);
        if ((biases ? pair.biases : pair.matrix).isPresent()) {
            throw ForeignModelException.noMlp("the layer " + UntrustedText.quoted(layer) + " has two arrays of "
                    + (biases ? "biases" : "weights"));
        }
        if (biases) {
            pair.biases = Optional.of(array);
        } else {
            pair.matrix = Optional.of(array);
            pair.usual = usualLayout(word);
        }
    }

    private static Optional<Layout> usualLayout(String word) {
        return switch (word) {
            case "weight" -> Optional.of(Layout.OUT_IN);
            case "weights" -> Optional.empty();
            default -> Optional.of(Layout.IN_OUT);
        };
    }

    private static List<Pair> inOrder(Map<String, Pair> byName) {
        List<Pair> pairs = new ArrayList<>(byName.values());
        pairs.sort(Comparator.comparing(pair -> sortable(pair.layer)));
        return pairs;
    }

    /** The name with its numbers filled up with zeros. */
    private static String sortable(String name) {
        return NUMBER.matcher(name)
                .replaceAll(number -> number.group().length() > 9
                        ? number.group()
                        : "0".repeat(9 - number.group().length()) + number.group());
    }

    private static Layout layout(List<Pair> pairs, Optional<Layout> told) throws ForeignModelException {
        List<Layout> fitting = Arrays.stream(Layout.values())
                .filter(layout -> fits(pairs, layout))
                .toList();
        List<Layout> possible = fitting.stream()
                .filter(layout -> told.isEmpty() || told.get() == layout)
                .toList();
        if (possible.isEmpty()) {
            String shapes = pairs.stream().map(Pair::shapes).collect(Collectors.joining(", then "));
            throw new ForeignModelException(
                    "has layers that do not fit together: " + UntrustedText.escaped(shapes),
                    told.isPresent() && !fitting.isEmpty()
                            ? "leave out --layout"
                            : "name the layers so that they sort from the inputs to the outputs");
        }
        if (possible.size() == 1) {
            return possible.get(0);
        }
        List<Layout> usual =
                pairs.stream().flatMap(pair -> pair.usual.stream()).distinct().toList();
        if (usual.size() != 1) {
            throw new ForeignModelException(
                    "does not say whether its matrices are [inputs, outputs] or [outputs, inputs], and both fit",
                    "give --layout in-out or --layout out-in");
        }
        return usual.get(0);
    }

    private static boolean fits(List<Pair> pairs, Layout layout) {
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get(i);
            if (!pair.fits(layout)
                    || i > 0
                            && layout.outputs(pairs.get(i - 1).matrix.orElseThrow())
                                    != layout.inputs(pair.matrix.orElseThrow())) {
                return false;
            }
        }
        return true;
    }
}
