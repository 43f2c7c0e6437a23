package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import nn.lesson.Lesson;
import nn.lesson.Lessons;

/** What each flag of {@code nn lesson} and {@code nn lesson gradient-check} changes. */
final class LessonExamples {

    private LessonExamples() {}

    static Examples ofLesson(Path scratch) {
        Examples lesson = withSharedFlags("lesson", "matrix", scratch);
        // It ends at the first lesson that needs the digits.
        flagAll(lesson, scratch.resolve("missing"));
        lesson.flag("--seed", () -> {
            JsonNode first = lesson.json("shallow --json");
            JsonNode other = lesson.json("shallow --json --seed 2");
            assertEquals(first, lesson.json("shallow --json --seed 1"));
            assertEquals(
                    List.of(1, 2),
                    List.of(first.get("seed").asInt(), other.get("seed").asInt()));
            Examples.differsOnlyIn(List.of("seed", "computed", "expected"), first, other);
        });
        lesson.flag("--data", () -> {
            Path missing = scratch.resolve("missing");
            lesson.run("softmax -q --data", missing).refuses(3, missing + ": does not exist");
            assertEquals(lesson.run("softmax -q"), lesson.run("softmax -q --data", SmallMnist.raw()));
        });
        return lesson;
    }

    private static void flagAll(Examples lesson, Path missing) {
        lesson.flag("--all", () -> {
            Cli.Result all = lesson.run("--all -q --lang en --data", missing);
            List<String> names = Lessons.all().stream().map(Lesson::name).toList();
            List<String> verdicts = names.subList(0, names.indexOf("softmax")).stream()
                    .map(name -> lesson.run(name, "-q --lang en").printed())
                    .toList();
            assertEquals(5, verdicts.size());
            assertEquals(String.join("", verdicts), all.out());
            assertEquals(3, all.exitCode());
            all.lastLineNames(missing.toString());
        });
    }

    static Examples ofGradientCheck(Path scratch) {
        Examples check = withSharedFlags("lesson gradient-check", "", scratch);
        check.flag("--hidden", () -> assertNetwork(check, "4-6-2-3, loss softmax-cross-entropy", "--hidden 6,2"));
        check.flag("--activation", () -> {
            // Finite differences are inexact at a kink, so the tolerance is larger there.
            assertNetwork(check, "allowed 1e-7", "--activation sigmoid");
            assertNetwork(check, "allowed 0.0001", "--activation relu");
            assertEquals(check.json("--json"), check.json("--json --activation tanh"));
            assertNotEquals(check.json("--json"), check.json("--json --activation sigmoid"));
        });
        check.flag("--loss", () -> assertNetwork(check, "4-5-4-3, loss squared-error", "--loss squared-error"));
        check.flag("--seed", () -> {
            JsonNode first = check.json("--json");
            assertEquals(first, check.json("--json --seed 1"));
            Examples.differsOnlyIn(List.of("seed", "computed"), first, check.json("--json --seed 2"));
        });
        // All lessons have the same flags. This one needs no digits.
        check.flag("--data", () -> assertEquals(check.run("-q"), check.run("-q --data", scratch.resolve("missing"))));
        return check;
    }

    private static void assertNetwork(Examples check, String named, String flags) {
        String text = check.run("--lang en", flags).printed();
        assertTrue(text.contains(named) && text.contains("Verdict: match"), text);
    }

    private static Examples withSharedFlags(String command, String name, Path scratch) {
        Examples lesson = new Examples(command);
        lesson.flag("--json", () -> {
            JsonNode json = lesson.json(name, "--json");
            String text = lesson.run(name, "-q --lang en").printed();
            assertEquals("match", json.get("verdict").asText());
            assertEquals(
                    "%s: Verdict: match, %d of %<d values.\n"
                            .formatted(
                                    json.get("name").asText(),
                                    json.get("expected").size()),
                    text);
        });
        lesson.flag("--plot", () -> {
            Path file = scratch.resolve(name + ".png");
            assertEquals(lesson.run(name), lesson.run(name, "--plot", file));
            assertTrue(ImageIO.read(Files.newInputStream(file)).getWidth() > 100);
        });
        lesson.flag("--lang", () -> {
            String chinese = lesson.run(name, "-q --lang zh").printed();
            assertTrue(chinese.contains("结论：一致"), chinese);
            assertTrue(lesson.run(name, "-q --lang en").printed().contains("Verdict: match"));
            assertEquals(lesson.json(name, "--json --lang en"), lesson.json(name, "--json --lang zh"));
        });
        lesson.flag("--quiet", () -> {
            List<String> all = lesson.run(name, "--lang en").printed().lines().toList();
            String verdict = lesson.run(name, "--quiet --lang en").printed();
            assertTrue(all.size() > 20, all::toString);
            assertEquals(verdict.replaceFirst("^[a-z-]+: ", "").strip(), all.get(all.size() - 1));
        });
        lesson.verbose(List.of(), name, "-q");
        lesson.stacktrace(name, "--plot", scratch.resolve("missing/x.png"));
        return lesson;
    }
}
