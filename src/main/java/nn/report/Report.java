package nn.report;

import java.util.List;
import java.util.Optional;
import nn.bench.Machine;
import nn.checkpoint.Checkpoint;
import nn.checkpoint.Provenance;
import nn.detect.DetectorResult;
import nn.eval.Evaluation;
import nn.json.DefaultsTo;
import nn.train.MemberResult;
import nn.train.TrainingConfig;

/**
 * The result of a training, or of the evaluation of a saved model. It is the content of {@code report.json}, whose keys are
 * the component names. A split that was not measured is null.
 *
 * @param architecture the layer sizes, such as {@code 784-256-10}; for a committee the distinct ones, separated by " and "
 * @param parameters the number of weights and biases
 * @param preset the preset that the configuration started from
 * @param seed the seed of the training
 * @param threads the number of threads of the training
 * @param epochs the number of trained epochs; for a committee, the largest number of a member
 * @param bestEpoch the epoch of the saved model, chosen on validation; for a committee, the best epoch of the best member
 * @param temperature calibrates the probabilities; fitted on validation
 * @param validation the saved model on the validation split
 * @param test the saved model on the test split
 * @param train the saved model on the whole training file; only {@code nn eval --split train} measures it
 * @param seconds the duration of the training, without reading data and evaluating
 * @param imagesPerSecond the speed of the training
 * @param blasKernel the library and instruction set that multiplied matrices, such as {@code oneDNN AVX-512}; in older files,
 *     OpenBLAS's kernel
 * @param weightsDigest SHA-256 of the saved weights
 * @param members the networks of a committee; empty for one network
 * @param refit whether the saved model was trained on all examples; {@code validation} then measures the model before it
 * @param timeLimit the time limit in seconds; 0 without a limit
 * @param plannedEpochs the planned epochs of each network if the time limit ended one earlier; 0 otherwise
 * @param stepShare the share of the planned steps that were made, the mean over all networks; below 1 if the time limit ended
 *     a training
 * @param detector where the detector came from and how good it is; null without one
 * @param machine where the training ended; null in older files and in evaluations
 */
public record Report(
        String architecture,
        int parameters,
        String preset,
        long seed,
        int threads,
        int epochs,
        int bestEpoch,
        double temperature,
        Optional<Evaluation> validation,
        Optional<Evaluation> test,
        Optional<Evaluation> train,
        double seconds,
        double imagesPerSecond,
        String blasKernel,
        String weightsDigest,
        @DefaultsTo("[]") List<MemberResult> members,
        @DefaultsTo("false") boolean refit,
        @DefaultsTo("0") double timeLimit,
        @DefaultsTo("0") int plannedEpochs,
        @DefaultsTo("1") double stepShare,
        @DefaultsTo("null") Optional<DetectorResult> detector,
        @DefaultsTo("null") Optional<Machine> machine) {

    public Report {
        members = List.copyOf(members);
    }

    /** Whether another program trained the network, so that nothing is known of its training. */
    public boolean isImported() {
        return preset.equals(TrainingConfig.IMPORTED);
    }

    /** The result on the test split, or else on the validation split. */
    public Optional<Evaluation> result() {
        return test.or(() -> validation);
    }

    /** The report on a training that ends on this machine. */
    public static Report ofTraining(Checkpoint checkpoint, Optional<Evaluation> validation, Optional<Evaluation> test) {
        return of(checkpoint, validation, test, Optional.empty(), Optional.of(Machine.here()));
    }

    /** The report on a saved model, with the measured splits. */
    public static Report of(
            Checkpoint checkpoint,
            Optional<Evaluation> validation,
            Optional<Evaluation> test,
            Optional<Evaluation> train) {
        return of(checkpoint, validation, test, train, Optional.empty());
    }

    private static Report of(
            Checkpoint checkpoint,
            Optional<Evaluation> validation,
            Optional<Evaluation> test,
            Optional<Evaluation> train,
            Optional<Machine> machine) {
        Provenance provenance = checkpoint.provenance();
        TrainingConfig config = provenance.config();
        return new Report(
                checkpoint.classifier().architectureNames(),
                checkpoint.classifier().parameterCount(),
                config.preset(),
                config.data().seed(),
                config.data().threads(),
                provenance.epochs(),
                provenance.bestEpoch(),
                checkpoint.classifier().temperature(),
                validation,
                test,
                train,
                provenance.seconds(),
                provenance.imagesPerSecond(),
                provenance.blasKernel(),
                checkpoint.weightsDigest(),
                provenance.members(),
                config.course().refit(),
                config.course().timeLimit(),
                provenance.stepShare() < 1 ? config.learning().epochs() : 0,
                provenance.stepShare(),
                provenance.detector(),
                machine);
    }
}
