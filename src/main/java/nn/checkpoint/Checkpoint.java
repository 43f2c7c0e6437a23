package nn.checkpoint;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nn.NnException;
import nn.NnException.Kind;
import nn.UntrustedText;
import nn.eval.Classifier;
import nn.json.Json;
import nn.model.Parameters;
import nn.model.Storage;
import nn.safetensors.SafeTensors;
import nn.safetensors.Tensor;

/**
 * A trained model on disk: the classifier and its provenance, in one safetensors file. {@link ClassifierMetadata} describes
 * the tensors. The metadata {@code training} is the {@link Provenance} as JSON. A committee's tensors are called
 * {@code members.N.layers...}.
 */
public record Checkpoint(Classifier classifier, Provenance provenance) {

    private static final String ADVICE = "train a model with 'nn train', or name another with --model";
    static final String PROVENANCE = "training";

    /**
     * Writes the model atomically.
     *
     * @throws NnException ENVIRONMENT if it cannot be written
     */
    public void write(Path file) {
        new SafeTensors(metadata(), tensors()).write(file);
    }

    /** SHA-256 of the weights' bytes in the file, in hexadecimal. Equal networks have equal digests. */
    public String weightsDigest() {
        return WeightsDigest.of(tensors());
    }

    Map<String, String> metadata() {
        Map<String, String> metadata =
                new LinkedHashMap<>(ClassifierMetadata.of(classifier).toStrings());
        metadata.put(PROVENANCE, Json.compact(provenance));
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
        SafeTensors content = SafeTensors.read(file);
        Classifier classifier = classifier(content, file, Storage.NATIVE_FLOAT);
        try {
            return new Checkpoint(
                    classifier, Json.parse(ClassifierMetadata.text(content.metadata(), PROVENANCE), Provenance.class));
        } catch (IllegalArgumentException e) {
            throw unusable(file, e);
        }
    }

    /**
     * Reads only the classifier. This takes half the time, because the provenance needs the JSON library.
     *
     * @throws NnException BAD_CHECKPOINT if the file is missing, damaged, or not a model of this program
     */
    public static Classifier readClassifier(Path file) {
        return classifier(SafeTensors.read(file), file, Storage.NATIVE_FLOAT);
    }

    /**
     * The classifier in a file's content. Everything is checked before ND4J is loaded.
     *
     * @param file the content's file, for messages
     * @param storage for single precision
     * @throws NnException BAD_CHECKPOINT if it is not a model of this program
     * @throws IllegalArgumentException if {@code storage} is for double precision
     */
    public static Classifier classifier(SafeTensors content, Path file, Storage storage) {
        if (storage == Storage.NATIVE_DOUBLE) {
            throw new IllegalArgumentException("files hold single precision");
        }
        if (content.metadata().containsKey(RunState.RUN)) {
            throw NnException.of(
                    Kind.BAD_CHECKPOINT,
                    file,
                    "is the state of a run, for nn train --resume, and no model",
                    "name the model.safetensors beside it");
        }
        try {
            ClassifierMetadata metadata = ClassifierMetadata.from(content.metadata());
            int members = metadata.architectures().size();
            for (int member = 0; member < members; member++) {
                NetworkTensors.check(
                        content.tensors(),
                        prefix(member, members),
                        metadata.architectures().get(member));
            }
            List<Parameters> networks = new ArrayList<>();
            for (int member = 0; member < members; member++) {
                networks.add(NetworkTensors.read(
                        content.tensors(),
                        prefix(member, members),
                        metadata.architectures().get(member),
                        storage));
            }
            return metadata.classifier(networks);
        } catch (IllegalArgumentException e) {
            throw unusable(file, e);
        }
    }

    private static NnException unusable(Path file, IllegalArgumentException reason) {
        return NnException.of(
                Kind.BAD_CHECKPOINT, file, "not a usable model (" + UntrustedText.reason(reason) + ")", ADVICE);
    }
}
