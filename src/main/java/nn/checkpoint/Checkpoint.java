package nn.checkpoint;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nn.NnException;
import nn.NnException.Kind;
import nn.eval.Classifier;
import nn.model.Architecture;
import nn.model.Loss;
import nn.model.Parameters;

/**
 * A trained model on disk: the classifier and where it came from, in one safetensors file.
 *
 * <p>Its metadata: {@code architectures} (a JSON list, one for each member), {@code preprocessing}, {@code classes},
 * {@code loss}, {@code temperature} and {@code training}. A committee's tensors are called {@code members.N.layers...}.
 */
public record Checkpoint(Classifier classifier, Provenance provenance) {

    private static final String ADVICE = "train a model with 'nn train', or name another with --model";

    /**
     * How images become inputs.
     *
     * @param rows the height in pixels
     * @param columns the width in pixels
     * @param scale what a pixel of 0 to 255 is multiplied by
     */
    private record Preprocessing(int rows, int columns, double scale) {
        static final double SCALE = 1 / 255.0;
    }

    /** Everything about a file that needs no tensor, and no ND4J. */
    private record Header(List<Architecture> architectures, Preprocessing preprocessing, List<String> classes, Loss loss,
            double temperature, Provenance provenance) {
    }

    /**
     * Writes the model atomically.
     *
     * @throws NnException ENVIRONMENT if it cannot be written
     */
    public void write(Path file) {
        new SafeTensors(metadata(), tensors()).write(file);
    }

    /** SHA-256 of the weights as they stand in the file, in hexadecimal: the same network gives the same digest. */
    public String weightsDigest() {
        return WeightsDigest.of(tensors());
    }

    Map<String, String> metadata() {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("architectures", Json.compact(classifier.members().stream().map(Parameters::architecture).toList()));
        metadata.put("preprocessing", Json.compact(
                new Preprocessing(classifier.rows(), classifier.columns(), Preprocessing.SCALE)));
        metadata.put("classes", Json.compact(classifier.classNames()));
        metadata.put("loss", classifier.loss().label());
        metadata.put("temperature", Double.toString(classifier.temperature()));
        metadata.put("training", Json.compact(provenance));
        return metadata;
    }

    Map<String, Tensor> tensors() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        List<Parameters> members = classifier.members();
        for (int member = 0; member < members.size(); member++) {
            NetworkTensors.add(tensors, prefix(member, members.size()), members.get(member));
        }
        return tensors;
    }

    private static String prefix(int member, int members) {
        return members == 1 ? "" : "members." + member + ".";
    }

    /**
     * Reads a model.
     *
     * @throws NnException BAD_CHECKPOINT if the file is missing, damaged, or not a model of this program
     */
    public static Checkpoint read(Path file) {
        return of(SafeTensors.read(file), file);
    }

    static Checkpoint of(SafeTensors content, Path file) {
        Header header;
        int members;
        try {
            header = header(content.metadata());
            members = header.architectures.size();
            for (int member = 0; member < members; member++) {
                NetworkTensors.check(content.tensors(), prefix(member, members), header.architectures.get(member));
            }
        } catch (IllegalArgumentException | NnException e) {
            throw NnException.of(Kind.BAD_CHECKPOINT, file, "not a usable model (" + e.getMessage() + ")", ADVICE);
        }
        List<Parameters> networks = new ArrayList<>();
        for (int member = 0; member < members; member++) {
            networks.add(NetworkTensors.read(content.tensors(), prefix(member, members), header.architectures.get(member)));
        }
        try {
            Classifier classifier = new Classifier(networks, header.preprocessing.rows, header.preprocessing.columns,
                    header.classes, header.loss, header.temperature);
            return new Checkpoint(classifier, header.provenance);
        } catch (IllegalArgumentException e) {
            throw NnException.of(Kind.BAD_CHECKPOINT, file, "not a usable model (" + e.getMessage() + ")", ADVICE);
        }
    }

    private static Header header(Map<String, String> metadata) {
        Architecture[] architectures = Json.parse(text(metadata, "architectures"), Architecture[].class);
        String[] classes = Json.parse(text(metadata, "classes"), String[].class);
        Preprocessing preprocessing = Json.parse(text(metadata, "preprocessing"), Preprocessing.class);
        if (preprocessing.scale != Preprocessing.SCALE) {
            throw new IllegalArgumentException("pixels are multiplied by " + preprocessing.scale + ", not 1/255");
        }
        return new Header(List.of(architectures), preprocessing, List.of(classes), Loss.named(text(metadata, "loss")),
                Double.parseDouble(text(metadata, "temperature")),
                Json.parse(text(metadata, "training"), Provenance.class));
    }

    private static String text(Map<String, String> metadata, String key) {
        String text = metadata.get(key);
        if (text == null) {
            throw new IllegalArgumentException("its metadata has no " + key);
        }
        return text;
    }
}
