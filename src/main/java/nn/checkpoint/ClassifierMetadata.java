package nn.checkpoint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nn.UntrustedText;
import nn.data.InputKind;
import nn.eval.Classifier;
import nn.json.EnumName;
import nn.model.Activation;
import nn.model.Architecture;
import nn.model.Loss;
import nn.model.Parameters;

/**
 * Describes the tensors of a model file, in plain strings: {@code architecture} ({@code 784-256-10}), {@code activations}
 * ({@code relu,identity}), {@code biases}, {@code rows}, {@code columns}, {@code scale} ({@code 1/255}, what pixels are
 * multiplied by), {@code classes} ({@code 0,1,2}), {@code loss} and {@code temperature}; and where not all networks read
 * pixels, {@code inputs} ({@code gradients}). The first three and the last have a word for each member of a committee. The
 * strings are plain instead of JSON, because each start of {@code nn predict} reads them.
 */
record ClassifierMetadata(
        List<Architecture> architectures,
        List<InputKind> inputs,
        int rows,
        int columns,
        List<String> classes,
        Loss loss,
        double temperature) {

    private static final String SCALE = "1/255";
    private static final int MOST_MEMBERS = 1000;

    /** @throws IllegalArgumentException if the loss would be read back as another one */
    static ClassifierMetadata of(Classifier classifier) {
        if (!Loss.named(classifier.loss().label()).equals(classifier.loss())) {
            throw new IllegalArgumentException("a model file cannot tell " + classifier.loss() + " from "
                    + Loss.named(classifier.loss().label()));
        }
        return new ClassifierMetadata(
                classifier.members().stream().map(Parameters::architecture).toList(),
                classifier.inputs(),
                classifier.rows(),
                classifier.columns(),
                classifier.classNames(),
                classifier.loss(),
                classifier.temperature());
    }

    Classifier classifier(List<Parameters> members) {
        return new Classifier(members, inputs, rows, columns, classes, loss, temperature);
    }

    Map<String, String> toStrings() {
        Map<String, String> strings = new LinkedHashMap<>();
        strings.put(
                "architecture", architectures.stream().map(Architecture::name).collect(Collectors.joining(" ")));
        strings.put(
                "activations",
                architectures.stream()
                        .map(architecture -> architecture.activations().stream()
                                .map(EnumName::of)
                                .collect(Collectors.joining(",")))
                        .collect(Collectors.joining(" ")));
        strings.put(
                "biases",
                architectures.stream()
                        .map(architecture -> String.valueOf(architecture.biases()))
                        .collect(Collectors.joining(" ")));
        if (inputs.stream().anyMatch(kind -> kind != InputKind.PIXELS)) {
            strings.put("inputs", inputs.stream().map(InputKind::label).collect(Collectors.joining(" ")));
        }
        strings.put("rows", String.valueOf(rows));
        strings.put("columns", String.valueOf(columns));
        strings.put("scale", SCALE);
        strings.put("classes", String.join(",", classes));
        strings.put("loss", loss.label());
        strings.put("temperature", String.valueOf(temperature));
        return strings;
    }

    /** @throws IllegalArgumentException if a string is missing or illegal */
    static ClassifierMetadata from(Map<String, String> strings) {
        String scale = text(strings, "scale");
        if (!scale.equals(SCALE)) {
            throw new IllegalArgumentException("pixels are multiplied by " + scale + ", not " + SCALE);
        }
        List<Architecture> architectures = architectures(strings);
        return new ClassifierMetadata(
                architectures,
                inputs(strings, architectures.size()),
                number(text(strings, "rows")),
                number(text(strings, "columns")),
                classes(text(strings, "classes")),
                Loss.named(text(strings, "loss")),
                Double.parseDouble(text(strings, "temperature")));
    }

    private static List<InputKind> inputs(Map<String, String> strings, int members) {
        String words = strings.get("inputs");
        return words == null
                ? Collections.nCopies(members, InputKind.PIXELS)
                : Stream.of(words.split(" ")).map(InputKind::labeled).toList();
    }

    /** Class names are printed unchanged, so they must be printable. */
    private static List<String> classes(String text) {
        List<String> names = List.of(text.split(","));
        for (String name : names) {
            if (!name.equals(UntrustedText.escaped(name))) {
                throw new IllegalArgumentException(
                        "the class name " + UntrustedText.quoted(name) + " is too long or not printable");
            }
        }
        return names;
    }

    private static List<Architecture> architectures(Map<String, String> strings) {
        String[] names = text(strings, "architecture").split(" ");
        String[] activations = text(strings, "activations").split(" ");
        String[] biases = text(strings, "biases").split(" ");
        if (names.length != activations.length || names.length != biases.length || names.length > MOST_MEMBERS) {
            throw new IllegalArgumentException("%d architectures with %d activations and %d biases"
                    .formatted(names.length, activations.length, biases.length));
        }
        List<Architecture> architectures = new ArrayList<>();
        for (int member = 0; member < names.length; member++) {
            List<Integer> sizes = new ArrayList<>();
            for (String size : names[member].split("-")) {
                sizes.add(number(size));
            }
            List<Activation> functions = new ArrayList<>();
            for (String name : activations[member].split(",")) {
                functions.add(Activation.valueOf(name.toUpperCase(Locale.ROOT)));
            }
            architectures.add(new Architecture(sizes, functions, flag(biases[member])));
        }
        return architectures;
    }

    private static boolean flag(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("'" + text + "' is neither true nor false");
        }
        return text.equals("true");
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is not a number that fits", e);
        }
    }

    static String text(Map<String, String> strings, String key) {
        String text = strings.get(key);
        if (text == null) {
            throw new IllegalArgumentException("its metadata has no " + key);
        }
        return text;
    }
}
