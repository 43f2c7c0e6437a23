package nn.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nn.NnException;
import nn.NnException.Kind;
import nn.UntrustedText;
import nn.files.ReadableFile;

/**
 * The names of the classes of a data set, kept beside its files as {@value #FILE}: a line for each label, with a tab before its
 * name.
 *
 * @param byLabel the names by label, at least one
 */
public record ClassNames(SortedMap<Integer, String> byLabel) {

    /** The name of the file. */
    public static final String FILE = "classes.tsv";

    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_LABEL = 65_535;

    /** @throws IllegalArgumentException if a label is not from 0 to 65535, or a name is illegal or stands twice */
    public ClassNames {
        byLabel = new TreeMap<>(byLabel);
        if (byLabel.isEmpty()) {
            throw new IllegalArgumentException("no class is named");
        }
        Set<String> names = new HashSet<>();
        for (Map.Entry<Integer, String> entry : byLabel.entrySet()) {
            if (entry.getKey() < 0 || entry.getKey() > MOST_LABEL) {
                throw new IllegalArgumentException("the label " + entry.getKey() + " is not from 0 to " + MOST_LABEL);
            }
            check(entry.getValue());
            if (!names.add(entry.getValue())) {
                throw new IllegalArgumentException("two classes are called " + entry.getValue());
            }
        }
    }

    /** Classes that are labeled 0, 1, ... in this order. */
    public static ClassNames of(List<String> names) {
        return from(0, names);
    }

    /** Classes that are labeled with successive numbers in this order. */
    public static ClassNames from(int firstLabel, List<String> names) {
        SortedMap<Integer, String> byLabel = new TreeMap<>();
        for (String name : names) {
            byLabel.put(firstLabel + byLabel.size(), name);
        }
        return new ClassNames(byLabel);
    }

    /**
     * Refuses what cannot be the name of a class. Models list the names with commas, and {@code -} stands for no digit.
     *
     * @throws IllegalArgumentException if it cannot
     */
    public static void check(String name) {
        if (name.isBlank()
                || !name.equals(name.strip())
                || name.contains(",")
                || name.equals("-")
                || !name.equals(UntrustedText.escaped(name))) {
            throw new IllegalArgumentException(UntrustedText.quoted(name)
                    + " is no name of a class; one has up to 80 printable characters, no comma, and is not -");
        }
    }

    /**
     * The names in a data directory; empty if it has none.
     *
     * @throws NnException BAD_INPUT if they cannot be read
     */
    static Optional<ClassNames> in(Path directory) {
        Path file = directory.resolve(FILE);
        return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }

    private static ClassNames read(Path file) {
        String advice = "write a label, a tab and a name in each line";
        List<String> lines = ReadableFile.readText(file, Kind.BAD_INPUT, MOST_BYTES, advice)
                .lines()
                .toList();
        SortedMap<Integer, String> byLabel = new TreeMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank()) {
                continue;
            }
            if (!line.matches("[0-9]{1,5}\t.*")
                    || byLabel.put(label(line), line.substring(line.indexOf('\t') + 1)) != null) {
                throw NnException.of(
                        Kind.BAD_INPUT,
                        file,
                        "line " + (i + 1) + " is " + UntrustedText.quoted(line) + ", not a new label, a tab and a name",
                        advice);
            }
        }
        try {
            return new ClassNames(byLabel);
        } catch (IllegalArgumentException e) {
            throw new NnException(Kind.BAD_INPUT, file + ": " + e.getMessage() + "; " + advice, e);
        }
    }

    private static int label(String line) {
        return Integer.parseInt(line.substring(0, line.indexOf('\t')));
    }

    /** The content of the file. */
    public String text() {
        return byLabel.entrySet().stream()
                .map(entry -> entry.getKey() + "\t" + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }

    /** The labels, ascending. */
    int[] labels() {
        return byLabel.keySet().stream().mapToInt(Integer::intValue).toArray();
    }

    /** The names, in the order of the labels. */
    public List<String> names() {
        return new ArrayList<>(byLabel.values());
    }
}
