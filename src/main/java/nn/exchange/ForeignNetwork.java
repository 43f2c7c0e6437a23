package nn.exchange;

import java.util.List;
import java.util.Optional;
import nn.model.Activation;
import nn.model.Loss;

/**
 * A network from a file of another program: its weights, and what else the file says.
 *
 * @param layers from the inputs to the outputs
 * @param activations one for each layer
 * @param loss that it was trained with
 * @param temperature the divisor of its outputs before the softmax
 * @param classes the names of its outputs
 * @param image the rows and columns of the images that it reads
 * @param pixels the range of the pixels that it reads
 */
public record ForeignNetwork(
        List<DenseLayer> layers,
        Optional<List<Activation>> activations,
        Optional<Loss> loss,
        Optional<Double> temperature,
        Optional<List<String>> classes,
        Optional<List<Integer>> image,
        Optional<PixelRange> pixels) {

    public ForeignNetwork {
        layers = List.copyOf(layers);
    }

    /** Weights, of which nothing else is known. */
    public static ForeignNetwork of(List<DenseLayer> layers) {
        return new ForeignNetwork(
                layers,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
