package nn.checkpoint;

import java.util.List;
import nn.eval.Metrics;
import nn.json.DefaultsTo;
import nn.train.MemberResult;
import nn.train.TrainingConfig;

/**
 * Where a model came from: kept in its file, shown by {@code nn inspect}, and the part of a report that evaluation cannot
 * measure again.
 *
 * @param program and its version
 * @param created UTC time, ISO 8601
 * @param epochs that were trained; of a committee, the most of a member
 * @param bestEpoch the one that the model is from; of a committee, that of the member that is best on validation
 * @param seconds of training
 * @param imagesPerSecond trained on
 * @param blasKernel what multiplied the matrices, such as {@code oneDNN AVX-512}; of older files, the kernels of OpenBLAS
 * @param validation how right the model was on the validation split; unmeasured without one
 * @param test how right it was on the test split
 * @param config the whole training configuration
 * @param members the networks of a committee, in the order of the file; empty for one network
 * @param stepShare the share of the planned steps, the mean over all networks, after which the time limit ended their training; 1 if
 *     it did not
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
        @DefaultsTo("1") double stepShare) {

    public Provenance {
        members = List.copyOf(members);
    }
}
