package nn.report;

import java.util.List;
import java.util.Optional;
import nn.checkpoint.Checkpoint;
import nn.checkpoint.Provenance;
import nn.detect.DetectorResult;
import nn.eval.Evaluation;
import nn.json.DefaultsTo;
import nn.train.MemberResult;
import nn.train.TrainingConfig;

/**
 * The outcome of a training, or of the evaluation of a saved model: the content of {@code report.json}, whose keys are the
 * component names. What was not measured is null.
 *
 * @param architecture layer sizes, such as {@code 784-256-10}; of a committee's networks each of them once, with " and " between
 * @param parameters the number of weights and biases
 * @param preset where the configuration came from
 * @param seed of the training
 * @param threads workers of the training
 * @param epochs that were trained; of a committee, the most of a member
 * @param bestEpoch the one whose model was saved, chosen on validation; of a committee, that of the member that is best there
 * @param temperature that calibrates the probabilities, fitted on validation
 * @param validation the saved model on the validation split
 * @param test the saved model on the test split
 * @param train the saved model on the whole training file; only {@code nn eval --split train} measures it
 * @param seconds of the training, without reading data and evaluating
 * @param imagesPerSecond trained on
 * @param blasKernel what multiplied the matrices, such as {@code oneDNN AVX-512}; of older files, the kernels of OpenBLAS
 * @param weightsDigest SHA-256 of the saved weights
 * @param members the networks of a committee; empty for one network
 * @param refit whether the saved model was trained on all examples, after {@code validation} had measured the one before
 * @param timeLimit seconds that the training was limited to; 0 without a limit
 * @param plannedEpochs of each network, where the time limit ended one of them earlier; 0 where it did not
 * @param stepShare the share of the planned steps, the mean over all networks, that were made until then; 1 where it did not
 * @param detector where the detector came from and how good it is; null without one
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
        @DefaultsTo("null") Optional<DetectorResult> detector) {

    public Report {
        members = List.copyOf(members);
    }

    /** The report on a model, with the splits that were measured. */
    public static Report of(
            Checkpoint checkpoint,
            Optional<Evaluation> validation,
            Optional<Evaluation> test,
            Optional<Evaluation> train) {
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
                provenance.detector());
    }
}
