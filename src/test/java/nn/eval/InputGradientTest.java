package nn.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import nn.data.FeatureExtractor;
import nn.data.InputKind;
import nn.model.Activation;
import nn.model.Architecture;
import nn.model.Loss;
import nn.model.Mlp;
import nn.model.Parameters;
import nn.model.Storage;
import nn.model.Workspace;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputGradientTest {

    private static final int SIDE = 12;
    private static final int CLASSES = 3;

    @ParameterizedTest
    @EnumSource(InputKind.class)
    void itIsTheSlopeOfTheLogitForAllKindsOfInputs(InputKind kind) {
        compare(List.of(kind), Storage.NATIVE_DOUBLE, 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3})
    void ofACommitteeItIsTheSlopeOfTheLogarithmOfTheMeanProbability(long seed) {
        compare(List.of(InputKind.PIXELS, InputKind.GRADIENTS, InputKind.BOTH), Storage.HEAP_FLOAT, seed);
    }

    /** Compares with the differences over one gray level each way: at a kink of the features they differ from each other. */
    private static void compare(List<InputKind> kinds, Storage storage, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Classifier classifier = classifier(kinds, storage, random);
        byte[] image = new byte[SIDE * SIDE];
        for (int i = 0; i < image.length; i++) {
            image[i] = (byte) (20 + random.nextInt(200));
        }
        double[] gradient = InputGradient.of(classifier, image, 1);
        double largest = Arrays.stream(gradient).map(Math::abs).max().orElseThrow();
        assertTrue(largest > 0.02, "the largest is " + largest);
        for (int i = 0; i < image.length; i++) {
            double here = output(classifier, image, i, 0, 1);
            double above = (output(classifier, image, i, 1, 1) - here) * 255;
            double below = (here - output(classifier, image, i, -1, 1)) * 255;
            assertEquals(
                    Math.max(Math.min(above, below), Math.min(Math.max(above, below), gradient[i])),
                    gradient[i],
                    0.03 * largest,
                    "pixel " + i + " of seed " + seed);
        }
    }

    private static Classifier classifier(List<InputKind> kinds, Storage storage, SplittableRandom random) {
        List<Parameters> members = new ArrayList<>();
        for (InputKind kind : kinds) {
            Parameters member = Parameters.zeros(
                    Architecture.of((int) kind.count(SIDE, SIDE), List.of(8), CLASSES, Activation.TANH), storage);
            member.vector()
                    .writeRow(
                            0,
                            random.doubles(member.architecture().parameterCount(), -0.3, 0.3)
                                    .toArray());
            members.add(member);
        }
        List<String> names = Stream.of("a", "b", "c").toList();
        return new Classifier(members, kinds, SIDE, SIDE, names, new Loss.SoftmaxCrossEntropy(), 1);
    }

    /** A network's logit, or the logarithm of a committee's mean probability. */
    private static double output(Classifier classifier, byte[] image, int pixel, int step, int k) {
        byte[] moved = image.clone();
        moved[pixel] += (byte) step;
        double mean = 0;
        double logit = 0;
        for (int i = 0; i < classifier.members().size(); i++) {
            Architecture architecture = classifier.members().get(i).architecture();
            float[] inputs = new float[architecture.inputs()];
            new FeatureExtractor(classifier.inputs().get(i), SIDE, SIDE).make(moved, inputs);
            Workspace workspace = Workspace.forInference(architecture, classifier.storage(), 1);
            for (int j = 0; j < inputs.length; j++) {
                workspace.inputs().set(0, j, inputs[j]);
            }
            Mlp.forward(classifier.members().get(i), workspace, 1);
            double[] outputs = workspace.outputs().row(0);
            logit = outputs[k];
            double sum = Arrays.stream(outputs).map(Math::exp).sum();
            mean += Math.exp(outputs[k]) / sum / classifier.members().size();
        }
        return classifier.members().size() == 1 ? logit : Math.log(mean);
    }
}
