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

    /** Each room with those of ours that it may use, besides the small ones. */
    static final Map<String, Set<String>> ROOMS = Map.ofEntries(
            Map.entry(
                    "cli",
                    Set.of(
                            "run",
                            "pictures",
                            "report",
                            "lesson",
                            "bench",
                            "exchange",
                            "doctor",
                            "checkpoint",
                            "detect",
                            "train",
                            "eval",
                            "model",
                            "image",
                            "data")),
            Map.entry("run", Set.of("report", "checkpoint", "detect", "train", "eval", "model", "data")),
            Map.entry(
                    "report",
                    Set.of(
                            "exchange",
                            "pictures",
                            "lesson",
                            "bench",
                            "doctor",
                            "checkpoint",
                            "detect",
                            "train",
                            "eval",
                            "model",
                            "image",
                            "data")),
            Map.entry("doctor", Set.of("checkpoint", "eval", "model", "data")),
            Map.entry("lesson", Set.of("train", "eval", "model", "data")),
            Map.entry("bench", Set.of("checkpoint", "train", "eval", "model", "image", "data")),
            Map.entry("exchange", Set.of("pictures", "checkpoint", "train", "eval", "model", "image", "data")),
            Map.entry("pictures", Set.of("eval", "image", "model", "data")),
            Map.entry("checkpoint", Set.of("detect", "train", "eval", "model", "data")),
            Map.entry("detect", Set.of("train", "eval", "image", "model", "data")),
            Map.entry("train", Set.of("eval", "model", "data")),
            Map.entry("eval", Set.of("model", "data")),
            Map.entry("model", Set.of()),
            Map.entry("image", Set.of("data")),
            Map.entry("data", Set.of()),
            Map.entry("safetensors", Set.of()),
            Map.entry("json", Set.of()),
            Map.entry("files", Set.of()),
            Map.entry("natives", Set.of()));

    /** They serve all rooms. Safetensors files are files, and nothing else among these uses another. */
    private static final Set<String> SMALL_ROOMS = Set.of("safetensors", "json", "files", "natives");

    private static final Set<String> NATIVE_ROOMS =
            Set.of("natives", "safetensors", "model", "data", "train", "eval", "checkpoint", "bench", "run");

    private static final Pattern COMMENT_OR_TEXT = Pattern.compile(
            "\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.|[^'\\\\\n])+'|/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL);
    private static final Pattern OWN_PACKAGE = Pattern.compile("^\\s*package\\s+([\\w.]+)\\s*;", Pattern.MULTILINE);
    private static final Pattern OURS = Pattern.compile("(?<![\\w.])nn\\.([a-z]\\w*)\\.");
    private static final Pattern PICOCLI = Pattern.compile("(?<![\\w.])picocli\\.");
    private static final Pattern NATIVE = Pattern.compile("(?<![\\w.])org\\.(?:nd4j(?!\\.shade)|bytedeco)\\.");
    private static final Pattern ONNX = Pattern.compile("(?<![\\w.])(?:onnx\\.Onnx|org\\.nd4j\\.shade)\\b");
    private static final Pattern CHARTS = Pattern.compile("(?<![\\w.])org\\.(?:jfree|apache\\.batik)\\.");
    private static final Pattern EXIT = Pattern.compile(
            "\\bSystem\\s*(?:\\.|::)\\s*exit\\b|\\.\\s*halt\\s*\\(|import\\s+static\\s+java\\.lang\\.System\\.(?:exit|\\*)");

    private SourceRules() {}

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
            if (!used.equals(room) && !allowed.contains(used) && !mayUseSmallRoom(room, used)) {
                breaches.add(room + " uses nn." + used);
            }
        }
        if (!room.equals("cli") && PICOCLI.matcher(code).find()) {
            breaches.add(room + " uses picocli");
        }
        if (!NATIVE_ROOMS.contains(room) && NATIVE.matcher(code).find()) {
            breaches.add(room + " uses ND4J or native libraries");
        }
        if (!room.equals("report") && CHARTS.matcher(code).find()) {
            breaches.add(room + " draws charts");
        }
        if (!room.equals("exchange") && ONNX.matcher(code).find()) {
            breaches.add(room + " uses ONNX");
        }
        if (!room.equals("cli") && EXIT.matcher(code).find()) {
            breaches.add(room + " ends the process");
        }
        return breaches;
    }

    private static boolean mayUseSmallRoom(String room, String used) {
        return SMALL_ROOMS.contains(used)
                && (!SMALL_ROOMS.contains(room) || room.equals("safetensors") || room.equals("json"))
                && !room.equals("nn");
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
