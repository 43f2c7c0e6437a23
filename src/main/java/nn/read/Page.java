package nn.read;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nn.image.prepare.Box;
import nn.image.prepare.PreparedDigit;

/**
 * What is read in a picture.
 *
 * @param width    of the upright original, in pixels; boxes are in its pixels, too
 * @param height   of it
 * @param lines    from top to bottom; with cells, the rows of the grid
 * @param warnings what was doubtful
 */
public record Page(int width, int height, List<Line> lines, List<String> warnings) {

    /** The text of an unsure digit. */
    public static final String UNSURE = "?";
    /** The text of an empty cell. */
    public static final String EMPTY = ".";

    public Page {
        lines = List.copyOf(lines);
        warnings = List.copyOf(warnings);
    }

    /** All digits, line by line. */
    public List<Digit> digits() {
        return lines.stream().flatMap(Line::digits).toList();
    }

    /** Its lines, each ended by a line feed. */
    public String text() {
        return lines.stream().map(line -> line.text() + "\n").collect(Collectors.joining());
    }

    /** A line of writing, or a row of cells; at least one number. */
    public record Line(List<Number> numbers) {

        public Line {
            numbers = List.copyOf(numbers);
        }

        Stream<Digit> digits() {
            return numbers.stream().flatMap(number -> number.digits.stream());
        }

        /** Its numbers with spaces between them. */
        public String text() {
            return numbers.stream().map(Number::text).collect(Collectors.joining(" "));
        }

        public Box box() {
            return numbers.stream().map(Number::box).reduce(Box::union).orElseThrow();
        }

        /** That all of it is right. */
        public double confidence() {
            return numbers.stream().mapToDouble(Number::confidence).reduce(1, (a, b) -> a * b);
        }
    }

    /**
     * Digits that stand together, or a cell.
     *
     * @param digits from left to right; none in an empty cell
     * @param point  after how many digits there is a decimal point
     * @param cell   the box of the cell, if it is one
     */
    public record Number(List<Digit> digits, OptionalInt point, Optional<Box> cell) {

        public Number {
            digits = List.copyOf(digits);
        }

        /** Its digits with its decimal point. */
        public String text() {
            if (digits.isEmpty()) {
                return EMPTY;
            }
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < digits.size(); i++) {
                text.append(point.isPresent() && point.getAsInt() == i ? "." : "")
                        .append(digits.get(i).text);
            }
            return text.toString();
        }

        public Box box() {
            return cell.orElseGet(
                    () -> digits.stream().map(Digit::box).reduce(Box::union).orElseThrow());
        }

        /** That all of it is right; 1 for an empty cell. */
        public double confidence() {
            return digits.stream().mapToDouble(Digit::confidence).reduce(1, (a, b) -> a * b);
        }
    }

    /**
     * One digit.
     *
     * @param box           its ink
     * @param text          the name of its class, or {@value #UNSURE} if that is too unsure
     * @param digit         the index of its most probable class
     * @param confidence    that it is a digit, and this one, in [0, 1]
     * @param probabilities of all classes, which sum to 1
     * @param prepared      as the network reads it
     */
    public record Digit(
            Box box, String text, int digit, double confidence, List<Double> probabilities, PreparedDigit prepared) {

        public Digit {
            probabilities = List.copyOf(probabilities);
        }
    }
}
