package nn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a source file may use, by its room: the package below {@code nn}, with the packages below that. It sees names in code, imported
 * or written out.
 */
final class SourceRules {

    /** Each room with those of ours that it may use; the command line may use all. */
    static final Map<String, Set<String>> ROOMS = Map.of(
            "cli", Set.of("report", "lesson", "bench", "checkpoint", "train", "eval", "model", "image", "data"),
            "report", Set.of("lesson", "bench", "checkpoint", "train", "eval", "model", "image", "data"),
            "lesson", Set.of("train", "eval", "model", "data"),
            "bench", Set.of("checkpoint", "train", "eval", "model", "image", "data"),
            "checkpoint", Set.of("train", "eval", "model", "data"),
            "train", Set.of("eval", "model", "data"),
            "eval", Set.of("model", "data"),
            "model", Set.of(),
            "image", Set.of("data"),
            "data", Set.of());

    private static final Set<String> NATIVE_ROOMS = Set.of("model", "data", "train", "eval", "checkpoint", "bench");

    private static final Pattern COMMENT_OR_TEXT = Pattern.compile(
            "\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.|[^'\\\\\n])+'|/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL);
    private static final Pattern OWN_PACKAGE = Pattern.compile("^\\s*package\\s+([\\w.]+)\\s*;", Pattern.MULTILINE);
    private static final Pattern OURS = Pattern.compile("(?<![\\w.])nn\\.([a-z]\\w*)\\.");
    private static final Pattern PICOCLI = Pattern.compile("(?<![\\w.])picocli\\.");
    private static final Pattern NATIVE = Pattern.compile("(?<![\\w.])org\\.(?:nd4j|bytedeco)\\.");
    private static final Pattern EXIT = Pattern.compile(
            "\\bSystem\\s*(?:\\.|::)\\s*exit\\b|\\.\\s*halt\\s*\\(|import\\s+static\\s+java\\.lang\\.System\\.(?:exit|\\*)");

    private SourceRules() {
    }

    /** What is wrong with a source file, a line for each breach; none if all is well. */
    static Set<String> breaches(String source) {
        String code = COMMENT_OR_TEXT.matcher(source).replaceAll(" ");
        Matcher matcher = OWN_PACKAGE.matcher(code);
        if (!matcher.find()) {
            return Set.of("has no package");
        }
        String name = matcher.group(1);
        if (name.equals("nn")) {
            return breaches(code.substring(matcher.end()), "nn", Set.of());
        }
        String room = name.replaceFirst("^nn\\.", "").replaceFirst("\\..*", "");
        Set<String> allowed = ROOMS.get(room);
        if (allowed == null) {
            return Set.of("package " + name + " is no room of the design");
        }
        return breaches(code.substring(matcher.end()), room, allowed);
    }

    private static Set<String> breaches(String code, String room, Set<String> allowed) {
        Set<String> breaches = new TreeSet<>();
        for (String used : uses(OURS, code)) {
            if (!used.equals(room) && !allowed.contains(used)) {
                breaches.add(room + " uses nn." + used);
            }
        }
        if (!room.equals("cli") && PICOCLI.matcher(code).find()) {
            breaches.add(room + " uses picocli");
        }
        if (!NATIVE_ROOMS.contains(room) && NATIVE.matcher(code).find()) {
            breaches.add(room + " uses ND4J or native libraries");
        }
        if (!room.equals("cli") && EXIT.matcher(code).find()) {
            breaches.add(room + " ends the process");
        }
        return breaches;
    }

    private static List<String> uses(Pattern pattern, String code) {
        List<String> uses = new ArrayList<>();
        Matcher matcher = pattern.matcher(code);
        while (matcher.find()) {
            uses.add(matcher.group(1));
        }
        return uses;
    }
}
