package nn.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import nn.checkpoint.AtomicFile;
import nn.data.Augmentation;
import nn.data.DataDirectory;
import nn.data.DataSet;
import nn.data.DeformedImages;
import nn.data.Fingerprint;
import nn.report.DigitSheet;
import nn.report.DigitSheet.Tile;
import nn.report.Terminal;
import nn.train.Preset;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code nn data show}: draws examples, and how a training deforms them. */
@Command(name = "show", sortOptions = false, abbreviateSynopsis = true, header = "Draw examples, and how a training deforms them.")
final class DataShowCommand implements Callable<Integer> {

    private static final int MOST = 10_000;
    private static final int ACROSS = 10;
    private static final List<String> WITHOUT_AUGMENT = List.of("--data", "--split", "--index", "--count", "--png", "--help",
            "--version", "--quiet", "--verbose", "--stacktrace");

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data;

    @Option(names = "--split", paramLabel = "NAME", defaultValue = "train", description = "train (the default) or test.")
    private EvalCommand.Split split;

    @Option(names = "--index", split = ",", paramLabel = "I", description = "Which examples, from 0, such as 0,7,12.")
    private List<Integer> index;

    @Option(names = "--count", paramLabel = "N", description = "The first N examples, 1 to 10000 (default: 4).")
    private Integer count;

    @Option(names = "--augment", description = "Also draw them as the first epochs of a training would see them.")
    private boolean augment;

    @Option(names = "--versions", paramLabel = "N", description = "How many epochs of each, 1 to 100 (default: 4).")
    private Integer versions;

    @Option(names = "--preset", paramLabel = "NAME",
            description = "Whose deformations: fast, default, accurate, record or committee.")
    private Preset preset;

    @Option(names = "--seed", paramLabel = "N", description = "Of the deformations (default: 1, as in nn train).")
    private Long seed;

    @Option(names = "--png", paramLabel = "FILE", description = "Write one picture instead of drawing in the terminal.")
    private Path png;

    @ArgGroup(validate = false, heading = "%nDeformations, with --augment; each overrides the preset's:%n")
    private AugmentationOptions deformation = new AugmentationOptions();

    @Mixin
    private CommonOptions common;

    DataShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        checkOptions();
        Augmentation wanted = augmentation();
        DataDirectory files = DataOption.open(data.path(), terminal);
        DataSet examples = split == EvalCommand.Split.TRAIN ? files.readTrain() : files.readTest();
        Augmentation augmentation = augment && deformation.leavesOutPenStyles(wanted, this::isMnist)
                ? wanted.withoutPenStyles() : wanted;
        List<Integer> chosen = chosen(examples);
        DigitSheet sheet = new DigitSheet(examples.rows(), examples.columns(), augment
                ? deformed(examples, chosen, new DeformedImages(examples, augmentation, seed == null ? 1 : seed))
                : plain(examples, chosen));
        if (png == null) {
            terminal.out().print(sheet.text(terminal.unicode(), terminal.columns()));
        } else {
            byte[] bytes = sheet.png();
            AtomicFile.write(png, out -> out.write(bytes));
            terminal.out().println(png);
        }
        return 0;
    }

    /** As a training would see it. */
    private boolean isMnist() {
        DataDirectory files = DataDirectory.of(data.path(), warning -> { }, Installation.copies());
        if (!files.hasTrain()) {
            return false;
        }
        DataSet train = files.readTrain();
        return Fingerprint.isOfMnist(train, () -> Fingerprint.of(train));
    }

    private void checkOptions() {
        for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
            if (!augment && !WITHOUT_AUGMENT.contains(option.longestName())) {
                throw usage(option.longestName() + " is for deformations, so it goes with --augment");
            }
        }
        if (index != null && count != null) {
            throw usage("--index and --count exclude each other");
        }
        requireRange("--count", count, MOST);
        requireRange("--versions", versions, 100);
        PngName.check("--png", png, spec);
    }

    private Augmentation augmentation() {
        try {
            return deformation.over((preset == null ? Preset.DEFAULT : preset).config(1, 1).augmentation());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private void requireRange(String flag, Integer value, int most) {
        if (value != null && (value < 1 || value > most)) {
            throw usage("%s is %d; it must be from 1 to %d".formatted(flag, value, most));
        }
    }

    private ParameterException usage(String problem) {
        return new ParameterException(spec.commandLine(), problem);
    }

    private List<Integer> chosen(DataSet examples) {
        if (index == null) {
            return IntStream.range(0, Math.min(count == null ? 4 : count, examples.size())).boxed().toList();
        }
        for (int example : index) {
            if (example < 0 || example >= examples.size()) {
                throw usage("--index is %d; it must be from 0 to %d".formatted(example, examples.size() - 1));
            }
        }
        return index;
    }

    private Tile original(DataSet examples, int example) {
        byte[] pixels = new byte[examples.pixelsPerImage()];
        examples.readPixels(example, pixels);
        return new Tile("%s %d: %d".formatted(split.name().toLowerCase(Locale.ROOT), example, examples.label(example)), pixels);
    }

    /** The examples beside one another. */
    private List<List<Tile>> plain(DataSet examples, List<Integer> chosen) {
        List<List<Tile>> rows = new ArrayList<>();
        for (int start = 0; start < chosen.size(); start += ACROSS) {
            rows.add(chosen.subList(start, Math.min(chosen.size(), start + ACROSS)).stream()
                    .map(example -> original(examples, example)).toList());
        }
        return rows;
    }

    /** A row for each example: itself, and as the epochs see it. */
    private List<List<Tile>> deformed(DataSet examples, List<Integer> chosen, DeformedImages images) {
        List<List<Tile>> rows = new ArrayList<>();
        for (int example : chosen) {
            List<Tile> row = new ArrayList<>(List.of(original(examples, example)));
            for (int epoch = 1; epoch <= (versions == null ? 4 : versions); epoch++) {
                byte[] pixels = new byte[examples.pixelsPerImage()];
                images.read(example, epoch, 1, pixels);
                row.add(new Tile("epoch " + epoch, pixels));
            }
            rows.add(row);
        }
        return rows;
    }
}
