package nn.checkpoint;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nn.NnException;
import nn.NnException.Kind;
import nn.UntrustedText;
import nn.detect.TrainedDetector;
import nn.eval.Classifier;
import nn.eval.DigitDetector;
import nn.json.Json;
import nn.model.Parameters;
import nn.model.Storage;
import nn.safetensors.SafeTensors;
import nn.safetensors.Tensor;

/**
 * A trained model on disk: the classifier and its provenance, in one safetensors file. {@link ClassifierMetadata} describes
 * the tensors. The metadata {@code training} is the {@link Provenance} as JSON. A committee's tensors are called
 * {@code members.N.layers...}. The names of a detector's tensors and metadata begin with {@code detector.}.
 */
public record Checkpoint(Classifier classifier, Provenance provenance) {

    private static final String ADVICE = "train a model with 'nn train', or name another with --model";
    static final String PROVENANCE = "training";
    private static final String DETECTOR = "detector.";
    private static final String THRESHOLD = DETECTOR + "threshold";

    /** @throws IllegalArgumentException if nothing is known of the detector, or of one that is not there */
    public Checkpoint {
        if (classifier.detector().isPresent() != provenance.detector().isPresent()) {
            throw new IllegalArgumentException("a detector goes with where it came from");
        }
    }

    /** The same with a detector in the place of its own, if it has one. */
    public Checkpoint withDetector(TrainedDetector trained) {
        return new Checkpoint(classifier.withDetector(trained.detector()), provenance.withDetector(trained.result()));
    }

    /**
     * Writes the model atomically.
     *
     * @throws NnException ENVIRONMENT if it cannot be written
     */
    public void write(Path file) {
        new SafeTensors(metadata(), tensors()).write(file);
    }

    /** SHA-256 of the weights' bytes in the file, in hexadecimal. Equal networks have equal digests, whatever their detectors. */
    public String weightsDigest() {
        return WeightsDigest.of(tensors(classifier));
    }

    /** The same of the detector's weights, if there is one. */
    public Optional<String> detectorDigest() {
        return classifier.detector().map(detector -> WeightsDigest.of(tensors(detector.network())));
    }

    Map<String, String> metadata() {
        Map<String, String> metadata =
                new LinkedHashMap<>(ClassifierMetadata.of(classifier).toStrings());
        classifier.detector().ifPresent(detector -> {
            ClassifierMetadata.of(detector.network())
                    .toStrings()
                    .forEach((key, value) -> metadata.put(DETECTOR + key, value));
            metadata.put(THRESHOLD, String.valueOf(detector.threshold()));
        });
        metadata.put(PROVENANCE, Json.compact(provenance));
        return metadata;
    }

    Map<String, Tensor> tensors() {
        Map<String, Tensor> tensors = tensors(classifier);
        classifier
                .detector()
                .ifPresent(detector ->
                        tensors(detector.network()).forEach((name, tensor) -> tensors.put(DETECTOR + name, tensor)));
        return tensors;
    }

    private static Map<String, Tensor> tensors(Classifier classifier) {
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
        return read(file, Storage.NATIVE_FLOAT);
    }

    /**
     * The same with the networks in single precision in Java's memory or in ND4J's.
     *
     * @throws NnException BAD_CHECKPOINT if the file is missing, damaged, or not a model of this program
     */
    public static Checkpoint read(Path file, Storage storage) {
        SafeTensors content = SafeTensors.read(file);
        Classifier classifier = classifier(content, file, storage);
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
            String threshold = content.metadata().get(THRESHOLD);
            Checked model = Checked.of(content.metadata(), content.tensors());
            if (threshold == null) {
                return model.classifier(storage);
            }
            Checked detector = Checked.of(ofDetector(content.metadata()), ofDetector(content.tensors()));
            return model.classifier(storage)
                    .withDetector(new DigitDetector(detector.classifier(storage), Double.parseDouble(threshold)));
        } catch (IllegalArgumentException e) {
            throw unusable(file, e);
        }
    }

    /** Networks in a file that are as their metadata say; ND4J was not needed to see that. */
    private record Checked(ClassifierMetadata metadata, Map<String, Tensor> tensors) {

        static Checked of(Map<String, String> strings, Map<String, Tensor> tensors) {
            ClassifierMetadata metadata = ClassifierMetadata.from(strings);
            int members = metadata.architectures().size();
            for (int member = 0; member < members; member++) {
                NetworkTensors.check(
                        tensors,
                        prefix(member, members),
                        metadata.architectures().get(member));
            }
            return new Checked(metadata, tensors);
        }

        Classifier classifier(Storage storage) {
            int members = metadata.architectures().size();
            List<Parameters> networks = new ArrayList<>();
            for (int member = 0; member < members; member++) {
                networks.add(NetworkTensors.read(
                        tensors,
                        prefix(member, members),
                        metadata.architectures().get(member),
                        storage));
            }
            return metadata.classifier(networks);
        }
    }

    /** What belongs to the detector, under the names that it would have in a file of its own. */
    private static <T> Map<String, T> ofDetector(Map<String, T> all) {
        Map<String, T> own = new LinkedHashMap<>();
        all.forEach((name, value) -> {
            if (name.startsWith(DETECTOR)) {
                own.put(name.substring(DETECTOR.length()), value);
            }
        });
        return own;
    }

    private static NnException unusable(Path file, IllegalArgumentException reason) {
        return NnException.of(
                Kind.BAD_CHECKPOINT, file, "not a usable model (" + UntrustedText.reason(reason) + ")", ADVICE);
    }
}
