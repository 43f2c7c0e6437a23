package nn.checkpoint;

import java.util.List;
import java.util.Optional;
import nn.detect.DetectorResult;
import nn.eval.Metrics;
import nn.json.DefaultsTo;
import nn.train.MemberResult;
import nn.train.TrainingConfig;

/**
 * How a model was trained. It is kept in the model's file and shown by {@code nn inspect}; a report needs it, because an
 * evaluation cannot measure it again.
 *
 * @param program and its version
 * @param created UTC time, ISO 8601
 * @param epochs the number of trained epochs; for a committee, the largest number of a member
 * @param bestEpoch the epoch of the saved model; for a committee, the best epoch of the member that is best on validation
 * @param seconds the duration of the training
 * @param imagesPerSecond the speed of the training
 * @param blasKernel the library and instruction set that multiplied matrices, such as {@code oneDNN AVX-512}; in older files,
 *     OpenBLAS's kernel
 * @param validation the metrics on the validation split; unmeasured without one
 * @param test the metrics on the test split; unmeasured without one
 * @param config the whole training configuration
 * @param members the networks of a committee, in the order of the file; empty for one network
 * @param stepShare the share of the planned steps that were made, the mean over all networks; below 1 if the time limit ended
 *     a training
 * @param detector where the detector came from; empty without one
 * @param importedFrom the name of the file that the weights came from; empty if nn trained them. Only the network in the configuration of
 *     an imported model is known, the rest are defaults
 */
public record Provenance(
        String program,
        String created,
        int epochs,
        int bestEpoch,
        double seconds,
        double imagesPerSecond,
        String blasKernel,
        Metrics validation,
        Metrics test,
        TrainingConfig config,
        @DefaultsTo("[]") List<MemberResult> members,
        @DefaultsTo("1") double stepShare,
        @DefaultsTo("null") Optional<DetectorResult> detector,
        @DefaultsTo("null") Optional<String> importedFrom) {

    public Provenance {
        members = List.copyOf(members);
    }

    /** Of a model that nn trained. */
    public Provenance(
            String program,
            String created,
            int epochs,
            int bestEpoch,
            double seconds,
            double imagesPerSecond,
            String blasKernel,
            Metrics validation,
            Metrics test,
            TrainingConfig config,
            List<MemberResult> members,
            double stepShare,
            Optional<DetectorResult> detector) {
        this(
                program,
                created,
                epochs,
                bestEpoch,
                seconds,
                imagesPerSecond,
                blasKernel,
                validation,
                test,
                config,
                members,
                stepShare,
                detector,
                Optional.empty());
    }

    /** Of a model that was imported: nothing is known of its training. */
    public static Provenance ofImport(
            String program, String created, Metrics test, TrainingConfig config, String file) {
        return new Provenance(
                program,
                created,
                0,
                0,
                0,
                0,
                "unknown",
                Metrics.NONE,
                test,
                config,
                List.of(),
                1,
                Optional.empty(),
                Optional.of(file));
    }

    /** The same with another detector. */
    public Provenance withDetector(DetectorResult newDetector) {
        return new Provenance(
                program,
                created,
                epochs,
                bestEpoch,
                seconds,
                imagesPerSecond,
                blasKernel,
                validation,
                test,
                config,
                members,
                stepShare,
                Optional.of(newDetector),
                importedFrom);
    }
}
