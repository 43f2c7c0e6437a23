package nn.spark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nn.NnException;
import nn.NnException.Kind;
import org.apache.commons.io.IOUtils;

/**
 * Configurations to compare.
 *
 * @param flags the flags of {@code nn train} by the configurations' names, in the order of the file
 */
record Sweep(Map<String, String> flags) {

    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]*";

    /**
     * Reads a file of lines {@code NAME: FLAGS}, or with a tab in the place of the colon; # starts a comment.
     *
     * @throws NnException BAD_INPUT if a line is none
     */
    static Sweep read(RemoteFiles files, String file) throws IOException {
        String text;
        try (var in = files.open(file)) {
            text = IOUtils.toString(in, StandardCharsets.UTF_8);
        }
        return of(file, text.lines().toList());
    }

    static Sweep of(String file, List<String> lines) {
        Map<String, String> flags = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceFirst("#.*", "").strip();
            if (line.isEmpty()) {
                continue;
            }
            String[] parts = line.split("[:\t]", 2);
            String name = parts[0].strip();
            if (parts.length < 2 || !name.matches(NAME) || flags.containsKey(name)) {
                throw new NnException(
                        Kind.BAD_INPUT,
                        "%s: line %d is not 'NAME: FLAGS' with a name of its own, of letters, digits, ., _ and -; correct it"
                                .formatted(file, i + 1));
            }
            flags.put(name, parts[1].strip());
        }
        if (flags.isEmpty()) {
            throw new NnException(Kind.BAD_INPUT, file + ": has no configurations; write lines 'NAME: FLAGS'");
        }
        return new Sweep(flags);
    }

    /**
     * The trainings of each configuration with the seeds 1 to {@code seeds}.
     *
     * @param further flags for all
     */
    List<Training> trainings(int seeds, List<String> further) {
        List<Training> trainings = new ArrayList<>();
        for (int seed = 1; seed <= seeds; seed++) {
            for (Map.Entry<String, String> configuration : flags.entrySet()) {
                List<String> words = new ArrayList<>(words(configuration.getValue()));
                words.addAll(List.of("--seed", String.valueOf(seed)));
                words.addAll(further);
                trainings.add(new Training(run(configuration.getKey(), seed), words));
            }
        }
        return trainings;
    }

    static String run(String name, int seed) {
        return name + "-seed-" + seed;
    }

    /** Splits at blanks; what stands in single or double quotes stays together. */
    static List<String> words(String flags) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean begun = false;
        char quote = 0;
        for (char c : flags.toCharArray()) {
            if (quote != 0 ? c == quote : c == '"' || c == '\'') {
                quote = quote == 0 ? c : 0;
                begun = true;
            } else if (quote == 0 && Character.isWhitespace(c)) {
                if (begun) {
                    words.add(word.toString());
                }
                word.setLength(0);
                begun = false;
            } else {
                word.append(c);
                begun = true;
            }
        }
        if (begun) {
            words.add(word.toString());
        }
        return words;
    }
}
