package nn.serve;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nn.lesson.Dial;
import nn.lesson.LessonResult;
import nn.lesson.Lessons;
import nn.lesson.Step;
import nn.lesson.TurnableLesson;
import nn.model.NativeBlas;
import nn.report.FigureDrawing;
import nn.report.LessonMessages;
import nn.report.page.Html;

/** The page of the lessons that have a parameter to turn. */
final class LearnPage {

    private static final String FORMULA = ": ";
    private static final int MOST_KEPT = 48;

    private final Workers workers;

    /** What was computed last: the figures are the same each time. */
    private final Map<String, String> parts = new LinkedHashMap<>(MOST_KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST_KEPT;
        }
    };

    LearnPage(Workers workers) {
        this.workers = workers;
    }

    /** The page of a lesson, or its changing part alone for the script. */
    Reply show(Request request) {
        Texts texts = new Texts(request.language());
        String name = request.query("lesson").orElse(Lessons.turnable().get(0).name());
        TurnableLesson lesson = Lessons.turnable().stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "there is no such lesson here"));
        Dial dial = lesson.dial();
        double value = dial.within(request.number("value").orElse(dial.standard()));
        String part = part(lesson, value, texts);
        return request.query("part").isPresent()
                ? Reply.html(part)
                : Frame.page(texts, Frame.Tab.LEARN, texts.fill("learn.html", page(lesson, value, part, texts)));
    }

    private String part(TurnableLesson lesson, double value, Texts texts) {
        String key = lesson.name() + " " + value + " " + texts.language();
        synchronized (parts) {
            String known = parts.get(key);
            if (known != null) {
                return known;
            }
        }
        String part = workers.run(() -> computed(lesson, value, texts.language().locale()));
        synchronized (parts) {
            parts.put(key, part);
        }
        return part;
    }

    private static String computed(TurnableLesson lesson, double value, Locale language) {
        NativeBlas.useCallingThreadOnly();
        LessonResult result = lesson.turned(value);
        LessonMessages words = LessonMessages.of(lesson.name(), language);
        List<String> lines =
                result.steps().stream().map((Step step) -> words.text(step)).toList();
        Html html = new Html();
        html.open("div", "class", "scroll", "tabindex", "0");
        html.empty(
                "img",
                "class",
                "lesson",
                "alt",
                String.join(" ", lines),
                "src",
                "data:image/png;base64," + Base64.getEncoder().encodeToString(FigureDrawing.png(result, language)));
        html.close().open("ul");
        lines.forEach(line -> html.element("li", line));
        return html.close().toString();
    }

    private static Map<String, String> page(TurnableLesson lesson, double value, String part, Texts texts) {
        Locale language = texts.language().locale();
        LessonMessages words = LessonMessages.of(lesson.name(), language);
        Html lessons = new Html();
        for (TurnableLesson other : Lessons.turnable()) {
            String title = LessonMessages.of(other.name(), language).text("title");
            lessons.open("li");
            if (other == lesson) {
                lessons.element("a", title, "href", "/learn?lesson=" + other.name(), "aria-current", "true");
            } else {
                lessons.element("a", title, "href", "/learn?lesson=" + other.name());
            }
            lessons.close();
        }
        Html about = new Html();
        for (String paragraph : words.text("about").split("\n")) {
            if (paragraph.startsWith(FORMULA)) {
                about.element("pre", paragraph.substring(FORMULA.length()), "tabindex", "0");
            } else if (!paragraph.isBlank()) {
                about.element("p", paragraph);
            }
        }
        Dial dial = lesson.dial();
        return Map.of(
                "lessons", lessons.toString(),
                "title", new Html().text(words.text("title")).toString(),
                "about", about.toString(),
                "name", lesson.name(),
                "dial", new Html().text(words.text("dial")).toString(),
                "least", number(dial.least()),
                "most", number(dial.most()),
                "step", number(dial.step()),
                "value", number(value),
                "result", part);
    }

    /** Without the .0 of a whole number. */
    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
