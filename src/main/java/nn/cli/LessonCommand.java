package nn.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import nn.NnException;
import nn.NnException.Kind;
import nn.checkpoint.Json;
import nn.lesson.Lesson;
import nn.lesson.Lessons;
import nn.lesson.Numbers;
import nn.lesson.Outcome;
import nn.report.LessonJson;
import nn.report.LessonText;
import nn.report.LessonWords;
import nn.report.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code nn lesson}: the systems of the introductions to neural networks, computed step by step and compared. */
@Command(name = "lesson", sortOptions = false, header = "Learn how neural networks compute, step by step.",
        description = "%nWithout a name it lists the lessons. A lesson explains, computes with the numbers shown, compares with the "
                + "published values, and gives a verdict; a mismatch ends with exit code 6.%n")
final class LessonCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "The lesson.")
    private String name;

    @Option(names = "--all", description = "Run all lessons, the two on digits on a subset of the images.")
    private boolean all;

    @Mixin
    private LessonOptions options;

    @Mixin
    private CommonOptions common;

    private LessonCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The command with {@code gradient-check} below it. */
    static CommandLine commandLine(Terminal terminal) {
        CommandLine line = new CommandLine(new LessonCommand(terminal));
        line.addSubcommand(new GradientCheckCommand(terminal));
        return line;
    }

    @Override
    public Integer call() {
        if (all && name != null) {
            throw new ParameterException(spec.commandLine(), "--all and a lesson's name exclude each other");
        }
        if (name == null && !all && options.plot() != null) {
            throw new ParameterException(spec.commandLine(), "--plot draws one lesson; name it");
        }
        if (all && options.plot() != null) {
            throw new ParameterException(spec.commandLine(), "--plot draws one lesson, so it does not go with --all");
        }
        PngName.check("--plot", options.plot(), spec);
        Locale language = options.language();
        if (all) {
            runAll(language);
        } else if (name != null) {
            new LessonRun(terminal, options, common).run(named(), false);
        } else if (options.json()) {
            terminal.out().print(Json.pretty(Lessons.all().stream().map(Lesson::name).toList()));
        } else {
            terminal.out().print(LessonText.list(Lessons.all(), language));
        }
        return 0;
    }

    private Lesson named() {
        return Lessons.named(name).orElseThrow(() -> new ParameterException(spec.commandLine(), "there is no lesson '" + name
                + "'; 'nn lesson' lists them"));
    }

    private void runAll(Locale language) {
        LessonRun run = new LessonRun(terminal, options, common);
        List<Object> documents = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (Lesson lesson : Lessons.all()) {
            Outcome outcome = run.compute(lesson, true);
            if (!outcome.matches()) {
                wrong.add(lesson.name());
            }
            if (options.json()) {
                documents.add(LessonJson.of(outcome, options.seed()));
            } else if (!common.quiet()) {
                terminal.out().print(LessonText.result(outcome, language) + "\n");
            } else {
                terminal.out().println(lesson.name() + ": " + LessonText.verdict(outcome, language));
            }
            terminal.out().flush();
        }
        int count = Lessons.all().size();
        terminal.out().print(options.json() ? Json.pretty(documents) : LessonWords.shared(language)
                .text("verdict.all", Numbers.of(count - wrong.size()), Numbers.of(count)) + "\n");
        if (!wrong.isEmpty()) {
            terminal.out().flush();
            throw new NnException(Kind.TARGET_MISSED, "%s: not all values are as expected; see the lines marked NO above"
                    .formatted(String.join(", ", wrong)));
        }
    }
}
