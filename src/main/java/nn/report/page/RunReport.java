package nn.report.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import nn.NnException;
import nn.NnException.Kind;
import nn.UntrustedText;
import nn.checkpoint.Checkpoint;
import nn.checkpoint.RunConfig;
import nn.checkpoint.RunDirectory;
import nn.data.DataDirectory;
import nn.data.DataSet;
import nn.eval.Classifier;
import nn.eval.Evaluator;
import nn.eval.ScoredData;
import nn.files.AtomicFile;
import nn.files.DurableDirectory;
import nn.files.WriteFailure;
import nn.json.Json;
import nn.report.Report;

/** The report of a finished run, as a page or as pictures. */
public final class RunReport {

    private final RunDirectory run;
    private final ReportPage page;

    private RunReport(RunDirectory run, ReportPage page) {
        this.run = run;
        this.page = page;
    }

    /**
     * Reads the run's files, and measures its test images again, if they are still there.
     *
     * @param warnings gets a line if the test images are missing or others
     * @throws NnException BAD_CHECKPOINT if the directory holds no finished run
     */
    public static RunReport read(RunDirectory run, Consumer<String> warnings) {
        requireFinished(run);
        Report report = Json.read(run.report(), Report.class, Kind.BAD_CHECKPOINT);
        RunConfig config = Json.read(run.config(), RunConfig.class, Kind.BAD_CHECKPOINT);
        Classifier classifier = Checkpoint.readClassifier(run.model());
        return of(run, report, config, classifier, test(run, report, config, classifier, warnings));
    }

    /**
     * Writes the page after a training, whose results are already saved: a failure is only a warning.
     *
     * @param test the classifier's outputs for the test images; empty if they were not measured
     */
    public static void writeIfPossible(
            RunDirectory run,
            Report report,
            RunConfig config,
            Classifier classifier,
            Optional<ScoredData> test,
            Consumer<String> warnings) {
        try {
            of(run, report, config, classifier, test).writePage(warnings);
        } catch (RuntimeException | LinkageError | VirtualMachineError e) {
            warnings.accept(run.reportPage() + ": not written (" + UntrustedText.escaped(String.valueOf(e.getMessage()))
                    + "); the model and its results are saved; run 'nn report' to try again");
        }
    }

    private static RunReport of(
            RunDirectory run, Report report, RunConfig config, Classifier classifier, Optional<ScoredData> test) {
        Heading heading = new Heading(
                "Training report: " + report.architecture() + ", preset " + report.preset(),
                Optional.of(Heading.name(Path.of(config.data()))),
                report.test().isPresent() ? "test" : "validation",
                config.program(),
                "nn train --config config.json",
                config,
                "");
        return new RunReport(run, new ReportPage(heading, report, History.read(run.history()), classifier, test));
    }

    /**
     * Writes {@code report.html} into the run's directory.
     *
     * @param warnings gets a line if the page has no charts
     * @return the page's file
     * @throws NnException ENVIRONMENT if it cannot be written
     */
    public Path writePage(Consumer<String> warnings) {
        page.write(run.reportPage(), warnings);
        return run.reportPage();
    }

    /**
     * Writes each chart and picture as a PNG file into a directory.
     *
     * @return the files
     * @throws NnException ENVIRONMENT if there are no fonts, or they cannot be written
     */
    public List<Path> writePng(Path directory) {
        return writeDrawings(directory, "png", DrawingFile::png);
    }

    /** The same as SVG files. */
    public List<Path> writeSvg(Path directory) {
        return writeDrawings(
                directory, "svg", drawing -> DrawingFile.svg(drawing).getBytes(StandardCharsets.UTF_8));
    }

    private List<Path> writeDrawings(Path directory, String format, Function<Drawing, byte[]> encoding) {
        if (!DrawingFile.canDraw()) {
            throw new NnException(Kind.ENVIRONMENT, "no chart can be drawn, as " + Page.NO_FONTS);
        }
        try {
            DurableDirectory.make(directory);
        } catch (IOException e) {
            throw WriteFailure.of(directory, e);
        }
        List<Path> files = new ArrayList<>();
        for (Drawing drawing : page.drawings()) {
            Path file = directory.resolve(drawing.id() + "." + format);
            AtomicFile.write(file, out -> out.write(encoding.apply(drawing)));
            files.add(file);
        }
        return files;
    }

    /** @throws NnException BAD_CHECKPOINT if the directory holds no finished run */
    static void requireFinished(RunDirectory run) {
        if (!Files.isDirectory(run.path())) {
            throw NnException.of(
                    Kind.BAD_CHECKPOINT,
                    run.path(),
                    Files.exists(run.path()) ? "is not a directory" : "does not exist",
                    "name the directory of a finished run");
        }
        if (!run.isFinished()) {
            throw NnException.of(
                    Kind.BAD_CHECKPOINT,
                    run.path(),
                    "holds no finished run (report.json is missing)",
                    "name the directory of a run, or finish one with nn train --resume");
        }
    }

    /** The test images of a run, as its network reads them. */
    static DataSet testImages(RunConfig config) {
        return DataDirectory.of(Path.of(config.data()))
                .readTest()
                .converted(config.training().data().form());
    }

    /** The outputs for the test images, if the run measured them and the data are still the same. */
    private static Optional<ScoredData> test(
            RunDirectory run, Report report, RunConfig config, Classifier classifier, Consumer<String> warnings) {
        if (report.test().isEmpty()) {
            return Optional.empty();
        }
        try (Evaluator evaluator = new Evaluator(config.training().data().threads())) {
            ScoredData scored = evaluator.scored(classifier, testImages(config));
            if (scored.evaluation().confusion().equals(report.test().get().confusion())) {
                return Optional.of(scored);
            }
            warnings.accept(
                    config.data() + ": has other test images than the run measured; the report is without them");
        } catch (NnException | IllegalArgumentException e) {
            warnings.accept(run.path() + ": the report is without the test images (" + e.getMessage() + ")");
        }
        return Optional.empty();
    }
}
