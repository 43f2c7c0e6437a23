package nn.run;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nn.NnException;
import nn.NnException.Kind;
import nn.Version;
import nn.checkpoint.Checkpoint;
import nn.checkpoint.Provenance;
import nn.checkpoint.RunDirectory;
import nn.data.DataSet;
import nn.eval.Classifier;
import nn.eval.Metrics;
import nn.model.NativeBlas;
import nn.model.Parameters;
import nn.train.EpochResult;
import nn.train.FinishedNetwork;
import nn.train.Stage;
import nn.train.TrainingConfig;

/** The networks that a run has finished. If there are several stages, each network is written to a file when it is finished. */
final class TrainedNetworks {

    private final TrainingConfig config;
    private final DataSet data;
    private final RunDirectory directory;
    private final List<Stage> stages;
    private final List<FinishedNetwork> finished = new ArrayList<>();
    private final List<Parameters> networks = new ArrayList<>();

    TrainedNetworks(TrainingConfig config, DataSet data, RunDirectory directory) {
        this.config = config;
        this.data = data;
        this.directory = directory;
        stages = Stage.of(config);
    }

    /**
     * Reads the networks that earlier processes have finished.
     *
     * @throws NnException BAD_CHECKPOINT if a file is missing, damaged, or holds another network
     */
    void restore(List<FinishedNetwork> results) {
        for (FinishedNetwork result : results) {
            Stage stage = stages.get(finished.size());
            Path file = directory.network(stage);
            Parameters network = Checkpoint.readClassifier(file).members().get(0);
            if (!network.architecture().equals(config.member(stage.member() - 1).architecture(data))) {
                throw NnException.of(
                        Kind.BAD_CHECKPOINT,
                        file,
                        "holds a network of " + network.architecture().name(),
                        "put the run's own file back, or start again with --force");
            }
            networks.add(network);
            finished.add(result);
        }
    }

    /** Adds a network. Its parameters must not change afterwards. */
    void add(FinishedNetwork result, Parameters network) {
        Stage stage = stages.get(finished.size());
        if (stages.size() > 1) {
            TrainingConfig own = stage.config(config, finished);
            new Checkpoint(
                            own.classifier(List.of(network), data),
                            provenance(own, List.of(result), List.of(result), result.validation(), Metrics.NONE))
                    .write(directory.network(stage));
        }
        networks.add(network);
        finished.add(result);
    }

    /** Forgets the refitted networks, which do not become the model. */
    void dropRefits() {
        int members = config.course().members();
        networks.subList(members, networks.size()).clear();
        finished.subList(members, finished.size()).clear();
    }

    /** Whether the networks of the model are refits. */
    boolean isRefitted() {
        return finished.size() == 2 * config.course().members();
    }

    List<FinishedNetwork> finished() {
        return List.copyOf(finished);
    }

    /** All finished networks that are refits, or all that are not, as one classifier that is not calibrated. */
    Classifier classifier(boolean refit) {
        return classifier(IntStream.range(0, networks.size())
                .filter(i -> stages.get(i).refit() == refit)
                .mapToObj(networks::get)
                .toList());
    }

    Classifier classifier(List<Parameters> members) {
        return config.classifier(members, data);
    }

    /** The epochs of each network, including the unfinished one. */
    List<List<EpochResult>> histories(List<EpochResult> unfinished) {
        List<List<EpochResult>> histories =
                new ArrayList<>(finished.stream().map(FinishedNetwork::history).toList());
        if (!unfinished.isEmpty()) {
            histories.add(unfinished);
        }
        return histories;
    }

    /** A checkpoint of the finished networks. */
    Checkpoint checkpoint(Classifier classifier, Metrics validation, Metrics test) {
        return checkpoint(classifier, finished, validation, test);
    }

    /** A checkpoint of the first network while it is trained. */
    Checkpoint checkpoint(Classifier classifier, FinishedNetwork begun) {
        return checkpoint(classifier, List.of(begun), begun.validation(), Metrics.NONE);
    }

    private Checkpoint checkpoint(Classifier classifier, List<FinishedNetwork> all, Metrics validation, Metrics test) {
        List<FinishedNetwork> members =
                all.subList(0, Math.min(all.size(), config.course().members()));
        TrainingConfig own = isRefitted() ? config : config.withoutRefit();
        return new Checkpoint(classifier, provenance(own, all, members, validation, test));
    }

    private static Provenance provenance(
            TrainingConfig config,
            List<FinishedNetwork> all,
            List<FinishedNetwork> members,
            Metrics validation,
            Metrics test) {
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        int epochs = members.stream()
                .mapToInt(member -> member.history().size())
                .max()
                .orElseThrow();
        FinishedNetwork best = members.stream()
                .min(Comparator.<FinishedNetwork>comparingInt(
                                m -> m.validation().errors())
                        .thenComparingDouble(m -> m.validation().loss()))
                .orElseThrow();
        double seconds = 0;
        for (FinishedNetwork network : all) {
            seconds += network.seconds();
        }
        double examples = all.stream().mapToLong(FinishedNetwork::examples).sum();
        double stepShare =
                all.stream().mapToDouble(FinishedNetwork::stepShare).average().orElseThrow();
        return new Provenance(
                Version.text(),
                now,
                epochs,
                best.bestEpoch(),
                seconds,
                examples / seconds,
                NativeBlas.kernel(),
                validation,
                test,
                config,
                members.size() == 1
                        ? List.of()
                        : members.stream().map(FinishedNetwork::result).toList(),
                stepShare,
                Optional.empty());
    }
}
