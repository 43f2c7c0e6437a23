package nn.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import nn.checkpoint.Checkpoint;
import nn.checkpoint.Provenance;
import nn.data.ImageForm;
import nn.data.InputKind;
import nn.eval.Classifier;
import nn.eval.Metrics;
import nn.model.Activation;
import nn.model.Architecture;
import nn.model.Initializer;
import nn.model.Loss;
import nn.model.Parameters;
import nn.model.Storage;
import nn.train.Preset;

/**
 * Models with random weights, which give every image another answer.
 *
 * @param inputs what each network reads
 */
public record TrialModels(
        List<InputKind> inputs,
        int rows,
        int columns,
        Activation activation,
        Loss loss,
        boolean biases,
        ImageForm form) {

    public static final int CLASSES = 10;
    static final double TEMPERATURE = 0.7;

    /** Of images of 28 x 28 pixels in MNIST's form, with relu and the softmax. */
    public static TrialModels of(InputKind... inputs) {
        return new TrialModels(
                List.of(inputs), 28, 28, Activation.RELU, new Loss.SoftmaxCrossEntropy(), true, ImageForm.MNIST);
    }

    public TrialModels size(int newRows, int newColumns) {
        return new TrialModels(inputs, newRows, newColumns, activation, loss, biases, form);
    }

    public TrialModels activation(Activation newActivation) {
        return new TrialModels(inputs, rows, columns, newActivation, loss, biases, form);
    }

    public TrialModels loss(Loss newLoss) {
        return new TrialModels(inputs, rows, columns, activation, newLoss, biases, form);
    }

    public TrialModels withoutBiases() {
        return new TrialModels(inputs, rows, columns, activation, loss, false, form);
    }

    public TrialModels form(ImageForm newForm) {
        return new TrialModels(inputs, rows, columns, activation, loss, biases, newForm);
    }

    public Checkpoint checkpoint() {
        List<Parameters> members = new ArrayList<>();
        for (int member = 0; member < inputs.size(); member++) {
            members.add(network(member));
        }
        Classifier classifier = new Classifier(
                members,
                inputs,
                rows,
                columns,
                IntStream.range(0, CLASSES).mapToObj(i -> "class " + i).toList(),
                loss,
                TEMPERATURE);
        return new Checkpoint(
                classifier,
                new Provenance(
                        "nn 0",
                        "2026-01-01T00:00:00Z",
                        1,
                        1,
                        1,
                        1,
                        "none",
                        Metrics.NONE,
                        new Metrics(10_000, 250, 0.1),
                        Preset.FAST.config(1, 1).withForm(form),
                        List.of(),
                        1,
                        Optional.empty()));
    }

    private Parameters network(int member) {
        SplittableRandom random = new SplittableRandom(member + 1);
        int count = (int) inputs.get(member).count(rows, columns);
        Architecture usual = Architecture.of(count, List.of(20, 16), CLASSES, activation)
                .withOutputActivation(loss.outputActivation());
        Parameters network = Parameters.initialized(
                new Architecture(usual.sizes(), usual.activations(), biases),
                Storage.HEAP_FLOAT,
                Initializer.HE,
                random);
        for (int layer = 0; biases && layer < usual.layers(); layer++) {
            for (int neuron = 0; neuron < usual.sizes().get(layer + 1); neuron++) {
                network.setBias(layer, neuron, random.nextDouble(-0.2, 0.2));
            }
        }
        return network;
    }

    /** Images of random blots, {@code [rows * columns]}. */
    public List<byte[]> images(int count) {
        SplittableRandom random = new SplittableRandom(7);
        List<byte[]> images = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] image = new byte[rows * columns];
            for (int blot = 0; blot < 12; blot++) {
                int top = random.nextInt(rows);
                int left = random.nextInt(columns);
                int ink = random.nextInt(256);
                for (int row = top; row < Math.min(rows, top + 5); row++) {
                    for (int column = left; column < Math.min(columns, left + 4); column++) {
                        image[row * columns + column] = (byte) ink;
                    }
                }
            }
            images.add(image);
        }
        return images;
    }
}
