package nn.report.page;

import java.nio.file.Path;
import java.util.function.Consumer;
import nn.NnException;
import nn.NnException.Kind;
import nn.UntrustedText;
import nn.checkpoint.RunConfig;
import nn.checkpoint.RunDirectory;
import nn.files.AtomicFile;
import nn.json.Json;
import nn.report.Report;

/** Writes the page of a finished run into its directory. */
public final class RunReport {

    private static final String NO_FONTS =
            ": has tables in place of charts, as Java finds no fonts; install fontconfig and a font, such as fonts-dejavu-core, then run 'nn report'";

    private RunReport() {}

    /**
     * Writes {@code report.html} from the other files of the run.
     *
     * @param warnings gets a line if the page has no charts
     * @return the page's file
     * @throws NnException BAD_CHECKPOINT if the directory holds no finished run, ENVIRONMENT if the page cannot be written
     */
    public static Path write(RunDirectory run, Consumer<String> warnings) {
        if (!run.isFinished()) {
            throw NnException.of(
                    Kind.BAD_CHECKPOINT,
                    run.path(),
                    "holds no finished run (report.json is missing)",
                    "name the directory of a run, or finish one with nn train --resume");
        }
        ReportPage page = new ReportPage(
                Json.read(run.report(), Report.class, Kind.BAD_CHECKPOINT),
                Json.read(run.config(), RunConfig.class, Kind.BAD_CHECKPOINT),
                History.read(run.history()));
        boolean drawn = ChartFile.canDraw();
        AtomicFile.write(run.reportPage(), page.html(drawn));
        if (!drawn) {
            warnings.accept(run.reportPage() + NO_FONTS);
        }
        return run.reportPage();
    }

    /** The same after a training, whose results are already saved: a failure is only a warning. */
    public static void writeIfPossible(RunDirectory run, Consumer<String> warnings) {
        try {
            write(run, warnings);
        } catch (RuntimeException | LinkageError | VirtualMachineError e) {
            warnings.accept(run.reportPage() + ": not written (" + UntrustedText.escaped(String.valueOf(e.getMessage()))
                    + "); the model and its results are saved; run 'nn report' to try again");
        }
    }
}
