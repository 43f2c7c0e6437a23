package nn.train;

import static nn.train.Limits.require;
import static nn.train.Limits.required;

import java.util.List;
import nn.data.InputKind;
import nn.json.DefaultsTo;
import nn.model.Activation;
import nn.model.Architecture;

/**
 * The network and its inputs.
 *
 * @param hidden the sizes of the hidden layers; empty for softmax regression
 * @param activation of the hidden layers
 * @param init how the weights start
 * @param inputs what a network reads of an image; several are for the members of a committee in turn
 */
public record NetworkConfig(
        List<Integer> hidden,
        Activation activation,
        InitialWeights init,
        @DefaultsTo("[\"pixels\"]") List<InputKind> inputs) {

    public NetworkConfig {
        required("hidden", hidden);
        required("activation", activation);
        required("init", init);
        required("inputs", inputs);
        hidden = List.copyOf(hidden);
        inputs = List.copyOf(inputs);
        for (int size : hidden) {
            require(size >= 1 && size <= Architecture.MAX_LAYER_SIZE, "hidden", size, "layer sizes from 1 to 1048576");
        }
        require(activation != Activation.STEP, "activation", "step", "a function with a slope");
        require(!inputs.isEmpty(), "inputs", "empty", "at least one of pixels, gradients and both");
    }

    /** What a member of the committee reads, counted from 0; a network alone is member 0. */
    public InputKind inputs(int member) {
        return inputs.get(member % inputs.size());
    }

    /** The same network with other inputs. */
    NetworkConfig withInputs(List<InputKind> newInputs) {
        return new NetworkConfig(hidden, activation, init, newInputs);
    }
}
