package nn.report;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import nn.image.prepare.Box;
import nn.json.OmitNull;
import nn.read.Page;
import nn.read.Reading;

/**
 * The JSON document of {@code nn read}. The component names are its keys. A box is [x, y, width, height] in pixels of the upright
 * original.
 *
 * @param model    the model's file
 * @param pictures an entry for each picture, in the given order
 */
public record ReadingJson(String model, List<Entry> pictures) {

    /** A less probable class is no candidate. */
    private static final double CANDIDATE = 0.02;

    /**
     * One picture.
     *
     * @param width of the upright original; left out for one that could not be read
     * @param text  as it is printed
     * @param error why there are no digits; left out if there are some
     */
    public record Entry(
            String file,
            @OmitNull Integer width,
            @OmitNull Integer height,
            String text,
            List<LineEntry> lines,
            List<String> warnings,
            @OmitNull String error) {}

    /** A line, or a row of cells. */
    public record LineEntry(List<Integer> box, String text, double confidence, List<NumberEntry> numbers) {}

    /** A number, or a cell. */
    public record NumberEntry(List<Integer> box, String text, double confidence, List<DigitEntry> digits) {}

    /**
     * A digit.
     *
     * @param probabilities of all classes
     * @param candidates    what an unsure digit could be, the most probable first; left out for one that is sure
     */
    public record DigitEntry(
            List<Integer> box,
            String text,
            double confidence,
            List<Double> probabilities,
            @OmitNull List<String> candidates) {}

    /** @param classNames the names of the model's classes */
    public static ReadingJson of(String model, List<Reading> readings, List<String> classNames) {
        return new ReadingJson(
                model,
                readings.stream().map(reading -> entry(reading, classNames)).toList());
    }

    private static Entry entry(Reading reading, List<String> classNames) {
        return new Entry(
                reading.file(),
                reading.page().map(Page::width).orElse(null),
                reading.page().map(Page::height).orElse(null),
                reading.page().map(Page::text).orElse(""),
                reading.page().map(Page::lines).orElse(List.of()).stream()
                        .map(line -> new LineEntry(
                                box(line.box()),
                                line.text(),
                                line.confidence(),
                                line.numbers().stream()
                                        .map(number -> number(number, classNames))
                                        .toList()))
                        .toList(),
                reading.warnings(),
                reading.error().orElse(null));
    }

    private static NumberEntry number(Page.Number number, List<String> classNames) {
        return new NumberEntry(
                box(number.box()),
                number.text(),
                number.confidence(),
                number.digits().stream()
                        .map(digit -> new DigitEntry(
                                box(digit.box()),
                                digit.text(),
                                digit.confidence(),
                                digit.probabilities(),
                                digit.text().equals(Page.UNSURE) ? candidates(digit, classNames) : null))
                        .toList());
    }

    private static List<String> candidates(Page.Digit digit, List<String> classNames) {
        return IntStream.range(0, classNames.size())
                .boxed()
                .filter(k -> digit.probabilities().get(k) >= CANDIDATE)
                .sorted(Comparator.comparingDouble(
                        (Integer k) -> -digit.probabilities().get(k)))
                .map(classNames::get)
                .toList();
    }

    private static List<Integer> box(Box box) {
        return List.of(box.left(), box.top(), box.width(), box.height());
    }
}
