package nn.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import nn.data.RandomStreams;
import nn.model.Activation;
import nn.model.Architecture;
import nn.model.Initializer;
import nn.model.Loss;
import nn.model.Mlp;
import nn.model.Parameters;
import nn.model.Storage;

/** Checks the backward pass of any network, and shows what wrong gradients look like. */
public final class GradientCheckLesson implements Lesson {

    private static final int INPUTS = 4;
    private static final int OUTPUTS = 3;
    private static final int EXAMPLES = 5;

    private final Architecture architecture;
    private final Loss loss;

    /**
     * Takes a network of four inputs and three outputs.
     *
     * @param hidden sizes of the hidden layers; may be empty
     * @param activation the hidden activation; it must have a slope
     */
    public GradientCheckLesson(List<Integer> hidden, Activation activation, Loss loss) {
        if (activation == Activation.STEP) {
            throw new IllegalArgumentException("--activation is step; it must be a function with a slope");
        }
        architecture =
                Architecture.of(INPUTS, hidden, OUTPUTS, activation).withOutputActivation(loss.outputActivation());
        this.loss = loss;
    }

    @Override
    public String name() {
        return "gradient-check";
    }

    @Override
    public LessonResult run(LessonInput input, Consumer<Frame> live) {
        Transcript transcript = new Transcript();
        SplittableRandom random = RandomStreams.of(input.seed(), RandomStreams.Purpose.INITIALIZATION);
        SmallNet net = new SmallNet(architecture, Initializer.XAVIER, random, loss, EXAMPLES);
        // Not 0: a neuron whose inputs are all 0 would be at the kink of ReLU.
        for (int layer = 0; layer < architecture.layers(); layer++) {
            for (int neuron = 0; neuron < architecture.sizes().get(layer + 1); neuron++) {
                net.parameters().setBias(layer, neuron, 0.5 * random.nextGaussian());
            }
        }
        double[][] inputs = new double[EXAMPLES][];
        double[][] targets = new double[EXAMPLES][OUTPUTS];
        for (int i = 0; i < EXAMPLES; i++) {
            inputs[i] = random.doubles(INPUTS, -1, 1).toArray();
            targets[i][random.nextInt(OUTPUTS)] = 1;
        }
        double value = net.computeGradient(inputs, targets);
        Parameters gradient = net.gradient().copy();
        Parameters numeric = GradientCheck.numeric(net, inputs, targets, GradientCheck.STEP);
        transcript.step("network", architecture.name(), loss.label(), value, GradientCheck.STEP);
        for (GradientCheck.Tensor tensor : GradientCheck.compare(gradient, numeric)) {
            transcript.step(
                    tensor.biases() ? "biases" : "weights",
                    tensor.layer() + 1,
                    tensor.count(),
                    tensor.length(),
                    tensor.relativeError());
        }
        double error = GradientCheck.worst(gradient, numeric);
        double allowed = architecture.activations().contains(Activation.RELU) ? 1e-4 : 1e-7;
        transcript.step("right", error, allowed);
        transcript.atMost("gradientError", error, allowed);
        List<Double> errors = new ArrayList<>(List.of(error));
        errors.add(wrong(transcript, "summed", summed(net, inputs, targets), numeric));
        errors.add(wrong(transcript, "sign", turnedBiases(gradient), numeric));
        errors.add(wrong(transcript, "one", onePercent(gradient), numeric));
        if (architecture.layers() > 1 && architecture.activations().get(0) != Activation.IDENTITY) {
            errors.add(wrong(transcript, "slope", withoutSlopes(net, inputs, targets), numeric));
        }
        double[] logarithms =
                errors.stream().mapToDouble(e -> Math.log10(Math.max(e, 1e-16))).toArray();
        return transcript.result(
                this,
                Figure.of(
                        1,
                        new Panel.Bars(
                                "errors",
                                "gradient",
                                Axis.of("error", -16, 0),
                                List.of("right", "summed", "sign", "one", "slope")
                                        .subList(0, errors.size()),
                                Numbers.of(logarithms),
                                0)));
    }

    private double wrong(Transcript transcript, String key, Parameters gradient, Parameters numeric) {
        double error = GradientCheck.worst(gradient, numeric);
        transcript.step(key, error);
        transcript.atLeast("caught." + key, error, 1e-3);
        return error;
    }

    /** Mistake: not divided by the batch size. */
    private static Parameters summed(SmallNet net, double[][] inputs, double[][] targets) {
        net.computeGradient(inputs, targets);
        net.computeGradient(inputs.length, 1);
        return net.gradient().copy();
    }

    /** Mistake: the biases of the last layer have the wrong sign. */
    private static Parameters turnedBiases(Parameters gradient) {
        Parameters wrong = gradient.copy();
        int last = wrong.architecture().layers() - 1;
        for (int neuron = 0; neuron < OUTPUTS; neuron++) {
            wrong.setBias(last, neuron, -wrong.bias(last, neuron));
        }
        return wrong;
    }

    /** Mistake: everything is one percent too large. */
    private static Parameters onePercent(Parameters gradient) {
        Parameters wrong = gradient.copy();
        double[] values = wrong.vector().row(0);
        wrong.vector()
                .writeRow(0, java.util.Arrays.stream(values).map(g -> 1.01 * g).toArray());
        return wrong;
    }

    /**
     * Mistake: the slope of the hidden activation is missing. This is the backward pass with identity activations, on the
     * values of the correct forward pass.
     */
    private Parameters withoutSlopes(SmallNet net, double[][] inputs, double[][] targets) {
        net.computeGradient(inputs, targets);
        List<Activation> activations = new ArrayList<>(architecture.activations());
        for (int layer = 0; layer < activations.size() - 1; layer++) {
            activations.set(layer, Activation.IDENTITY);
        }
        Parameters parameters =
                Parameters.zeros(new Architecture(architecture.sizes(), activations, true), Storage.NATIVE_DOUBLE);
        parameters.vector().copyFrom(net.parameters().vector());
        SmallNet flat = new SmallNet(parameters, loss, EXAMPLES);
        for (int row = 0; row < inputs.length; row++) {
            flat.write(row, inputs[row], targets[row]);
            for (int layer = 1; layer <= architecture.layers(); layer++) {
                flat.workspace()
                        .values(layer)
                        .writeRow(row, net.workspace().values(layer).row(row));
            }
        }
        Mlp.loss(loss, flat.workspace(), inputs.length, inputs.length);
        Mlp.backward(parameters, flat.workspace(), inputs.length, flat.gradient());
        return flat.gradient();
    }
}
