package nn.exchange.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import nn.UntrustedText;
import nn.exchange.Affine;
import nn.exchange.DenseLayer;
import nn.exchange.ForeignModelException;
import nn.exchange.Layout;
import nn.exchange.npy.NumberArray;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.TensorProto;

/**
 * An operator on the path from the input to the scores.
 *
 * @param node the operator
 * @param from which of its inputs is not a constant
 * @param constants the others
 */
record OnnxStep(NodeProto node, int from, OnnxConstants constants) {

    /** Operators that keep the numbers and their order; further inputs tell a shape or a rate. */
    private static final Set<String> KEEPING =
            Set.of("Identity", "Cast", "Dropout", "Flatten", "Reshape", "Squeeze", "Unsqueeze");

    static boolean keepsValues(NodeProto node) {
        return KEEPING.contains(node.getOpType());
    }

    boolean keepsValues() {
        return keepsValues(node);
    }

    /** Refuses a cast to whole numbers or to half precision. */
    void requireRealNumbers() throws ForeignModelException {
        double to = number("to", TensorProto.DataType.FLOAT_VALUE);
        if (operator().equals("Cast")
                && to != TensorProto.DataType.FLOAT_VALUE
                && to != TensorProto.DataType.DOUBLE_VALUE) {
            throw refused("changes the numbers");
        }
    }

    String operator() {
        return node.getOpType();
    }

    ForeignModelException refused(String reason) {
        return ForeignModelException.noMlp("the operator " + UntrustedText.escaped(operator()) + " " + reason);
    }

    /** The layer of a Gemm, {@code alpha x W + beta b}, or of a MatMul. */
    DenseLayer layer() throws ForeignModelException {
        boolean gemm = operator().equals("Gemm");
        if (from != 0 || number("transA", 0) != 0) {
            throw refused("multiplies the weights by the values, not the values by the weights");
        }
        NumberArray matrix = constant(1);
        if (matrix.shape().size() != 2) {
            throw refused("has weights of the shape " + matrix.shape());
        }
        Layout layout = gemm && number("transB", 0) != 0 ? Layout.OUT_IN : Layout.IN_OUT;
        int outputs = layout.outputs(matrix);
        DenseLayer layer = layout.layer(matrix, new float[outputs]);
        if (!gemm) {
            return layer;
        }
        DenseLayer scaled = layer.before(Affine.of(number("alpha", 1), 0));
        if (node.getInputCount() < 3 || node.getInput(2).isEmpty()) {
            return scaled;
        }
        double[] biases = vector(2, number("beta", 1));
        if (biases.length != 1 && biases.length != outputs) {
            throw refused("has constants of another length than the layer's " + outputs + " outputs");
        }
        return scaled.before(new Affine(new double[] {1}, biases));
    }

    /** A constant input. */
    private NumberArray constant(int index) throws ForeignModelException {
        if (index >= node.getInputCount() || !constants.contains(node.getInput(index))) {
            throw refused("has no constant as its input " + (index + 1));
        }
        return constants.read(node.getInput(index));
    }

    /** A constant with a number for all values, or one for each, multiplied by a factor. */
    private double[] vector(int index, double factor) throws ForeignModelException {
        NumberArray array = constant(index);
        if (array.values().length == 0
                || array.shape().size() > 1
                        && array.values().length > 1
                        && array.shape().get(0) != 1) {
            throw refused("has a constant of the shape " + array.shape());
        }
        double[] vector = new double[array.values().length];
        Arrays.setAll(vector, i -> factor * array.values()[i]);
        return vector;
    }

    /** What an Add, Sub, Mul, Div or BatchNormalization does. */
    Affine affine() throws ForeignModelException {
        double[] none = {0};
        double[] one = {1};
        return switch (operator()) {
            case "Add" -> new Affine(one, vector(1 - from, 1));
            case "Sub" -> from == 0 ? new Affine(one, vector(1, -1)) : new Affine(new double[] {-1}, vector(0, 1));
            case "Mul" -> new Affine(vector(1 - from, 1), none);
            case "Div" -> new Affine(inverses(), none);
            default -> normalization();
        };
    }

    private double[] inverses() throws ForeignModelException {
        if (from != 0) {
            throw refused("divides a constant by the values");
        }
        double[] divisors = vector(1, 1);
        for (int i = 0; i < divisors.length; i++) {
            divisors[i] = 1 / divisors[i];
        }
        return divisors;
    }

    /** Ioffe and Szegedy 2015, algorithm 1, with the means and variances of the training. */
    private Affine normalization() throws ForeignModelException {
        if (from != 0) {
            throw refused("normalizes a constant");
        }
        double[] scale = vector(1, 1);
        double[] shift = vector(2, 1);
        double[] mean = vector(3, 1);
        double[] variance = vector(4, 1);
        for (double[] other : List.of(shift, mean, variance)) {
            if (other.length != scale.length) {
                throw refused("has constants of different lengths");
            }
        }
        for (int i = 0; i < scale.length; i++) {
            scale[i] /= Math.sqrt(variance[i] + number("epsilon", 1e-5));
            shift[i] -= mean[i] * scale[i];
        }
        return new Affine(scale, shift);
    }

    private double number(String attribute, double standard) {
        for (AttributeProto one : node.getAttributeList()) {
            if (one.getName().equals(attribute)) {
                return one.getType() == AttributeProto.AttributeType.INT ? one.getI() : one.getF();
            }
        }
        return standard;
    }
}
