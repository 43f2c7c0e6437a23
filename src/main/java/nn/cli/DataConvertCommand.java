package nn.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import nn.NnException;
import nn.NnException.Kind;
import nn.Plural;
import nn.data.DataDirectory;
import nn.exchange.PixelRange;
import nn.exchange.convert.CsvImages;
import nn.exchange.convert.FromIdx;
import nn.exchange.convert.LabeledImages;
import nn.exchange.convert.NpzImages;
import nn.exchange.convert.PictureFolder;
import nn.exchange.convert.ToIdx;
import nn.files.NewDirectory;
import nn.report.Terminal;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code nn data convert}: makes a data directory of pictures, tables and arrays, and these of a data directory. */
final class DataConvertCommand extends Command {

    private static final int LARGEST_SIDE = 1 << 20;

    private final Terminal terminal;
    private final PositionalParamSpec source = PositionalParamSpec.builder()
            .required(true)
            .index("0")
            .type(Path.class)
            .paramLabel("SOURCE")
            .description(
                    "A directory of pictures in sub-directories named by class, or listed in labels.tsv; a .csv or .npz "
                            + "file; or a data directory with IDX files.")
            .build();

    private final Flag<Path> out =
            Flag.of(Path.class, "--out", "PATH", "What to make: a new directory, or a .npz file.");

    private final Flag<FromIdx.Format> format =
            Flag.of(FromIdx.Format.class, "--format", "NAME", "Of a data directory, make png, csv or npz.");

    private final Flag<Path> test =
            Flag.of(Path.class, "--test", "PATH", "The test images: a directory of pictures or a table, like SOURCE.");

    private final Flag<Double> testShare = Flag.of(
            Double.class, "--test-share", "S", "Make this share of each class the test images, 0 to 0.9 (default: 0).");

    private final Flag<Long> seed = Flag.of(Long.class, "--seed", "N", "Seed that draws them (default: 1).");

    private final Flag<Integer> rows = Flag.of(
            Integer.class,
            "--rows",
            "N",
            "The images' height, if their pixels in a table are no square, 1 to 1048576.");

    private final Flag<PixelRange> pixels =
            ExportCommand.pixels("The pixels in tables and arrays: 0 to 255 (the default), or 0 to 1.");

    private final PreparationOptions preparation = new PreparationOptions();
    private final CommonOptions common = new CommonOptions();

    DataConvertCommand(Terminal terminal) {
        super("Make a data directory of your pictures or tables, or back.");
        this.terminal = terminal;
        examples(
                "nn data convert signs --test-share 0.2 --out data/signs",
                "nn data convert data/signs --format csv --out csv");
        spec().addPositional(source);
        add(out, format, test, testShare, seed, rows, pixels, preparation, common);
        spec().usageMessage()
                .abbreviateSynopsis(true)
                .description(
                        "%nPictures are prepared as nn predict does it; what cannot be used is listed in left-out.tsv. A "
                                + "directory with files in it is never overwritten.%n");
    }

    @Override
    public Integer call() {
        requireRange("--rows", rows.value(), 1, LARGEST_SIDE);
        if (!out.isGiven()) {
            throw usage("no --out given; name a new directory or file");
        }
        if (testShare.isGiven() && !(testShare.value() >= 0 && testShare.value() <= 0.9)) {
            throw usage("--test-share is " + testShare.value() + "; it must be from 0 to 0.9");
        }
        if (test.isGiven() && testShare.isGiven()) {
            throw usage("--test and --test-share exclude each other");
        }
        if (seed.isGiven() && !testShare.isGiven()) {
            throw usage("--seed draws test images, so it goes with --test-share");
        }
        Path from = source.getValue();
        if (isDataDirectory(from)) {
            export(from);
        } else {
            if (format.isGiven()) {
                throw usage("--format goes with a data directory, and " + from + " has no IDX files of MNIST's names");
            }
            makeIdx(from);
        }
        return 0;
    }

    private static boolean isDataDirectory(Path path) {
        DataDirectory files = DataDirectory.of(path);
        return Files.isDirectory(path) && (files.hasTrain() || files.hasTest());
    }

    private void export(Path from) {
        if (test.isGiven() || testShare.isGiven() || rows.isGiven() || pixels.isGiven() || preparation.isGiven()) {
            throw usage(from + " holds IDX files already; it takes only --format and --out");
        }
        boolean isNpz = ending(out.value()).equals(".npz");
        if (!format.isGiven() && !isNpz) {
            throw usage("no --format given; choose png, csv or npz");
        }
        FromIdx.Format made = format.or(FromIdx.Format.NPZ);
        if (made == FromIdx.Format.NPZ && !isNpz) {
            throw usage("--out is '" + out.value() + "'; its ending must be .npz");
        }
        int count = new FromIdx(DataDirectory.of(from, common.warnings(terminal))).to(made, out.value());
        terminal.out().println(out.value() + ": " + Plural.of(count, "image"));
    }

    private void makeIdx(Path from) {
        NewDirectory.requireUnused(out.value());
        PixelRange range = pixels.or(PixelRange.BYTES);
        LabeledImages train = images(from, range, "train")
                .orElseThrow(() -> NnException.of(Kind.BAD_INPUT, from, "has no images", "name another file"));
        Optional<LabeledImages> tests = test.isGiven()
                ? images(test.value(), range, "train")
                : testShare.isGiven() ? Optional.empty() : testOf(from, range);
        ToIdx.Result result = new ToIdx(train, tests, testShare.or(0.0), seed.or(1L)).into(out.value());
        terminal.out()
                .println("%s: %s and %s of %d x %d pixels in %s"
                        .formatted(
                                out.value(),
                                Plural.of(result.train(), "training image"),
                                Plural.of(result.test(), "test image"),
                                result.shape().rows(),
                                result.shape().columns(),
                                Plural.of(result.classes(), "class")));
        if (result.leftOut() > 0 && !common.quiet()) {
            terminal.say("warning: left out " + Plural.of(result.leftOut(), "picture") + "; the reasons are in "
                    + out.value().resolve(ToIdx.LEFT_OUT));
        }
    }

    /** An NPZ file has test images of its own. */
    private Optional<LabeledImages> testOf(Path from, PixelRange range) {
        return ending(from).equals(".npz") && Files.isRegularFile(from)
                ? images(from, range, "test")
                : Optional.empty();
    }

    private Optional<LabeledImages> images(Path from, PixelRange range, String split) {
        Consumer<String> warnings = warning -> common.warn(terminal, warning);
        if (Files.isDirectory(from)) {
            refuse(from + " holds pictures", List.of(rows, pixels));
            return Optional.of(new PictureFolder(from, preparation.preparation(), warnings));
        }
        if (preparation.isGiven()) {
            throw usage("--invert and --raw are for pictures, and " + from + " is not a directory of them");
        }
        return switch (ending(from)) {
            case ".npz" -> NpzImages.in(from, split, rows.or(0), range).map(LabeledImages.class::cast);
            case ".csv", ".tsv", ".txt" -> Optional.of(new CsvImages(from, rows.or(0), range));
            default -> {
                String what = Files.exists(from) ? "is neither a directory nor a .csv or .npz file" : "does not exist";
                throw NnException.of(
                        Kind.BAD_INPUT,
                        from,
                        what,
                        "name a directory of pictures, a table, arrays or a data directory");
            }
        };
    }

    private void refuse(String why, List<Flag<?>> flags) {
        for (Flag<?> flag : flags) {
            if (flag.isGiven()) {
                throw usage(flag.option().longestName() + " is for tables and arrays, and " + why);
            }
        }
    }

    private static String ending(Path path) {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        return name.contains(".") ? name.substring(name.lastIndexOf('.')) : "";
    }
}
