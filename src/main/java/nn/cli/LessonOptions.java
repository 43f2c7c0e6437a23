package nn.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import nn.lesson.LessonInput;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code nn lesson} and the gradient check below it have in common. */
final class LessonOptions {

    /** A language that the lessons are written in. */
    enum Language {
        EN(Locale.ENGLISH), ZH(Locale.CHINESE);

        private final Locale locale;

        Language(Locale locale) {
            this.locale = locale;
        }
    }

    @Option(names = "--json", description = "Print JSON: name, computed and expected values, and the verdict.")
    private boolean json;

    @Option(names = "--plot", paramLabel = "FILE.png", description = "Draw the lesson's picture.")
    private Path plot;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "" + LessonInput.DEFAULT_SEED,
            description = "Of the random numbers (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--lang", paramLabel = "NAME", description = "en or zh (default: that of the environment, or en).")
    private Language language;

    @Mixin
    private DataOption data;

    boolean json() {
        return json;
    }

    /** The picture's file, null for none. */
    Path plot() {
        return plot;
    }

    long seed() {
        return seed;
    }

    Path data() {
        return data.path();
    }

    /** The language to explain in: as told, or Chinese in a Chinese environment, or else English. */
    Locale language() {
        if (language != null) {
            return language.locale;
        }
        // Java does not know a locale that is not installed, though its user has asked for it.
        String asked = Stream.of("LC_ALL", "LC_MESSAGES", "LANG").map(name -> System.getenv().getOrDefault(name, ""))
                .filter(value -> !value.isEmpty()).findFirst().orElse("");
        boolean chinese = asked.startsWith("zh") || Locale.getDefault(Locale.Category.DISPLAY).getLanguage().equals("zh");
        return chinese ? Locale.CHINESE : Locale.ENGLISH;
    }
}
