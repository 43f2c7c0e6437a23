package nn.report.page;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import nn.NnException;
import nn.NnException.Kind;
import nn.UntrustedText;
import nn.checkpoint.Checkpoint;
import nn.checkpoint.RunConfig;
import nn.checkpoint.RunDirectory;
import nn.data.DataDirectory;
import nn.eval.Classifier;
import nn.eval.Evaluator;
import nn.eval.ScoredData;
import nn.files.AtomicFile;
import nn.json.Json;
import nn.report.Report;

/** Writes the page of a finished run into its directory. */
public final class RunReport {

    private static final String NO_FONTS =
            ": has tables in place of charts, as Java finds no fonts; install fontconfig and a font, such as fonts-dejavu-core, then run 'nn report'";

    private final RunDirectory run;
    private final Report report;
    private final RunConfig config;
    private final History history;

    private RunReport(RunDirectory run) {
        if (!run.isFinished()) {
            throw NnException.of(
                    Kind.BAD_CHECKPOINT,
                    run.path(),
                    "holds no finished run (report.json is missing)",
                    "name the directory of a run, or finish one with nn train --resume");
        }
        this.run = run;
        report = Json.read(run.report(), Report.class, Kind.BAD_CHECKPOINT);
        config = Json.read(run.config(), RunConfig.class, Kind.BAD_CHECKPOINT);
        history = History.read(run.history());
    }

    /**
     * Writes {@code report.html} from the other files of the run, and from its test data, if they are still there.
     *
     * @param warnings gets a line if something is missing in the page
     * @return the page's file
     * @throws NnException BAD_CHECKPOINT if the directory holds no finished run, ENVIRONMENT if the page cannot be written
     */
    public static Path write(RunDirectory run, Consumer<String> warnings) {
        RunReport files = new RunReport(run);
        Classifier classifier = Checkpoint.readClassifier(run.model());
        files.write(classifier, files.test(classifier, warnings), warnings);
        return run.reportPage();
    }

    /**
     * The same after a training, whose results are already saved: a failure is only a warning.
     *
     * @param test the classifier's outputs for the test images; empty if they were not measured
     */
    public static void writeIfPossible(
            RunDirectory run, Classifier classifier, Optional<ScoredData> test, Consumer<String> warnings) {
        try {
            new RunReport(run).write(classifier, test, warnings);
        } catch (RuntimeException | LinkageError | VirtualMachineError e) {
            warnings.accept(run.reportPage() + ": not written (" + UntrustedText.escaped(String.valueOf(e.getMessage()))
                    + "); the model and its results are saved; run 'nn report' to try again");
        }
    }

    private void write(Classifier classifier, Optional<ScoredData> test, Consumer<String> warnings) {
        boolean drawn = ChartFile.canDraw();
        AtomicFile.write(run.reportPage(), new ReportPage(report, config, history, classifier, test).html(drawn));
        if (!drawn) {
            warnings.accept(run.reportPage() + NO_FONTS);
        }
    }

    /** The outputs for the test images, if the run measured them and the data are still the same. */
    private Optional<ScoredData> test(Classifier classifier, Consumer<String> warnings) {
        if (report.test().isEmpty()) {
            return Optional.empty();
        }
        try (Evaluator evaluator = new Evaluator(config.training().data().threads())) {
            ScoredData scored = evaluator.scored(
                    classifier, DataDirectory.of(Path.of(config.data())).readTest());
            if (scored.evaluation().confusion().equals(report.test().get().confusion())) {
                return Optional.of(scored);
            }
            warnings.accept(config.data() + ": other test images than the run measured; its page shows no images");
        } catch (NnException | IllegalArgumentException e) {
            warnings.accept(run.reportPage() + ": without the test images (" + e.getMessage() + ")");
        }
        return Optional.empty();
    }
}
