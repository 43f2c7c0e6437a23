package nn.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import nn.NnException;
import nn.NnException.Kind;
import nn.data.DataDirectory;
import nn.files.AtomicFile;
import nn.json.Json;
import nn.lesson.DigitImages;
import nn.lesson.Lesson;
import nn.lesson.LessonInput;
import nn.lesson.LessonResult;
import nn.model.NativeBlas;
import nn.report.FigureDrawing;
import nn.report.LessonDisplay;
import nn.report.LessonJson;
import nn.report.LessonText;
import nn.report.Terminal;

/** Runs a lesson and prints its result as the options say. */
final class LessonRun {

    private final Terminal terminal;
    private final LessonOptions options;
    private final CommonOptions common;
    private final DigitImages digits;

    LessonRun(Terminal terminal, LessonOptions options, CommonOptions common) {
        this.terminal = terminal;
        this.options = options;
        this.common = common;
        digits = DigitImages.in(() -> DataDirectory.of(options.data(), common.warnings(terminal)));
    }

    /**
     * Explains and computes a lesson, and draws its picture with {@code --plot}.
     *
     * @throws NnException TARGET_MISSED if a value is not as expected
     */
    void run(Lesson lesson, boolean subset) {
        Locale language = options.language();
        checkPlot();
        LessonResult result = compute(lesson, subset);
        if (options.json()) {
            terminal.out().print(Json.pretty(LessonJson.of(result, options.seed())));
        } else if (common.quiet()) {
            terminal.out().println(lesson.name() + ": " + LessonText.verdict(result, language));
        } else {
            terminal.out().print(LessonText.result(result, language));
        }
        terminal.out().flush();
        if (options.plot() != null) {
            byte[] png = FigureDrawing.png(result, language);
            AtomicFile.write(options.plot(), out -> out.write(png));
        }
        if (!result.matches()) {
            throw new NnException(
                    Kind.TARGET_MISSED,
                    lesson.name() + ": not all values are as expected; compare the computed with the expected ones");
        }
    }

    /** Checks the picture's file before the computation. */
    private void checkPlot() {
        if (options.plot() == null) {
            return;
        }
        Path directory = options.plot().toAbsolutePath().getParent();
        if (directory == null || Files.isDirectory(options.plot())) {
            throw NnException.of(Kind.ENVIRONMENT, options.plot(), "is a directory", "name a file in it");
        }
        if (!Files.isDirectory(directory) || !Files.isWritable(directory)) {
            throw NnException.of(
                    Kind.ENVIRONMENT,
                    options.plot(),
                    "its directory is missing or not writable",
                    "make the directory, or name another file");
        }
    }

    /** Prints the explanation, unless the output is JSON or quiet, and computes. */
    LessonResult compute(Lesson lesson, boolean subset) {
        NativeBlas.useCallingThreadOnly();
        boolean text = !options.json() && !common.quiet();
        if (text) {
            terminal.out().print(LessonText.explanation(lesson.name(), options.language()));
            terminal.out().flush();
        }
        try (LessonDisplay display = new LessonDisplay(terminal, lesson.name(), options.language(), text && !subset)) {
            return lesson.run(new LessonInput(options.seed(), subset, digits), display);
        }
    }
}
