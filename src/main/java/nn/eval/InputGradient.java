package nn.eval;

import java.util.ArrayList;
import java.util.List;
import nn.data.FeatureExtractor;
import nn.model.Loss;
import nn.model.Matrix;
import nn.model.Mlp;
import nn.model.Parameters;
import nn.model.Workspace;

/**
 * The gradient of one class's output by the pixels of an image: where more ink speaks for the class, it is positive, and where it
 * speaks against the class, negative (a saliency map: Simonyan, Vedaldi and Zisserman 2013, section 3).
 */
public final class InputGradient {

    private InputGradient() {}

    /**
     * Computes it. The output of a committee is the logarithm of its members' mean probability.
     *
     * @param image {@code [rows * columns]}, 0 paper to 255 ink
     * @param k the class
     * @return {@code [rows * columns]}, by pixels that count from 0 to 1
     */
    public static double[] of(Classifier classifier, byte[] image, int k) {
        List<Member> members = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < classifier.members().size(); i++) {
            Member member = Member.of(classifier, i, image);
            members.add(member);
            sum += member.probabilities[k];
        }
        double[] dPixels = new double[image.length];
        for (Member member : members) {
            member.addGradient(image, dOutputs(member, k, members.size(), sum), dPixels);
        }
        return dPixels;
    }

    /** The gradient by one member's outputs: d log(mean p_k) / dz = p_k (e_k - p) / sum of all members' p_k. */
    private static double[] dOutputs(Member member, int k, int members, double sum) {
        double[] dOutputs = new double[member.probabilities.length];
        double weight = members == 1 ? 1 : member.probabilities[k] / Math.max(sum, Double.MIN_NORMAL);
        for (int j = 0; j < dOutputs.length; j++) {
            dOutputs[j] = weight * ((j == k ? 1 : 0) - (members == 1 ? 0 : member.probabilities[j]));
        }
        return dOutputs;
    }

    /** A network after its forward pass. */
    private record Member(
            Parameters parameters, FeatureExtractor features, Workspace workspace, double[] probabilities) {

        static Member of(Classifier classifier, int index, byte[] image) {
            Parameters parameters = classifier.members().get(index);
            FeatureExtractor features =
                    new FeatureExtractor(classifier.inputs().get(index), classifier.rows(), classifier.columns());
            Workspace workspace = Workspace.forTraining(parameters.architecture(), classifier.storage(), 1);
            float[] inputs = new float[features.count()];
            features.make(image, inputs);
            for (int i = 0; i < inputs.length; i++) {
                workspace.inputs().set(0, i, inputs[i]);
            }
            Mlp.forward(parameters, workspace, 1);
            double[] probabilities = new double[parameters.architecture().outputs()];
            workspace.outputs().readRow(0, probabilities);
            Loss.softmaxInPlace(probabilities);
            return new Member(parameters, features, workspace, probabilities);
        }

        void addGradient(byte[] image, double[] dOutputs, double[] dPixels) {
            workspace.dSums(parameters.architecture().layers() - 1).writeRow(0, dOutputs);
            Matrix dInputs = Matrix.zeros(parameters.vector().storage(), 1, features.count());
            Mlp.inputGradient(parameters, workspace, 1, dInputs);
            features.backward(image, dInputs.row(0), dPixels);
        }
    }
}
