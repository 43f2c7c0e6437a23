package nn.pictures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nn.Choice;
import nn.NnException;
import nn.NnException.Kind;
import nn.data.ClassNames;
import nn.eval.DigitDetector;

/** Lists the pictures of a directory with their labels. */
public final class LabeledPictures {

    /** The label of a picture that shows no digit. */
    public static final String NO_DIGIT = DigitDetector.NO_DIGIT;

    private static final String LABELS = "labels.tsv";
    private static final String NO_GROUP = "";
    private static final String UTF8 = "save it as UTF-8 text";

    /**
     * A labeled picture.
     *
     * @param label the name of its class, or {@value #NO_DIGIT}; or the numbers in it
     * @param group the pictures that it is counted with; empty for none
     */
    public record Item(Path file, String label, String group) {

        /** Whether the model, rightly or not, has given an answer: a class, or that there is no digit. */
        public boolean isAnsweredBy(Answer answer) {
            return answer.error().isEmpty()
                    || answer.refused().isPresent()
                    || label.equals(NO_DIGIT) && answer.isNoDigit();
        }
    }

    private LabeledPictures() {}

    /**
     * The pictures that {@code labels.tsv} lists (path, label, optional group; further columns are ignored). Without that
     * file, the pictures in sub-directories that are named after classes, or {@value #NO_DIGIT}.
     *
     * @param warnings gets a line for each sub-directory that also has other files
     * @throws NnException BAD_INPUT if there are no pictures, or a line has an unknown label
     */
    public static List<Item> in(Path directory, List<String> classNames, Consumer<String> warnings) {
        requireDirectory(directory, "labels.tsv or sub-directories 0 to 9");
        List<Item> items = Files.exists(directory.resolve(LABELS))
                ? listed(
                        directory,
                        text -> classNames.contains(text) || text.equals(NO_DIGIT),
                        "labels are " + Choice.of(classNames) + ", and " + NO_DIGIT + " for no digit")
                : inSubdirectories(directory, classNames, warnings);
        if (items.isEmpty()) {
            throw NnException.of(
                    Kind.BAD_INPUT,
                    directory,
                    "holds no labeled pictures",
                    "put them into sub-directories named by their digit, or list them in labels.tsv");
        }
        return items;
    }

    /**
     * The same with the labels or sub-directories that there are as classes.
     *
     * @throws NnException BAD_INPUT also if one of these cannot be the name of a class
     */
    public static List<Item> in(Path directory, Consumer<String> warnings) {
        List<String> names = Files.isDirectory(directory) ? classNames(directory) : List.of();
        for (String name : names) {
            try {
                ClassNames.check(name);
            } catch (IllegalArgumentException e) {
                throw new NnException(Kind.BAD_INPUT, directory + ": " + e.getMessage(), e);
            }
        }
        return in(directory, names, warnings);
    }

    private static List<String> classNames(Path directory) {
        Path file = directory.resolve(LABELS);
        if (Files.exists(file)) {
            return TextLines.read(file.toString(), UTF8).stream()
                    .map(line -> line.text().split("\t", -1))
                    .filter(fields -> fields.length > 1 && !fields[1].isBlank())
                    .map(fields -> fields[1].strip())
                    .filter(label -> !label.equals(NO_DIGIT))
                    .distinct()
                    .toList();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(Files::isDirectory)
                    .map(entry -> entry.getFileName().toString())
                    .filter(name -> !name.startsWith(".") && !name.equals(NO_DIGIT))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw NnException.of(Kind.BAD_INPUT, directory, "cannot be listed", "check its permissions");
        }
    }

    /**
     * The pictures that {@code labels.tsv} lists with the numbers in them: a space between numbers, a | between lines, a dot for an
     * empty cell. The label {@value #NO_DIGIT} is of a picture without numbers.
     *
     * @throws NnException BAD_INPUT if there are no pictures, or a line has another label
     */
    public static List<Item> withNumbers(Path directory) {
        requireDirectory(directory, LABELS);
        if (!Files.exists(directory.resolve(LABELS))) {
            throw NnException.of(
                    Kind.BAD_INPUT, directory, "has no " + LABELS, "list its pictures there, with the numbers in them");
        }
        List<Item> items = listed(
                directory,
                text -> text.matches("[0-9?. |]+") || text.equals(NO_DIGIT),
                "labels are numbers with spaces between them, | between lines, . for an empty cell, and " + NO_DIGIT
                        + " for no number");
        if (items.isEmpty()) {
            throw NnException.of(
                    Kind.BAD_INPUT,
                    directory.resolve(LABELS),
                    "lists no picture",
                    "give it a path, a tab and a label a line");
        }
        return items;
    }

    private static void requireDirectory(Path directory, String content) {
        if (!Files.isDirectory(directory)) {
            throw NnException.of(
                    Kind.BAD_INPUT,
                    directory,
                    Files.exists(directory) ? "is not a directory" : "does not exist",
                    "name a directory with " + content);
        }
    }

    private static List<Item> listed(Path directory, Predicate<String> isLabel, String legalLabels) {
        Path file = directory.resolve(LABELS);
        List<Item> items = new ArrayList<>();
        for (TextLines.Line line : TextLines.read(file.toString(), UTF8)) {
            String[] fields = line.text().split("\t", -1);
            if (fields.length < 2 || !isPath(fields[0]) || !isLabel.test(fields[1].strip())) {
                throw NnException.of(
                        Kind.BAD_INPUT,
                        file,
                        "line " + line.number() + " is '" + line.shortened() + "', not a path, a tab "
                                + "and a known label",
                        legalLabels + "; there must be no header line");
            }
            if (PictureFiles.isAddress(fields[0])) {
                throw NnException.of(
                        Kind.BAD_INPUT,
                        file,
                        "line " + line.number() + " names a web address, and nn reads only files",
                        "download the pictures and name their files");
            }
            String group = fields.length > 2 ? fields[2].strip() : NO_GROUP;
            items.add(new Item(directory.resolve(fields[0]), fields[1].strip(), group));
        }
        return items;
    }

    private static boolean isPath(String text) {
        try {
            return !Path.of(text).toString().isEmpty();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static List<Item> inSubdirectories(Path directory, List<String> classNames, Consumer<String> warnings) {
        List<Item> items = new ArrayList<>();
        List<String> names = new ArrayList<>(classNames);
        names.add(NO_DIGIT);
        for (String name : names) {
            Path sub = directory.resolve(name);
            if (!Files.isDirectory(sub)) {
                continue;
            }
            PictureDirectory found = PictureDirectory.list(sub);
            found.leftOut().ifPresent(warnings);
            found.pictures().forEach(picture -> items.add(new Item(picture, name, NO_GROUP)));
        }
        return items;
    }
}
