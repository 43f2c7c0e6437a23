package nn.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nn.checkpoint.Checkpoint;
import nn.data.DataSet;
import nn.model.Parameters;
import nn.report.Report;

/**
 * A small run whose rising learning rate ruins the network: its best epoch is early, and its last epoch is far worse. Two
 * such runs are trained once and shared.
 *
 * @param directory of the run
 * @param flags it was trained with
 * @param messages it gave
 * @param training what it should have been trained on
 * @param validation what it should have kept for validation
 */
record RuinedRun(Path directory, List<Object> flags, String messages, DataSet training, DataSet validation) {

    static final int EPOCHS = 8;

    private static final Path BASE = Path.of("target", "ruined-runs").toAbsolutePath();
    private static final RuinedRun ONE = train("one", flags(5, EPOCHS), 1000, 1200);
    private static final RuinedRun COMMITTEE =
            train("committee", flags(5, EPOCHS, "--members", 2, "--refit", "--limit", 900), 750, 900);

    /** One network. */
    static RuinedRun one() {
        return ONE;
    }

    /** Two networks with a sixth of 900 images for validation. They are then trained again on all 900. */
    static RuinedRun committee() {
        return COMMITTEE;
    }

    static Stream<RuinedRun> all() {
        return Stream.of(ONE, COMMITTEE);
    }

    /** The flags for a learning rate that rises to the given peak. At 5, each step also shrinks the weights by a quarter. */
    static List<Object> flags(double learningRate, int epochs, Object... further) {
        Stream<Object> all = Stream.of(
                "--epochs",
                epochs,
                "--learning-rate",
                learningRate,
                "--warmup",
                0.99,
                "--schedule",
                "constant",
                "--weight-decay",
                0.05,
                "--activation",
                "tanh",
                "--optimizer",
                "sgd",
                "--dropout",
                0,
                "--label-smoothing",
                0);
        return Stream.concat(all, Stream.of(further)).toList();
    }

    private static RuinedRun train(String name, List<Object> flags, int split, int end) {
        Path directory = BASE.resolve(name);
        Cli.Result trained = Trainings.train(
                directory, Stream.concat(flags.stream(), Stream.of("--force")).toArray());
        trained.printed();
        DataSet used = Trainings.config(directory).training().usedExamples(SmallMnist.train(0, SmallMnist.TRAIN));
        return new RuinedRun(directory, flags, trained.err(), used.range(0, split), used.range(split, end));
    }

    Path model() {
        return file("model");
    }

    Path file(String name) {
        return directory.resolve(name + ".safetensors");
    }

    Report report() {
        return Trainings.report(directory);
    }

    /** The epochs of one network. */
    List<HistoryRow> history(int member, boolean refit) {
        return HistoryRow.of(directory).stream()
                .filter(row -> row.member() == member && row.refit() == refit)
                .toList();
    }

    /** The networks as they were before the refit, if there was one. */
    List<Parameters> validated() {
        int members = report().members().size();
        Stream<String> names = members == 0
                ? Stream.of("model")
                : IntStream.rangeClosed(1, members).mapToObj(i -> "member-" + i);
        return names.map(name -> Checkpoint.readClassifier(file(name)).members().get(0))
                .toList();
    }

    /** A directory with only its validation images, as test files. */
    Path validationFiles() {
        return SmallMnist.asTest(BASE.resolve(this + "-validation"), validation);
    }

    @Override
    public String toString() {
        return directory.getFileName().toString();
    }
}
