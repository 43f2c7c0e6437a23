package nn.exchange.models;

import java.util.List;
import java.util.stream.IntStream;
import nn.checkpoint.Checkpoint;
import nn.data.ImageForm;
import nn.data.InputKind;
import nn.eval.Classifier;
import nn.exchange.DenseLayer;
import nn.model.Parameters;

/** A network that its weights alone describe: for each layer {@code x W + b} and the activation, from pixels / 255 on. */
record PlainWeights(Parameters network, Classifier classifier) {

    /** @throws IllegalArgumentException if weights alone cannot express the model; the message says why */
    static PlainWeights of(Checkpoint checkpoint) {
        Classifier classifier = checkpoint.classifier();
        if (classifier.members().size() > 1) {
            throw new IllegalArgumentException("is a committee of %d networks"
                    .formatted(classifier.members().size()));
        }
        if (classifier.inputs().get(0) != InputKind.PIXELS) {
            throw new IllegalArgumentException("reads gradient directions");
        }
        if (!checkpoint.provenance().config().data().form().equals(ImageForm.MNIST)) {
            throw new IllegalArgumentException(
                    "was trained on files that do not hold 0 for paper to 255 for ink, row after row");
        }
        return new PlainWeights(classifier.members().get(0), classifier);
    }

    List<DenseLayer> layers() {
        return IntStream.range(0, network.architecture().layers())
                .mapToObj(layer -> DenseLayer.of(network, layer))
                .toList();
    }
}
