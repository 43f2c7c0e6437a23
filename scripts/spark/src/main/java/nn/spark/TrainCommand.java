package nn.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nn.json.Json;
import nn.report.Report;
import org.apache.commons.io.IOUtils;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code train}: trains the configurations of a sweep, or the networks of a committee, each as a task. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Train the configurations of a sweep, or the networks of a committee, many at the same time.")
final class TrainCommand implements Callable<Integer> {

    private static final String TABLE = "sweep.tsv";
    private static final String COMMITTEE = "committee";

    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Kinds kinds;

    /** One of them. */
    static final class Kinds {

        @Option(
                names = "--sweep",
                paramLabel = "FILE",
                description =
                        "Train each configuration of a file with lines NAME: FLAGS. The test images are not read.")
        private String sweep;

        @Option(names = "--members", paramLabel = "N", description = "Train a committee of N networks.")
        private int members;
    }

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "3",
            description = "Train each configuration of a sweep with the seeds 1 to N (default: ${DEFAULT-VALUE}).")
    private int seeds;

    @Option(
            names = "--test",
            description = "Measure each run of a sweep on the test images, too, so that nn report compares them.")
    private boolean test;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "DIR",
            description = "Where all see it: a directory for each run, and sweep.tsv or the committee.")
    private String output;

    @Option(
            names = "--nn",
            required = true,
            paramLabel = "PROGRAM",
            description = "nn's launcher, scripts/nn, where each worker finds it.")
    private String nn;

    @Parameters(paramLabel = "FLAGS", description = "After --, flags of nn train for all trainings.")
    private List<String> flags = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        if (kinds.sweep == null && kinds.members < 2) {
            throw new ParameterException(spec.commandLine(), "--members must be at least 2");
        }
        if (seeds < 1) {
            throw new ParameterException(spec.commandLine(), "--seeds must be at least 1");
        }
        if (flags.contains("--out") || kinds.sweep != null && flags.contains("--seed")) {
            throw new ParameterException(
                    spec.commandLine(),
                    "each training gets its own --out, and its own --seed in a sweep; leave them out");
        }
        try (SparkSession session = Spark.session("nn train")) {
            JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
            RemoteFiles files = new RemoteFiles(spark.hadoopConfiguration());
            FileSystem system = files.of(new Path(output));
            output = system.makeQualified(new Path(output)).toString();
            return kinds.sweep != null ? sweep(spark, files) : committee(spark, files);
        }
    }

    private int sweep(JavaSparkContext spark, RemoteFiles files) throws IOException {
        Sweep sweep = Sweep.read(files, kinds.sweep);
        List<String> further = new ArrayList<>(flags);
        if (!test) {
            further.add("--no-test");
        }
        List<Training.Outcome> outcomes = train(spark, files, sweep.trainings(seeds, further));
        Set<String> succeeded = outcomes.stream()
                .filter(outcome -> outcome.exitCode() == 0)
                .map(Training.Outcome::name)
                .collect(Collectors.toSet());
        String common = flags.isEmpty() ? "" : " " + String.join(" ", flags);
        List<SweepTable.Line> rows = new ArrayList<>();
        for (int seed = 1; seed <= seeds; seed++) {
            for (Map.Entry<String, String> configuration : sweep.flags().entrySet()) {
                String run = Sweep.run(configuration.getKey(), seed);
                if (succeeded.contains(run)) {
                    Path report = new Path(new Path(output, run), "report.json");
                    rows.add(SweepTable.Line.of(
                            configuration.getKey(), seed, configuration.getValue() + common, report(files, report)));
                }
            }
        }
        SweepTable table = new SweepTable(rows);
        Path file = new Path(output, TABLE);
        try (OutputStream out = files.of(file).create(file, true)) {
            out.write(table.text().getBytes(StandardCharsets.UTF_8));
        }
        out().print(table.summary());
        out().flush();
        return exitCode(outcomes);
    }

    private static Report report(RemoteFiles files, Path file) throws IOException {
        try (var in = files.open(file.toString())) {
            return Json.parse(IOUtils.toString(in, StandardCharsets.UTF_8), Report.class);
        }
    }

    private int committee(JavaSparkContext spark, RemoteFiles files) throws IOException {
        files.requireNew(output + "/" + COMMITTEE);
        List<String> all = new ArrayList<>(flags);
        all.addAll(List.of("--members", String.valueOf(kinds.members)));
        List<Training> members = IntStream.rangeClosed(1, kinds.members)
                .mapToObj(member -> {
                    List<String> own = new ArrayList<>(all);
                    own.addAll(List.of("--member", String.valueOf(member), "--no-test"));
                    return new Training("member-" + member, own);
                })
                .toList();
        int failed = exitCode(train(spark, files, members));
        if (failed != 0) {
            return failed;
        }
        List<String> runs = members.stream().map(Training::name).toList();
        List<Training.Outcome> joined = train(spark, files, List.of(new Training(COMMITTEE, all, runs)));
        out().println(joined.get(0).lastWords());
        out().flush();
        return exitCode(joined);
    }

    /** Runs all, each as a task, with as many threads as the task has cores. */
    private List<Training.Outcome> train(JavaSparkContext spark, RemoteFiles files, List<Training> trainings) {
        return spark.parallelize(trainings, trainings.size())
                .map(new TrainingTask(files, nn, spark.getConf().getInt("spark.task.cpus", 1), output))
                .collect();
    }

    /** Names those that failed. Returns the exit code of the first of them, or 0. */
    private int exitCode(List<Training.Outcome> outcomes) {
        int first = 0;
        for (Training.Outcome outcome : outcomes) {
            if (outcome.exitCode() != 0) {
                first = first == 0 ? outcome.exitCode() : first;
                spec.commandLine()
                        .getErr()
                        .println("nn-spark: " + outcome.name() + ": nn train ended with exit code " + outcome.exitCode()
                                + ": " + outcome.lastWords());
            }
        }
        spec.commandLine().getErr().flush();
        return first;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
