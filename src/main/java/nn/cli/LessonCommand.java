package nn.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nn.NnException;
import nn.NnException.Kind;
import nn.json.Json;
import nn.lesson.Lesson;
import nn.lesson.LessonResult;
import nn.lesson.Lessons;
import nn.lesson.Numbers;
import nn.report.LessonJson;
import nn.report.LessonMessages;
import nn.report.LessonText;
import nn.report.Terminal;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code nn lesson}: the textbook examples of neural networks, computed step by step and compared with published values. */
final class LessonCommand extends Command {

    static final String HEADER = "Learn how neural networks compute, step by step.";

    private final Terminal terminal;
    private final PositionalParamSpec lesson = PositionalParamSpec.builder()
            .index("0")
            .arity("0..1")
            .type(String.class)
            .paramLabel("NAME")
            .completionCandidates(() -> names().iterator())
            .description("The lesson.")
            .build();
    private final Flag<Boolean> all = Flag.on("--all", "Run all lessons, the two on digits on a subset of the images.");
    private final LessonOptions options = new LessonOptions();
    private final CommonOptions common = new CommonOptions();

    LessonCommand(Terminal terminal) {
        super(HEADER);
        this.terminal = terminal;
        examples("nn lesson", "nn lesson beans", "nn lesson descent --plot descent.png");
        spec().addPositional(lesson);
        add(all, options, common);
        spec().usageMessage()
                .description(
                        "%nWithout a name it lists the lessons. A lesson explains, computes with the numbers shown, "
                                + "compares with the published values, and gives a verdict; a mismatch ends with exit code 6.%n");
        spec().addSubcommand("gradient-check", new GradientCheckCommand(terminal).spec());
    }

    @Override
    public Integer call() {
        String name = lesson.getValue();
        if (all.isOn() && name != null) {
            throw usage("--all and a lesson's name exclude each other");
        }
        if (name == null && !all.isOn() && options.plot() != null) {
            throw usage("--plot draws one lesson; name it");
        }
        if (all.isOn() && options.plot() != null) {
            throw usage("--plot draws one lesson, so it does not go with --all");
        }
        PngName.check("--plot", options.plot(), this);
        Locale language = options.language();
        if (all.isOn()) {
            runAll(language);
        } else if (name != null) {
            new LessonRun(terminal, options, common).run(named(name), false);
        } else if (options.json()) {
            terminal.out().print(Json.pretty(names()));
        } else {
            terminal.out().print(LessonText.list(Lessons.all(), language));
        }
        return 0;
    }

    private Lesson named(String name) {
        return Lessons.named(name)
                .orElseThrow(() -> usage("there is no lesson '" + name + "'"
                        + SimilarWord.of(name, names())
                                .map(SimilarWord::question)
                                .orElse("")
                        + "; 'nn lesson' lists them"));
    }

    private static List<String> names() {
        return Lessons.all().stream().map(Lesson::name).toList();
    }

    private void runAll(Locale language) {
        LessonRun run = new LessonRun(terminal, options, common);
        List<Object> documents = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (Lesson lesson : Lessons.all()) {
            LessonResult result = run.compute(lesson, true);
            if (!result.matches()) {
                wrong.add(lesson.name());
            }
            if (options.json()) {
                documents.add(LessonJson.of(result, options.seed()));
            } else if (!common.quiet()) {
                terminal.out().print(LessonText.result(result, language) + "\n");
            } else {
                terminal.out().println(lesson.name() + ": " + LessonText.verdict(result, language));
            }
            if (terminal.out().checkError()) {
                return; // nobody reads on
            }
        }
        int count = Lessons.all().size();
        terminal.out()
                .print(
                        options.json()
                                ? Json.pretty(documents)
                                : LessonMessages.shared(language)
                                                .text(
                                                        "verdict.all",
                                                        Numbers.of(count - wrong.size()),
                                                        Numbers.of(count))
                                        + "\n");
        if (!wrong.isEmpty()) {
            terminal.out().flush();
            throw new NnException(
                    Kind.TARGET_MISSED,
                    "%s: not all values are as expected; see the lines marked NO above"
                            .formatted(String.join(", ", wrong)));
        }
    }
}
