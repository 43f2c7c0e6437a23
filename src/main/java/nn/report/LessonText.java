package nn.report;

import java.util.List;
import java.util.Locale;
import nn.lesson.Check;
import nn.lesson.Lesson;
import nn.lesson.LessonResult;
import nn.lesson.Numbers;
import nn.lesson.Step;

/**
 * Renders a lesson as text: the explanation, the computation step by step, the comparison with expected values, and the
 * verdict.
 */
public final class LessonText {

    private static final int WIDTH = 79;
    private static final String FORMULA = ": ";

    private LessonText() {}

    /** All lessons, one on each line. */
    public static String list(List<Lesson> lessons, Locale language) {
        StringBuilder text = new StringBuilder();
        int width = lessons.stream()
                .mapToInt(lesson -> lesson.name().length())
                .max()
                .orElse(1);
        for (Lesson lesson : lessons) {
            text.append(String.format(
                            Locale.ROOT,
                            "%-" + width + "s  %s%n",
                            lesson.name(),
                            LessonMessages.of(lesson.name(), language).text("title"))
                    .replace(System.lineSeparator(), "\n"));
        }
        return text.append('\n')
                .append(LessonMessages.shared(language).text("list.hint"))
                .append('\n')
                .toString();
    }

    /** The explanation, which is shown before the computation. */
    public static String explanation(String lesson, Locale language) {
        LessonMessages words = LessonMessages.of(lesson, language);
        StringBuilder text = new StringBuilder();
        String title = lesson + " -- " + words.text("title");
        text.append(title)
                .append('\n')
                .append("=".repeat(Paragraph.columns(title)))
                .append("\n\n");
        for (String paragraph : words.text("about").split("\n")) {
            List<String> lines = paragraph.startsWith(FORMULA)
                    ? List.of("    " + paragraph.substring(FORMULA.length()))
                    : Paragraph.lines(paragraph, "", "", WIDTH);
            lines.forEach(line -> text.append(line).append('\n'));
        }
        return text.append('\n').toString();
    }

    /** The computation, the comparison and the verdict. */
    public static String result(LessonResult result, Locale language) {
        LessonMessages words = LessonMessages.of(result.lesson(), language);
        StringBuilder text = new StringBuilder();
        text.append(words.text("heading.computation")).append('\n');
        for (Step step : result.steps()) {
            String first = "  ";
            for (String line : words.text(step).split("\n")) {
                append(text, line, first, "      ");
                first = "      ";
            }
        }
        text.append('\n').append(words.text("heading.comparison")).append('\n');
        result.checks().forEach(check -> compare(text, check, words));
        return text.append('\n').append(verdict(result, language)).append('\n').toString();
    }

    private static void compare(StringBuilder text, Check check, LessonMessages words) {
        String mark = words.text(check.matches() ? "check.ok" : "check.wrong");
        append(text, words.text("check." + check.key()), "  " + mark + "  ", " ".repeat(Paragraph.columns(mark) + 4));
        String indent = " ".repeat(8);
        append(
                text,
                words.text("check.computed") + "  " + NumbersText.text(check.computed(), "x"),
                indent,
                indent + "  ");
        append(text, words.text("check.expected") + "  " + expected(check, words), indent, indent + "  ");
    }

    private static String expected(Check check, LessonMessages words) {
        List<Numbers> bounds =
                check.rule() == Check.Rule.BETWEEN ? check.expected().parts() : List.of(check.expected());
        return switch (check.rule()) {
            case WITHIN ->
                check.tolerance() == 0
                        ? words.text("rule.exactly", check.expected())
                        : words.text("rule.within", check.expected(), Numbers.of(check.tolerance()));
            case AT_LEAST -> words.text("rule.atLeast", check.expected());
            case AT_MOST -> words.text("rule.atMost", check.expected());
            case BETWEEN -> words.text("rule.between", bounds.get(0), bounds.get(1));
        };
    }

    /** One line that says whether all values are as expected, or which are not. */
    public static String verdict(LessonResult result, Locale language) {
        LessonMessages words = LessonMessages.of(result.lesson(), language);
        List<String> wrong = result.checks().stream()
                .filter(check -> !check.matches())
                .map(Check::key)
                .toList();
        return wrong.isEmpty()
                ? words.text("verdict.match", Numbers.of(result.checks().size()))
                : words.text(
                        "verdict.mismatch",
                        Numbers.of(wrong.size()),
                        Numbers.of(result.checks().size()),
                        String.join(", ", wrong));
    }

    private static void append(StringBuilder text, String line, String first, String rest) {
        Paragraph.lines(line, first, rest, WIDTH)
                .forEach(wrapped -> text.append(wrapped).append('\n'));
    }
}
