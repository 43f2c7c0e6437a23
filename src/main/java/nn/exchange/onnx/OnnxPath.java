package nn.exchange.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nn.exchange.Affine;
import nn.exchange.DenseLayer;
import nn.exchange.ForeignModelException;
import nn.exchange.ForeignNetwork;
import nn.model.Activation;
import nn.model.Loss;

/**
 * Turns the operators of a path into layers. What multiplies or adds, like a normalization, becomes part of the layer before or after it. A
 * number that divides the scores just before the softmax is the temperature.
 */
final class OnnxPath {

    private final List<DenseLayer> layers = new ArrayList<>();

    /** One for each layer, except the last if that has none yet. */
    private final List<Activation> activations = new ArrayList<>();

    /** What the next layer's inputs go through first. */
    private Affine pending = Affine.IDENTITY;

    private boolean softmax;

    private OnnxPath() {}

    static ForeignNetwork network(List<OnnxStep> steps) throws ForeignModelException {
        OnnxPath path = new OnnxPath();
        double temperature = 1;
        for (int i = 0; i < steps.size(); i++) {
            OnnxStep step = steps.get(i);
            if (path.softmax && !step.keepsValues()) {
                throw step.refused("follows the softmax");
            }
            boolean beforeSoftmax =
                    i + 1 < steps.size() && steps.get(i + 1).operator().equals("Softmax");
            if (beforeSoftmax && isAffine(step) && step.affine().isScale() && !path.layers.isEmpty()) {
                temperature = 1 / step.affine().scales()[0];
            } else {
                path.take(step);
            }
        }
        return path.result(temperature);
    }

    private static boolean isAffine(OnnxStep step) {
        return switch (step.operator()) {
            case "Add", "Sub", "Mul", "Div", "BatchNormalization" -> true;
            default -> false;
        };
    }

    private void take(OnnxStep step) throws ForeignModelException {
        if (step.keepsValues()) {
            step.requireRealNumbers();
            return;
        }
        if (isAffine(step)) {
            take(step, step.affine());
            return;
        }
        switch (step.operator()) {
            case "Gemm", "MatMul" -> add(step, step.layer());
            case "Relu" -> activate(step, Activation.RELU);
            case "Sigmoid" -> activate(step, Activation.SIGMOID);
            case "Tanh" -> activate(step, Activation.TANH);
            case "Softmax", "LogSoftmax" -> softmax = true;
            default -> throw step.refused("is not used in one");
        }
    }

    private boolean isOpen() {
        return activations.size() < layers.size();
    }

    private void take(OnnxStep step, Affine affine) throws ForeignModelException {
        if (!isOpen()) {
            int values = layers.isEmpty() ? Math.max(affine.length(), pending.length()) : outputs();
            if (!affine.fits(values) || !pending.fits(values)) {
                throw step.refused("has constants of another length than the values");
            }
            pending = affine.after(pending);
            return;
        }
        if (!affine.fits(outputs())) {
            throw step.refused("has constants of another length than the layer's " + outputs() + " outputs");
        }
        layers.add(layers.remove(layers.size() - 1).before(affine));
    }

    private int outputs() {
        return layers.get(layers.size() - 1).outputs();
    }

    private void add(OnnxStep step, DenseLayer layer) throws ForeignModelException {
        if (isOpen()) {
            activations.add(Activation.IDENTITY);
        }
        if (!pending.fits(layer.inputs()) || !layers.isEmpty() && outputs() != layer.inputs()) {
            throw step.refused("has weights for " + layer.inputs() + " values, and gets others");
        }
        layers.add(layer.after(pending));
        pending = Affine.IDENTITY;
    }

    private void activate(OnnxStep step, Activation activation) throws ForeignModelException {
        if (!isOpen()) {
            throw step.refused("does not follow a layer");
        }
        activations.add(activation);
    }

    private ForeignNetwork result(double temperature) throws ForeignModelException {
        if (layers.isEmpty()) {
            throw ForeignModelException.noMlp("its graph has no Gemm and no MatMul");
        }
        if (pending != Affine.IDENTITY) {
            throw ForeignModelException.noMlp("its outputs are changed after their activation");
        }
        if (isOpen()) {
            activations.add(Activation.IDENTITY);
        }
        int last = activations.size() - 1;
        Optional<Loss> loss = Optional.empty();
        if (activations.get(last) == Activation.SIGMOID) {
            // A sigmoid for each class is what the binary cross-entropy trains; before a softmax, it belongs to the
            // squared error.
            loss = Optional.of(softmax ? new Loss.SquaredError(0.5) : new Loss.BinaryCrossEntropy());
            activations.set(last, softmax ? Activation.SIGMOID : Activation.IDENTITY);
        }
        return new ForeignNetwork(
                layers,
                Optional.of(activations),
                loss,
                Optional.of(temperature),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
