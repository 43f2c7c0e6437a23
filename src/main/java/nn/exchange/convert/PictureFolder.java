package nn.exchange.convert;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import nn.NnException;
import nn.Plural;
import nn.image.decode.ImageFile;
import nn.image.prepare.DigitPreparation;
import nn.image.prepare.PreparedDigit;
import nn.pictures.LabeledPictures;
import nn.pictures.LabeledPictures.Item;

/** Pictures with their labels, each prepared as {@code nn predict} prepares it. */
public final class PictureFolder implements LabeledImages {

    /** So many are prepared together, on all cores. */
    private static final int CHUNK = 256;

    private final Path directory;
    private final List<Item> items;
    private final List<Item> withoutDigit;
    private final DigitPreparation preparation;
    private final Consumer<String> warnings;

    /**
     * Lists the pictures.
     *
     * @param directory has sub-directories that are named after classes, or {@code labels.tsv}
     * @param warnings gets what is doubtful about the pictures
     * @throws NnException BAD_INPUT if there are none
     */
    public PictureFolder(Path directory, DigitPreparation preparation, Consumer<String> warnings) {
        this.directory = directory;
        this.preparation = preparation;
        this.warnings = warnings;
        Map<Boolean, List<Item>> byDigit = LabeledPictures.in(directory, warnings).stream()
                .collect(Collectors.partitioningBy(item -> item.label().equals(LabeledPictures.NO_DIGIT)));
        items = byDigit.get(false);
        withoutDigit = byDigit.get(true);
        if (items.isEmpty()) {
            throw NnException.of(
                    NnException.Kind.BAD_INPUT, directory, "has only pictures without a digit", "add some with digits");
        }
    }

    @Override
    public String name() {
        return directory.toString();
    }

    @Override
    public List<String> labels() {
        return items.stream().map(Item::label).toList();
    }

    @Override
    public ImageShape shape() {
        return new ImageShape(DigitPreparation.SIDE, DigitPreparation.SIDE);
    }

    /** Either the prepared digit, or why there is none. */
    private record Outcome(Optional<PreparedDigit> digit, String reason) {

        static Outcome leftOut(String reason) {
            return new Outcome(Optional.empty(), reason);
        }
    }

    @Override
    public List<LeftOut> forEach(Sink sink) {
        List<LeftOut> leftOut = new ArrayList<>();
        withoutDigit.forEach(
                item -> leftOut.add(new LeftOut(item.file().toString(), "it shows no digit, its label says")));
        Map<String, List<Path>> doubts = new TreeMap<>();
        for (int start = 0; start < items.size(); start += CHUNK) {
            List<Item> chunk = items.subList(start, Math.min(items.size(), start + CHUNK));
            List<Outcome> outcomes = chunk.parallelStream().map(this::prepare).toList();
            for (int i = 0; i < chunk.size(); i++) {
                Path file = chunk.get(i).file();
                Outcome outcome = outcomes.get(i);
                if (outcome.digit.isEmpty()) {
                    leftOut.add(new LeftOut(file.toString(), outcome.reason));
                } else {
                    sink.accept(start + i, outcome.digit.get().pixels());
                    outcome.digit
                            .get()
                            .warnings()
                            .forEach(doubt -> doubts.computeIfAbsent(doubt, key -> new ArrayList<>())
                                    .add(file));
                }
            }
        }
        doubts.forEach((doubt, files) -> warnings.accept(
                Plural.of(files.size(), "picture") + ": " + doubt + " (the first is " + files.get(0) + ")"));
        return leftOut;
    }

    private Outcome prepare(Item item) {
        try {
            PreparedDigit digit = preparation.prepare(ImageFile.read(item.file()));
            return digit.hasInk() ? new Outcome(Optional.of(digit), "") : Outcome.leftOut("no ink found");
        } catch (NnException e) {
            String message = e.getMessage();
            String prefix = item.file() + ": ";
            return Outcome.leftOut(message.startsWith(prefix) ? message.substring(prefix.length()) : message);
        }
    }
}
