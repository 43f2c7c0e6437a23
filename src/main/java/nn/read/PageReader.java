package nn.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nn.image.Picture;
import nn.image.prepare.Box;
import nn.image.prepare.Polarity;

/** From a picture to the numbers in it, one step after the other: ink, parts, lines, digits, numbers. Not thread-safe. */
public final class PageReader implements AutoCloseable {

    /** A digit from this confidence on is likely. */
    private static final double LIKELY = 0.6;
    /** The mean confidence of a page's digits that needs no second look. */
    private static final double LIKELY_PAGE = 0.85;

    /** What a 1 counts. */
    private static final double LITTLE = 0.1;
    /** Another look at a page must have so much more evidence. Light between dark letters looks like a digit, too. */
    private static final double CLEARLY = 0.35;
    /** The share of a page's ink that digits explain, if it needs no second look. */
    private static final double EXPLAINED = 0.3;

    private final Recognizer recognizer;
    private final ReadOptions options;

    /** @param threads that read a page together, at least 1 */
    public PageReader(Networks networks, ReadOptions options, int threads) {
        recognizer = new Recognizer(networks, threads);
        this.options = options;
    }

    /**
     * The numbers in the picture, none if there are none.
     *
     * @throws IllegalArgumentException if the region lies outside of the picture
     */
    public Page read(Picture picture) {
        PagePart part = PagePart.of(picture, options.region());
        List<String> warnings = new ArrayList<>(picture.warnings());
        List<Page.Line> lines =
                options.cells().isPresent() ? cells(options.cells().get(), part) : lines(part, warnings);
        if (lines.isEmpty()) {
            // Ink and paper may be of one brightness.
            lines = PagePart.ofColors(picture, options.region())
                    .map(colors -> look(colors, InkMap.withLines(colors.light(), Polarity.DARK_INK)).lines)
                    .orElse(lines);
        }
        return new Page(picture.original().width(), picture.original().height(), lines, warnings);
    }

    /**
     * One way to look at a page.
     *
     * @param explained the share of the ink that belongs to digits
     * @param tooMuch   whether more ink was there than is looked at
     */
    private record Look(List<Page.Line> lines, double explained, boolean tooMuch) {

        boolean isDoubtful() {
            double confidence =
                    digits().mapToDouble(Page.Digit::confidence).average().orElse(0);
            return explained < EXPLAINED || confidence < LIKELY_PAGE;
        }

        /** How many digits are likely, less how many are not. What is between light strokes looks like a 1, so a 1 says little. */
        double evidence() {
            return digits().mapToDouble(digit -> (digit.confidence() - LIKELY) * (digit.digit() == 1 ? LITTLE : 1))
                    .sum();
        }

        private Stream<Page.Digit> digits() {
            return lines.stream().flatMap(Page.Line::digits);
        }
    }

    /** If a reading is doubtful, ink may be of the other kind. */
    private List<Page.Line> lines(PagePart part, List<String> warnings) {
        InkMap page = InkMap.withLines(part.light(), options.polarity());
        Look best = look(part, page);
        if (options.polarity() == Polarity.AUTO && best.isDoubtful()) {
            for (Polarity polarity : List.of(Polarity.DARK_INK, Polarity.LIGHT_INK)) {
                InkMap otherPage = InkMap.withLines(part.light(), polarity);
                if (!otherPage.isSame(page)) {
                    Look other = look(part, otherPage);
                    best = other.evidence() > best.evidence() + CLEARLY ? other : best;
                }
            }
        }
        if (best.tooMuch && !best.lines.isEmpty()) {
            warnings.add("more than %,d pieces of ink, and only the largest were read".formatted(Parts.MOST));
        }
        return best.lines;
    }

    private Look look(PagePart part, InkMap page) {
        InkMap map = page.linesRemoved();
        Parts parts = BrokenDigits.joined(Parts.of(map), recognizer, map);
        List<DigitsOfLine> lines = new LineReader(recognizer, options.digits())
                .read(Lines.of(parts).lines(), map, parts.display()).stream()
                        .map(reading -> new DigitsOfLine(reading, places(reading)))
                        .toList();
        OptionalDouble between = NumberGaps.between(
                lines.stream().flatMapToDouble(line -> NumberGaps.gaps(line.boxes(), line.reading.height())));
        List<Page.Line> read = new ArrayList<>();
        long digitInk = 0;
        for (DigitsOfLine line : lines) {
            List<Page.Number> numbers = numbers(line, between, part);
            if (!numbers.isEmpty()) {
                read.add(new Page.Line(numbers));
            }
            digitInk += line.reading.path().digits().stream()
                    .mapToLong(segment -> segment.part().area())
                    .sum();
        }
        return new Look(StrayLines.removed(read), digitInk / Math.max(1, map.inked()), parts.tooMany());
    }

    /** The places of a line's digits that are in no word. */
    private List<Integer> places(LineReader.Reading reading) {
        return options.digits().isPresent()
                ? IntStream.range(0, reading.path().digits().size()).boxed().toList()
                : Words.digitsOutside(reading.path(), reading.height());
    }

    /** A line that was read, and the places of its digits that are in no word. */
    private record DigitsOfLine(LineReader.Reading reading, List<Integer> places) {

        List<Box> boxes() {
            return places.stream()
                    .map(place -> reading.path().digits().get(place).part().box())
                    .toList();
        }
    }

    private List<Page.Number> numbers(DigitsOfLine line, OptionalDouble between, PagePart page) {
        if (line.places.isEmpty()) {
            return List.of();
        }
        LineReader.Reading reading = line.reading;
        List<Page.Number> numbers = new ArrayList<>();
        for (NumberGaps.Span span :
                NumberGaps.spans(line.boxes(), reading.path().others(), reading.height(), reading.stroke(), between)) {
            numbers.add(new Page.Number(
                    digits(reading.path(), line.places.subList(span.from(), span.to()), page),
                    span.point() > span.from() ? OptionalInt.of(span.point() - span.from()) : OptionalInt.empty(),
                    Optional.empty()));
        }
        return numbers;
    }

    private List<Page.Digit> digits(Lattice.Path path, List<Integer> places, PagePart page) {
        return places.stream()
                .map(place -> digit(
                        path.answers().get(place),
                        page.original(path.digits().get(place).part().box())))
                .toList();
    }

    private Page.Digit digit(Recognizer.Answer answer, Box box) {
        double confidence = answer.probability();
        return new Page.Digit(
                box,
                confidence < options.minConfidence()
                        ? Page.UNSURE
                        : recognizer
                                .classifier()
                                .classNames()
                                .get(answer.prediction().digit()),
                answer.prediction().digit(),
                confidence,
                answer.prediction().probabilities(),
                answer.prepared());
    }

    private List<Page.Line> cells(ReadOptions.Cells cells, PagePart part) {
        CellGrid grid = CellGrid.of(part.light(), options.polarity(), cells);
        List<Lines.Line> inked = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        InkMap map = grid.ink(options.polarity());
        List<Optional<Lines.Line>> contents = grid.contents(Parts.of(map));
        for (int i = 0; i < contents.size(); i++) {
            if (contents.get(i).isPresent()) {
                inked.add(contents.get(i).get());
                places.add(i);
            }
        }
        List<LineReader.Reading> readings = new LineReader(recognizer, options.digits()).read(inked, map, false);
        List<Page.Line> rows = new ArrayList<>();
        for (int row = 0; row < cells.rows(); row++) {
            List<Page.Number> numbers = new ArrayList<>();
            for (int column = 0; column < cells.columns(); column++) {
                int at = places.indexOf(row * cells.columns() + column);
                List<Page.Digit> digits = new ArrayList<>();
                if (at >= 0) {
                    Lattice.Path path = readings.get(at).path();
                    for (int i = 0; i < path.digits().size(); i++) {
                        Box box = path.digits().get(i).part().box();
                        digits.add(digit(path.answers().get(i), part.original(grid.onPage(box))));
                    }
                    onlyLikely(digits);
                }
                numbers.add(new Page.Number(
                        digits, OptionalInt.empty(), Optional.of(part.original(grid.cell(row, column)))));
            }
            rows.add(new Page.Line(numbers));
        }
        return rows;
    }

    /** A cell has one digit, or several that are all likely. */
    private static void onlyLikely(List<Page.Digit> digits) {
        if (digits.size() > 1 && digits.stream().anyMatch(digit -> digit.confidence() < LIKELY)) {
            Page.Digit best = digits.stream()
                    .max(Comparator.comparingDouble(Page.Digit::confidence))
                    .orElseThrow();
            digits.removeIf(digit -> digit != best);
        }
    }

    @Override
    public void close() {
        recognizer.close();
    }
}
