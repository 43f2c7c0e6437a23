package nn.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import nn.eval.Classifier;
import nn.image.Picture;
import nn.image.Plane;
import nn.image.prepare.Box;
import nn.image.prepare.Transparency;

/** From a picture to the numbers in it, one step after the other: ink, parts, lines, digits, numbers. Not thread-safe. */
public final class PageReader implements AutoCloseable {

    /** With this share of letters, what stands together is a word. */
    private static final double LETTERS = 0.36;
    /** A piece that was cut off a letter's size, or a stem, counts so much of a letter. */
    private static final double CUT_OFF = 0.7;

    private static final double LIKELY = 0.6;

    private final Recognizer recognizer;
    private final ReadOptions options;

    /**
     * @param classifier may still be loading
     * @param threads that read a page together, at least 1
     */
    public PageReader(Supplier<Classifier> classifier, ReadOptions options, int threads) {
        recognizer = new Recognizer(classifier, threads);
        this.options = options;
    }

    /**
     * The numbers in the picture, none if there are none.
     *
     * @throws IllegalArgumentException if the region lies outside of the picture
     */
    public Page read(Picture picture) {
        Plane light = Transparency.flatten(picture);
        Picture.Original original = picture.original();
        Scale scale = new Scale(0, 0, original.scale(), original.width(), original.height());
        if (options.region().isPresent()) {
            Box region = options.region().get();
            if (region.right() > original.width() || region.bottom() > original.height()) {
                throw new IllegalArgumentException(
                        "the region %d,%d,%d,%d does not lie within its %d x %d pixels; give a smaller one"
                                .formatted(
                                        region.left(),
                                        region.top(),
                                        region.width(),
                                        region.height(),
                                        original.width(),
                                        original.height()));
            }
            int left = region.left() / original.scale();
            int top = region.top() / original.scale();
            light = light.cropped(
                    left,
                    top,
                    Math.max(left + 1, Math.min(light.width(), region.right() / original.scale())),
                    Math.max(top + 1, Math.min(light.height(), region.bottom() / original.scale())));
            scale = new Scale(
                    left * original.scale(),
                    top * original.scale(),
                    original.scale(),
                    original.width(),
                    original.height());
        }
        List<Page.Line> lines =
                options.cells().isPresent() ? cells(light, options.cells().get(), scale) : lines(light, scale);
        return new Page(original.width(), original.height(), lines, picture.warnings());
    }

    private List<Page.Line> lines(Plane light, Scale scale) {
        InkMap map = InkMap.of(light, options.polarity());
        Parts parts = BrokenDigits.joined(Parts.of(map), recognizer, map);
        List<Lines.Line> lines = Lines.of(parts).lines();
        List<Page.Line> read = new ArrayList<>();
        for (LineReader.Reading reading :
                new LineReader(recognizer, options.digits()).read(lines, map, parts.display())) {
            List<Page.Number> numbers = numbers(reading, scale);
            if (!numbers.isEmpty()) {
                read.add(new Page.Line(numbers));
            }
        }
        return read;
    }

    private List<Page.Number> numbers(LineReader.Reading reading, Scale scale) {
        Lattice.Path path = reading.path();
        if (path.digits().isEmpty()) {
            return List.of();
        }
        List<Box> boxes =
                path.digits().stream().map(segment -> segment.part().box()).toList();
        List<Page.Number> numbers = new ArrayList<>();
        for (NumberGaps.Span span : NumberGaps.spans(boxes, path.others(), reading.height(), reading.stroke())) {
            if (options.digits().isEmpty() && isWord(span, path, boxes, reading.height())) {
                continue;
            }
            numbers.add(new Page.Number(
                    digits(path, span.from(), span.to(), scale),
                    span.point() > span.from() ? OptionalInt.of(span.point() - span.from()) : OptionalInt.empty(),
                    Optional.empty()));
        }
        return numbers;
    }

    /** Whether what stands together is rather letters: what is no digit, unsure, or was cut from a part that is too narrow for two. */
    private static boolean isWord(NumberGaps.Span span, Lattice.Path path, List<Box> boxes, double height) {
        double left = boxes.get(span.from()).left() - 0.6 * height;
        double right = boxes.get(span.to() - 1).right() + 0.6 * height;
        double letters = path.others().stream()
                .filter(part -> part.height() > 0.45 * height && part.centerX() > left && part.centerX() < right)
                .count();
        double all = letters + span.to() - span.from();
        for (int i = span.from(); i < span.to(); i++) {
            double doubt = 1 - path.answers().get(i).probability();
            letters += path.cut().get(i) ? Math.max(CUT_OFF, doubt) : doubt > 0.4 ? doubt : 0;
        }
        return letters >= LETTERS * all;
    }

    private List<Page.Digit> digits(Lattice.Path path, int from, int to, Scale scale) {
        List<Page.Digit> digits = new ArrayList<>();
        for (int i = from; i < to; i++) {
            digits.add(digit(
                    path.answers().get(i),
                    scale.original(path.digits().get(i).part().box())));
        }
        return digits;
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

    private List<Page.Line> cells(Plane light, ReadOptions.Cells cells, Scale scale) {
        CellGrid grid = CellGrid.of(light, options.polarity(), cells);
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
                        digits.add(digit(path.answers().get(i), scale.original(grid.onPage(box))));
                    }
                    onlyLikely(digits);
                }
                numbers.add(new Page.Number(
                        digits, OptionalInt.empty(), Optional.of(scale.original(grid.cell(row, column)))));
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

    /** Where what is looked at lies in the original. */
    private record Scale(int left, int top, int scale, int width, int height) {

        Box original(Box box) {
            return new Box(
                    Math.min(width - 1, Math.max(0, left + box.left() * scale)),
                    Math.min(height - 1, Math.max(0, top + box.top() * scale)),
                    Math.min(width, left + box.right() * scale),
                    Math.min(height, top + box.bottom() * scale));
        }
    }
}
