package nn.checkpoint;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;
import nn.model.Architecture;
import nn.model.FloatMatrix;
import nn.model.Matrix;
import nn.model.Parameters;
import nn.model.Storage;
import nn.safetensors.Tensor;

/**
 * Converts a network's parameters to tensors in the layout that PyTorch and NumPy users expect, and back:
 * {@code layers.N.weight [out, in]} and {@code layers.N.bias [out]}, N from 0. The matrices of {@code nn.model} are
 * {@code [in, out]}.
 */
final class NetworkTensors {

    private static final int OUTPUTS_AT_ONCE = 64;

    private NetworkTensors() {}

    /** Adds a network's tensors; the prefix precedes their names. */
    static void add(Map<String, Tensor> tensors, String prefix, Parameters parameters) {
        Architecture architecture = parameters.architecture();
        for (int layer = 0; layer < architecture.layers(); layer++) {
            int inputs = architecture.sizes().get(layer);
            int outputs = architecture.sizes().get(layer + 1);
            Matrix matrix = parameters.layer(layer);
            double[] row = new double[outputs];
            float[] weights = new float[inputs * outputs];
            for (int input = 0; input < inputs; input++) {
                matrix.readRow(input, row);
                for (int output = 0; output < outputs; output++) {
                    weights[output * inputs + input] = (float) row[output];
                }
            }
            tensors.put(weightName(prefix, layer), Tensor.of(weights, outputs, inputs));
            if (architecture.biases()) {
                matrix.readRow(inputs, row);
                float[] biases = new float[outputs];
                for (int output = 0; output < outputs; output++) {
                    biases[output] = (float) row[output];
                }
                tensors.put(biasName(prefix, layer), Tensor.of(biases, outputs));
            }
        }
    }

    /** Throws unless each tensor of the architecture is there with its shape. Uses no ND4J. */
    static void check(Map<String, Tensor> tensors, String prefix, Architecture architecture) {
        for (int layer = 0; layer < architecture.layers(); layer++) {
            int inputs = architecture.sizes().get(layer);
            int outputs = architecture.sizes().get(layer + 1);
            require(tensors, weightName(prefix, layer), outputs, inputs);
            if (architecture.biases()) {
                require(tensors, biasName(prefix, layer), outputs);
            }
        }
    }

    private static void require(Map<String, Tensor> tensors, String name, long... shape) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("the tensor " + name + " is missing");
        }
        if (tensor.dtype() != Tensor.DType.F32 || !Arrays.equals(tensor.shape(), shape)) {
            throw new IllegalArgumentException("the tensor %s is %s %s, the architecture needs F32 %s"
                    .formatted(name, tensor.dtype(), Arrays.toString(tensor.shape()), Arrays.toString(shape)));
        }
    }

    /** The parameters, from checked tensors, stored in single precision. */
    static Parameters read(Map<String, Tensor> tensors, String prefix, Architecture architecture, Storage storage) {
        Parameters parameters = Parameters.zeros(architecture, storage);
        for (int layer = 0; layer < architecture.layers(); layer++) {
            int inputs = architecture.sizes().get(layer);
            int outputs = architecture.sizes().get(layer + 1);
            FloatMatrix matrix = (FloatMatrix) parameters.layer(layer);
            readWeights(tensors.get(weightName(prefix, layer)).data().asFloatBuffer(), matrix, inputs, outputs);
            if (architecture.biases()) {
                float[] biases = new float[outputs];
                tensors.get(biasName(prefix, layer)).data().asFloatBuffer().get(biases);
                matrix.write(inputs, 0, biases, outputs);
            }
        }
        return parameters;
    }

    /**
     * Transposes weights [outputs, inputs] into a matrix [inputs, outputs], some outputs at a time. Plain arrays that fit the
     * cache are fast even before the JIT compiles this.
     */
    private static void readWeights(FloatBuffer weights, FloatMatrix into, int inputs, int outputs) {
        float[] some = new float[Math.min(OUTPUTS_AT_ONCE, outputs) * inputs];
        float[] row = new float[OUTPUTS_AT_ONCE];
        for (int first = 0; first < outputs; first += OUTPUTS_AT_ONCE) {
            int count = Math.min(OUTPUTS_AT_ONCE, outputs - first);
            weights.get(some, 0, count * inputs);
            for (int input = 0; input < inputs; input++) {
                for (int i = 0; i < count; i++) {
                    row[i] = some[i * inputs + input];
                }
                into.write(input, first, row, count);
            }
        }
    }

    private static String weightName(String prefix, int layer) {
        return prefix + "layers." + layer + ".weight";
    }

    private static String biasName(String prefix, int layer) {
        return prefix + "layers." + layer + ".bias";
    }
}
