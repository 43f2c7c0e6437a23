package nn.cli;

import java.util.concurrent.Callable;
import nn.NnException;
import nn.NnException.Kind;
import nn.checkpoint.Checkpoint;
import nn.checkpoint.Json;
import nn.data.DataDirectory;
import nn.data.DataSet;
import nn.eval.Classifier;
import nn.eval.Evaluation;
import nn.eval.Scorer;
import nn.model.NativeBlas;
import nn.model.WorkerTeam;
import nn.report.EvaluationText;
import nn.report.Report;
import nn.report.Terminal;
import nn.report.TrainingText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nn eval}: measures a saved model on a labeled split. */
@Command(name = "eval", sortOptions = false, header = "Measure a saved model.",
        description = "%nGives the report that the training gave, for a saved model and any IDX data.%n")
final class EvalCommand implements Callable<Integer> {

    /** A pair of IDX files. */
    enum Split { TEST, TRAIN }

    private final Terminal terminal;

    @Mixin
    private ModelChoice model;

    @Mixin
    private DataOption data;

    @Option(names = "--split", paramLabel = "NAME", defaultValue = "test", description = "test (the default) or train.")
    private Split split;

    @Option(names = "--threads", paramLabel = "N", description = "Workers, 1 to 256; the result does not depend on them.")
    private Integer threads;

    @Option(names = "--json", description = "Print the report as JSON instead of text.")
    private boolean json;

    @Mixin
    private CommonOptions common;

    EvalCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Checkpoint checkpoint = model.read(model.file(), terminal, common.quiet());
        DataDirectory files = DataOption.open(data.path(), terminal);
        DataSet examples = split == Split.TEST ? files.readTest() : files.readTrain();
        Evaluation evaluation = evaluate(checkpoint.classifier(), examples);
        Report report = Report.of(checkpoint, null, split == Split.TEST ? evaluation : null,
                split == Split.TRAIN ? evaluation : null);
        if (json) {
            terminal.out().print(Json.pretty(report));
        } else {
            terminal.out().print(EvaluationText.of(split == Split.TEST ? "Test" : "Train", evaluation));
            terminal.out().print("\n" + TrainingText.summary(report));
        }
        return 0;
    }

    private Evaluation evaluate(Classifier classifier, DataSet examples) {
        if (examples.rows() != classifier.rows() || examples.columns() != classifier.columns()) {
            throw new NnException(Kind.BAD_CHECKPOINT, "%s: its images are %d x %d pixels, the model reads %d x %d; %s"
                    .formatted(data.path(), examples.rows(), examples.columns(), classifier.rows(), classifier.columns(),
                            "use a model that was trained on such images"));
        }
        if (examples.classes() > classifier.classNames().size()) {
            throw new NnException(Kind.BAD_CHECKPOINT, "%s: it has %d classes, the model knows %d; %s"
                    .formatted(data.path(), examples.classes(), classifier.classNames().size(),
                            "use a model that was trained on such labels"));
        }
        NativeBlas.useCallingThreadOnly();
        try (WorkerTeam team = new WorkerTeam(Threads.orAll(threads))) {
            return Evaluation.of(classifier, new Scorer(classifier.members(), team).score(classifier.members(), examples),
                    examples);
        }
    }
}
