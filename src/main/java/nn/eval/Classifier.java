package nn.eval;

import java.util.List;
import java.util.Optional;
import nn.data.InputKind;
import nn.model.Architecture;
import nn.model.Loss;
import nn.model.Parameters;
import nn.model.Storage;

/**
 * A trained model: one network, or a committee whose probabilities are averaged. The logarithm of the average replaces a
 * single network's logits, so committees need the softmax cross-entropy.
 *
 * @param members at least one network, all with the same number of outputs
 * @param inputs what each network reads of an image
 * @param rows the height of the images in pixels
 * @param columns their width; a pixel of 0 (paper) to 255 (ink) is divided by 255
 * @param classNames the names of the outputs
 * @param loss the loss that the networks were trained with
 * @param temperature the divisor of the outputs before the softmax, above 0; see {@link Calibration}
 * @param detector tells what is no digit; its network reads images of the same size in the same storage
 */
public record Classifier(
        List<Parameters> members,
        List<InputKind> inputs,
        int rows,
        int columns,
        List<String> classNames,
        Loss loss,
        double temperature,
        Optional<DigitDetector> detector) {

    public Classifier {
        members = List.copyOf(members);
        inputs = List.copyOf(inputs);
        classNames = List.copyOf(classNames);
        if (members.isEmpty()) {
            throw new IllegalArgumentException("a classifier has at least one network");
        }
        if (members.size() > 1 && !(loss instanceof Loss.SoftmaxCrossEntropy)) {
            throw new IllegalArgumentException(
                    "a committee's networks are trained with softmax-cross-entropy, not " + loss.label());
        }
        if (inputs.size() != members.size()) {
            throw new IllegalArgumentException(
                    "%d networks with %d kinds of inputs".formatted(members.size(), inputs.size()));
        }
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException("images cannot have %d x %d pixels".formatted(rows, columns));
        }
        for (int member = 0; member < members.size(); member++) {
            Architecture architecture = members.get(member).architecture();
            if (members.get(member).vector().storage()
                    != members.get(0).vector().storage()) {
                throw new IllegalArgumentException("networks that are stored differently");
            }
            if (architecture.inputs() != inputs.get(member).count(rows, columns)
                    || architecture.outputs() != classNames.size()) {
                throw new IllegalArgumentException(
                        "a network of %s does not read %s of %d x %d pixels and name %d classes"
                                .formatted(
                                        architecture.name(),
                                        inputs.get(member).label(),
                                        rows,
                                        columns,
                                        classNames.size()));
            }
        }
        if (!(temperature > 0) || Double.isInfinite(temperature)) {
            throw new IllegalArgumentException("the temperature must be above 0, not " + temperature);
        }
        if (detector.isPresent()) {
            requireFit(detector.get().network(), members, rows, columns);
        }
    }

    /** Without a detector. */
    public Classifier(
            List<Parameters> members,
            List<InputKind> inputs,
            int rows,
            int columns,
            List<String> classNames,
            Loss loss,
            double temperature) {
        this(members, inputs, rows, columns, classNames, loss, temperature, Optional.empty());
    }

    private static void requireFit(Classifier detector, List<Parameters> members, int rows, int columns) {
        if (detector.rows != rows
                || detector.columns != columns
                || detector.storage() != members.get(0).vector().storage()
                || detector.detector.isPresent()) {
            throw new IllegalArgumentException("a detector of other images or stored otherwise");
        }
    }

    /** The architecture of the first member; others may read other inputs. */
    public Architecture architecture() {
        return members.get(0).architecture();
    }

    /** The number format of all members, in which answers are computed. */
    public Storage storage() {
        return members.get(0).vector().storage();
    }

    /** The distinct layer sizes of the members, such as {@code 784-256-10 and 392-256-10}. */
    public String architectureNames() {
        return Architecture.names(members.stream().map(Parameters::architecture));
    }

    /** The number of weights and biases of all members. */
    public int parameterCount() {
        return members.stream()
                .mapToInt(member -> member.architecture().parameterCount())
                .sum();
    }

    public Classifier withTemperature(double newTemperature) {
        return new Classifier(members, inputs, rows, columns, classNames, loss, newTemperature, detector);
    }

    /** The same with a detector in the place of its own, if it has one. */
    public Classifier withDetector(DigitDetector newDetector) {
        return new Classifier(members, inputs, rows, columns, classNames, loss, temperature, Optional.of(newDetector));
    }

    /** Whether the detector says that an image with this prediction shows no digit; never without a detector. */
    public boolean refuses(Prediction prediction) {
        return detector.isPresent()
                && prediction.digitProbability() < detector.get().threshold();
    }

    /**
     * Overwrites one example's outputs {@code [classes]} with its class probabilities: the softmax of outputs / temperature.
     */
    public void probabilitiesInPlace(double[] outputs) {
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] /= temperature;
        }
        Loss.softmaxInPlace(outputs);
    }
}
