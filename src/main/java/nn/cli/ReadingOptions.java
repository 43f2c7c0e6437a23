package nn.cli;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nn.image.prepare.Box;
import nn.read.ReadOptions;

/** The options for reading numbers. */
final class ReadingOptions implements Flags {

    /** The names of the flags. */
    static final List<String> NAMES = List.of("--digits", "--cells", "--region", "--min-confidence");

    private static final Pattern CELLS = Pattern.compile("(\\d{1,3})[xX](\\d{1,3})");
    private static final Pattern REGION = Pattern.compile("(\\d{1,6}),(\\d{1,6}),(\\d{1,6}),(\\d{1,6})");

    private final Flag<Integer> digits =
            Flag.of(Integer.class, "--digits", "N", "Each line has N digits (in a grid each cell), 1 to 100.");

    private final Flag<String> cells = Flag.of(
            String.class,
            "--cells",
            "RxC",
            "The picture is a grid of R rows and C columns, such as 9x9; . is an empty cell.");

    private final Flag<String> region =
            Flag.of(String.class, "--region", "X,Y,W,H", "Read this part only: left, top, width and height in pixels.");

    private final Flag<Double> minConfidence = Flag.of(
                    Double.class,
                    "--min-confidence",
                    "P",
                    "Show a less sure digit as ?, 0 to 1 (default " + ReadOptions.MIN_CONFIDENCE + ").")
            .standard(String.valueOf(ReadOptions.MIN_CONFIDENCE));

    @Override
    public void addTo(Command command) {
        command.add(digits, cells, region, minConfidence);
    }

    /** The values as options, or a usage error if one is illegal. */
    ReadOptions options(InvertOption invert, Command command) {
        command.requireRange("--digits", digits.value(), 1, 100);
        if (!(minConfidence.value() >= 0 && minConfidence.value() <= 1)) {
            throw command.usage(
                    "--min-confidence is " + minConfidence.value() + "; it must be from 0 to 1, such as 0.5");
        }
        return new ReadOptions(
                invert.polarity(),
                digits.isGiven() ? OptionalInt.of(digits.value()) : OptionalInt.empty(),
                Optional.ofNullable(cells.value()).map(text -> cells(text, command)),
                Optional.ofNullable(region.value()).map(text -> region(text, command)),
                minConfidence.value());
    }

    private static ReadOptions.Cells cells(String text, Command command) {
        Matcher matcher = CELLS.matcher(text);
        if (!matcher.matches()) {
            throw command.usage("--cells is '" + text + "'; it must be rows x columns, each 1 to 100, such as 9x9");
        }
        return command.legal(
                () -> new ReadOptions.Cells(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))));
    }

    private static Box region(String text, Command command) {
        Matcher matcher = REGION.matcher(text);
        if (!matcher.matches()) {
            throw command.usage("--region is '" + text + "'; it must be left, top, width, height, such as 0,0,400,200");
        }
        int left = Integer.parseInt(matcher.group(1));
        int top = Integer.parseInt(matcher.group(2));
        int width = Integer.parseInt(matcher.group(3));
        int height = Integer.parseInt(matcher.group(4));
        if (width < 1 || height < 1) {
            throw command.usage("--region is '" + text + "'; its width and height must be at least 1");
        }
        return new Box(left, top, left + width, top + height);
    }
}
