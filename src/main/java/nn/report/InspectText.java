package nn.report;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nn.Plural;
import nn.checkpoint.Checkpoint;
import nn.checkpoint.Provenance;
import nn.data.InputKind;
import nn.eval.Classifier;
import nn.eval.Metrics;
import nn.json.EnumName;
import nn.json.Json;
import nn.model.Architecture;
import nn.safetensors.TensorListing;

/** Renders the content of a model file as text. */
public final class InspectText {

    private InspectText() {}

    /** Architecture, preprocessing, metrics, provenance and configuration. */
    public static String of(Path file, Checkpoint checkpoint) {
        Classifier classifier = checkpoint.classifier();
        Provenance provenance = checkpoint.provenance();
        StringBuilder text = new StringBuilder();
        row(text, "File", file.toString());
        networks(classifier)
                .forEach((network, count) -> row(text, "Network", count == 1 ? network : count + " of " + network));
        row(text, "Parameters", EvaluationText.format("%,d", classifier.parameterCount()));
        row(
                text,
                "Input",
                EvaluationText.format(
                        "%d x %d pixels, 0 (paper) to 255 (ink), divided by 255",
                        classifier.rows(), classifier.columns()));
        row(text, "Classes", String.join(" ", classifier.classNames()));
        row(text, "Loss", classifier.loss().label());
        row(text, "Temperature", EvaluationText.format("%.4f", classifier.temperature()));
        row(text, "Validation", metrics(provenance.validation()));
        row(text, "Test", metrics(provenance.test()));
        row(text, provenance.importedFrom().isPresent() ? "Imported" : "Trained", origin(provenance));
        if (!provenance.members().isEmpty()) {
            text.append("Members:\n").append(TrainingText.members(provenance.members()));
        }
        row(text, "Made by", provenance.program() + ", " + provenance.created());
        row(text, "Weights", checkpoint.weightsDigest());
        text.append(DetectorText.of(checkpoint));
        if (provenance.importedFrom().isEmpty()) {
            text.append("Configuration:\n").append(Json.pretty(provenance.config()));
        }
        return text.toString();
    }

    private static String origin(Provenance provenance) {
        return provenance
                .importedFrom()
                .map(file -> "from " + file + ", trained by another program")
                .orElseGet(() -> EvaluationText.format(
                        "%s%s in %s, %,.0f images/s, BLAS kernel %s",
                        Plural.of(provenance.epochs(), "epoch"),
                        provenance.members().isEmpty() ? " (best: " + provenance.bestEpoch() + ")" : " at most",
                        TrainingDisplay.duration(provenance.seconds()),
                        provenance.imagesPerSecond(),
                        provenance.blasKernel()));
    }

    /** The tensors and strings of a file that nn did not write. */
    public static String of(Path file, TensorListing content) {
        StringBuilder text = new StringBuilder();
        row(text, "File", file.toString());
        row(text, "Written by", "another program, so it is no model of nn");
        row(text, "Tensors", EvaluationText.format("%,d", content.tensors().size()));
        for (TensorListing.Row tensor : content.tensors()) {
            text.append(EvaluationText.format(
                    "  %s  %s  %s\n", Printable.of(tensor.name()), Printable.of(tensor.dtype()), tensor.shape()));
        }
        content.metadata().forEach((key, value) -> row(text, key, value));
        return text.toString();
    }

    /** The distinct networks with their counts, in the order of the members. */
    private static Map<String, Long> networks(Classifier classifier) {
        return IntStream.range(0, classifier.members().size())
                .mapToObj(member -> network(classifier, member))
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
    }

    static String network(Classifier classifier, int member) {
        Architecture architecture = classifier.members().get(member).architecture();
        return architecture.name() + ", "
                + architecture.activations().stream().map(EnumName::of).collect(Collectors.joining(", "))
                + reads(classifier.inputs().get(member));
    }

    private static String reads(InputKind inputs) {
        return switch (inputs) {
            case PIXELS -> "";
            case GRADIENTS -> ", reads gradient directions";
            case BOTH -> ", reads pixels and gradient directions";
        };
    }

    private static String metrics(Metrics metrics) {
        return !metrics.measured()
                ? "not measured"
                : EvaluationText.format(
                        "%s %% (%,d of %,d wrong), loss %.4f",
                        EvaluationText.percent(metrics.accuracy()), metrics.errors(), metrics.count(), metrics.loss());
    }

    static void row(StringBuilder text, String name, String value) {
        text.append(EvaluationText.format("%-12s %s\n", name + ":", Printable.of(value)));
    }
}
