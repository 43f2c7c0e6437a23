package nn.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nn.lesson.Figure;
import nn.lesson.Frame;
import nn.lesson.GradientCheckLesson;
import nn.lesson.Lesson;
import nn.lesson.Lessons;
import nn.lesson.Panel;
import nn.lesson.Runs;
import nn.lesson.Series;
import nn.lesson.Step;
import nn.lesson.TurnableLesson;
import nn.model.Activation;
import nn.model.Loss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LessonMessagesTest {

    private static final Path BUNDLES = Path.of("src", "main", "resources", "nn", "lesson");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)(:[^}]*)?}");
    private static final int SCREEN = 24;
    private static final int WIDTH = 79;

    private static Stream<Lesson> lessons() {
        return Stream.concat(
                Lessons.all().stream(),
                Stream.of(new GradientCheckLesson(List.of(5, 4), Activation.TANH, new Loss.SoftmaxCrossEntropy())));
    }

    private static Stream<String> bundles() {
        return Stream.concat(Stream.of("common"), lessons().map(Lesson::name));
    }

    @Test
    void everyFileBelongsToALesson() throws IOException {
        Set<String> expected = new TreeSet<>();
        bundles().forEach(name -> expected.addAll(List.of(name + ".properties", name + "_zh.properties")));
        try (Stream<Path> files = Files.list(BUNDLES)) {
            assertEquals(
                    expected,
                    new TreeSet<>(
                            files.map(file -> file.getFileName().toString()).toList()));
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguagesHaveTheSameKeysAndPlaces(String name) throws IOException {
        Properties english = read(name + ".properties");
        Properties chinese = read(name + "_zh.properties");
        assertEquals(new TreeSet<>(english.stringPropertyNames()), new TreeSet<>(chinese.stringPropertyNames()));
        for (String key : english.stringPropertyNames()) {
            assertEquals(places(english.getProperty(key)), places(chinese.getProperty(key)), key);
            assertFalse(english.getProperty(key).isBlank(), key);
            assertFalse(chinese.getProperty(key).isBlank(), key);
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void explanationsAreInTheirLanguage(String name) throws IOException {
        Pattern han = Pattern.compile("\\p{IsHan}");
        Properties english = read(name + ".properties");
        english.stringPropertyNames()
                .forEach(
                        key -> assertFalse(han.matcher(english.getProperty(key)).find(), key));
        Properties chinese = read(name + "_zh.properties");
        chinese.stringPropertyNames().stream()
                .filter(key -> List.of("title", "about").contains(key))
                .forEach(key -> assertTrue(han.matcher(chinese.getProperty(key)).find(), key));
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void everyKeyOfAnOutcomeHasItsTextAndEveryTextIsUsed(Lesson lesson) throws IOException {
        Set<String> used = new TreeSet<>(Set.of("title", "about"));
        // The seed of the beans that gets stuck has its own step.
        List<Runs.Run> runs = new ArrayList<>(
                lesson.name().equals("beans")
                        ? List.of(Runs.of(lesson, 1), Runs.of(lesson, 28))
                        : List.of(Runs.of(lesson, 1)));
        if (lesson instanceof TurnableLesson turnable) {
            used.add("dial");
            for (double value : List.of(turnable.dial().standard(), 1.0)) {
                runs.add(new Runs.Run(turnable.turned(value), List.of()));
            }
        }
        for (Runs.Run run : runs) {
            List<Step> steps = new ArrayList<>(run.result().steps());
            for (Frame frame : run.frames()) {
                used.addAll(keys(frame.panel()));
                steps.add(frame.caption());
            }
            for (Step step : steps) {
                used.add("step." + step.key());
                for (Locale language : List.of(Locale.ENGLISH, Locale.CHINESE)) {
                    String text = LessonMessages.of(lesson.name(), language).text(step);
                    assertFalse(PLACE.matcher(text).find(), text);
                }
            }
            run.result().checks().forEach(check -> used.add("check." + check.key()));
            used.addAll(keys(run.result().figure()));
        }
        assertEquals(used, new TreeSet<>(read(lesson.name() + ".properties").stringPropertyNames()));
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void explanationsFitAScreen(Lesson lesson) {
        for (Locale language : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            List<String> lines =
                    LessonText.explanation(lesson.name(), language).lines().toList();
            assertTrue(
                    lines.size() <= SCREEN,
                    () -> lesson.name() + " in " + language + " takes " + lines.size() + " lines");
            for (String line : lines) {
                assertTrue(Paragraph.columns(line) <= WIDTH, line);
            }
        }
    }

    @Test
    void theListTakesALineForEachLesson() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            List<String> lines =
                    LessonText.list(Lessons.all(), language).lines().toList();
            assertEquals(Lessons.all().size() + 2, lines.size());
            lines.subList(0, 16).forEach(line -> assertTrue(Paragraph.columns(line) <= WIDTH, line));
        }
    }

    private static Properties read(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(file))) {
            properties.load(reader);
        }
        return properties;
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        PLACE.matcher(text).results().forEach(place -> places.add(place.group()));
        return places;
    }

    private static Set<String> keys(Figure picture) {
        Set<String> keys = new TreeSet<>();
        picture.panels().forEach(panel -> keys.addAll(keys(panel)));
        return keys;
    }

    private static Set<String> keys(Panel panel) {
        Set<String> keys = new TreeSet<>(Set.of("panel." + panel.key()));
        if (panel instanceof Panel.Curves curves) {
            keys.addAll(List.of("axis." + curves.x().key(), "axis." + curves.y().key()));
            keys.addAll(series(curves.series()));
        } else if (panel instanceof Panel.Surface surface) {
            keys.addAll(
                    List.of("axis." + surface.x().key(), "axis." + surface.y().key(), "axis." + surface.scale()));
            keys.addAll(series(surface.series()));
        } else if (panel instanceof Panel.Bars bars) {
            keys.addAll(List.of("axis." + bars.x(), "axis." + bars.y().key()));
            bars.categories().stream()
                    .filter(name -> !name.matches("\\d+"))
                    .forEach(name -> keys.add("category." + name));
        } else if (panel instanceof Panel.Network network) {
            network.layers().forEach(layer -> keys.add("layer." + layer));
        }
        return keys;
    }

    private static List<String> series(List<Series> series) {
        return series.stream().map(entry -> "series." + entry.key()).toList();
    }
}
