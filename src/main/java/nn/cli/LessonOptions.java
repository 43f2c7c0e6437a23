package nn.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import nn.lesson.LessonInput;

/** The options that {@code nn lesson} and {@code nn lesson gradient-check} share. */
final class LessonOptions implements Flags {

    /** A language that the lessons are written in. */
    enum Language {
        EN(Locale.ENGLISH),
        ZH(Locale.CHINESE);

        private final Locale locale;

        Language(Locale locale) {
            this.locale = locale;
        }
    }

    private final Flag<Boolean> json =
            Flag.on("--json", "Print JSON: name, computed and expected values, and the verdict.");
    private final Flag<Path> plot = Flag.of(Path.class, "--plot", "FILE.png", "Draw the lesson's picture.");

    private final Flag<Long> seed = Flag.of(
                    Long.class, "--seed", "N", "Seed of the random numbers (default: ${DEFAULT-VALUE}).")
            .standard("" + LessonInput.DEFAULT_SEED);

    private final Flag<Language> language =
            Flag.of(Language.class, "--lang", "NAME", "en or zh (default: the environment's language, or en).");

    private final DataOption data = new DataOption();

    @Override
    public void addTo(Command command) {
        command.add(json, plot, seed, language, data);
    }

    boolean json() {
        return json.isOn();
    }

    /** The file for the picture; null for none. */
    Path plot() {
        return plot.value();
    }

    long seed() {
        return seed.value();
    }

    Path data() {
        return data.path();
    }

    /** The language of the texts: the given one, or Chinese in a Chinese environment, or else English. */
    Locale language() {
        if (language.isGiven()) {
            return language.value().locale;
        }
        // The launcher's word for what the environment asks for, since Java ignores a locale that is not installed; and
        // the JVM's own.
        boolean chinese = Stream.of("nn.language", "user.language")
                .anyMatch(name -> System.getProperty(name, "").startsWith("zh"));
        return chinese ? Locale.CHINESE : Locale.ENGLISH;
    }
}
