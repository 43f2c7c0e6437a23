package nn.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nn.checkpoint.Checkpoint;
import nn.checkpoint.Provenance;
import nn.data.InputKind;
import nn.eval.Classifier;
import nn.eval.DigitDetector;
import nn.model.Activation;
import nn.model.Architecture;
import nn.safetensors.TensorListing;

/** The JSON documents of {@code nn inspect}. The component names are their keys. */
public final class InspectJson {

    private InspectJson() {}

    /**
     * A model.
     *
     * @param networks the networks of a committee, or the only one
     * @param rows the height of the images that it reads, in pixels
     * @param columns their width
     * @param detector its digit detector, or null
     * @param provenance how it was trained
     */
    public record Model(
            String file,
            List<Network> networks,
            int parameters,
            int rows,
            int columns,
            List<String> classes,
            String loss,
            double temperature,
            String weightsDigest,
            Optional<Detector> detector,
            Provenance provenance) {}

    /**
     * A network.
     *
     * @param sizes the number of inputs, of neurons in each hidden layer, and of outputs
     * @param activations of the hidden layers and the outputs
     */
    public record Network(List<Integer> sizes, List<Activation> activations, InputKind inputs) {}

    /**
     * A digit detector; the provenance has its measurements.
     *
     * @param threshold images whose probability of being a digit is below it are refused
     */
    public record Detector(Network network, double threshold, String weightsDigest) {}

    /** Tensors that nn did not write. */
    public record Tensors(String file, TensorListing content) {}

    /** The document on a model. */
    public static Model of(Path file, Checkpoint checkpoint) {
        Classifier classifier = checkpoint.classifier();
        return new Model(
                file.toString(),
                IntStream.range(0, classifier.members().size())
                        .mapToObj(member -> network(classifier, member))
                        .toList(),
                classifier.parameterCount(),
                classifier.rows(),
                classifier.columns(),
                classifier.classNames(),
                classifier.loss().label(),
                classifier.temperature(),
                checkpoint.weightsDigest(),
                classifier.detector().map(detector -> detector(detector, checkpoint)),
                checkpoint.provenance());
    }

    private static Detector detector(DigitDetector detector, Checkpoint checkpoint) {
        return new Detector(
                network(detector.network(), 0),
                detector.threshold(),
                checkpoint.detectorDigest().orElseThrow());
    }

    private static Network network(Classifier classifier, int member) {
        Architecture architecture = classifier.members().get(member).architecture();
        return new Network(
                architecture.sizes(),
                architecture.activations(),
                classifier.inputs().get(member));
    }
}
