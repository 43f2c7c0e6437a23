package nn.pictures;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import nn.Choice;
import nn.NnException;
import nn.NnException.Kind;
import nn.eval.DigitDetector;

/** Lists the pictures of a directory with their labels. */
public final class LabeledPictures {

    /** The label of a picture that shows no digit. */
    public static final String NO_DIGIT = DigitDetector.NO_DIGIT;

    private static final String LABELS = "labels.tsv";
    private static final String NO_GROUP = "";

    /**
     * A labeled picture.
     *
     * @param label the name of its class, or {@value #NO_DIGIT}
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
        if (!Files.isDirectory(directory)) {
            throw NnException.of(
                    Kind.BAD_INPUT,
                    directory,
                    Files.exists(directory) ? "is not a directory" : "does not exist",
                    "name a directory with labels.tsv or sub-directories 0 to 9");
        }
        List<Item> items = Files.exists(directory.resolve(LABELS))
                ? listed(directory, classNames)
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

    private static List<Item> listed(Path directory, List<String> classNames) {
        Path file = directory.resolve(LABELS);
        List<Item> items = new ArrayList<>();
        for (TextLines.Line line : TextLines.read(file.toString(), "save it as UTF-8 text")) {
            String[] fields = line.text().split("\t", -1);
            if (fields.length < 2 || !isPath(fields[0]) || !isLabel(fields[1].strip(), classNames)) {
                throw NnException.of(
                        Kind.BAD_INPUT,
                        file,
                        "line " + line.number() + " is '" + line.shortened() + "', not a path, a tab "
                                + "and a known label",
                        "labels are " + Choice.of(classNames) + ", and " + NO_DIGIT
                                + " for no digit; there must be no header line");
            }
            if (PictureFiles.isAddress(fields[0])) {
                throw NnException.of(
                        Kind.BAD_INPUT,
                        file,
                        "line " + line.number() + " names a web address, and nn downloads nothing",
                        "download the pictures and name their files");
            }
            String group = fields.length > 2 ? fields[2].strip() : NO_GROUP;
            items.add(new Item(directory.resolve(fields[0]), fields[1].strip(), group));
        }
        return items;
    }

    private static boolean isLabel(String text, List<String> classNames) {
        return classNames.contains(text) || text.equals(NO_DIGIT);
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
