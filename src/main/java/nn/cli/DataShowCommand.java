package nn.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nn.Plural;
import nn.data.Augmentation;
import nn.data.DataDirectory;
import nn.data.DataSet;
import nn.data.DeformedImages;
import nn.data.Fingerprint;
import nn.data.ImageForm;
import nn.files.AtomicFile;
import nn.json.EnumName;
import nn.report.DigitSheet;
import nn.report.DigitSheet.Tile;
import nn.report.Terminal;
import nn.train.Preset;
import picocli.CommandLine.Model.OptionSpec;

/** {@code nn data show}: draws examples, and how a training deforms them. */
final class DataShowCommand extends Command {

    private static final int MOST = 10_000;
    private static final int ACROSS = 10;
    private static final List<String> WITHOUT_AUGMENT = List.of(
            "--data",
            "--data-ink",
            "--transpose",
            "--split",
            "--index",
            "--count",
            "--class",
            "--random",
            "--png",
            "--help",
            "--version",
            "--quiet",
            "--verbose",
            "--stacktrace");

    private final Terminal terminal;
    private final DataOption data = new DataOption();
    private final ImageFormOptions imageForm = new ImageFormOptions();

    private final Flag<EvalCommand.Split> split = Flag.of(
                    EvalCommand.Split.class, "--split", "NAME", "train (the default) or test.")
            .standard("train");

    private final Flag<List<Integer>> index =
            Flag.listOf(Integer.class, "--index", "I", "Which examples, from 0, such as 0,7,12.");

    private final Flag<Integer> count =
            Flag.of(Integer.class, "--count", "N", "The first N examples, 1 to 10000 (default: 4).");

    private final Flag<String> ofClass = Flag.of(String.class, "--class", "NAME", "Only examples of this class.");

    private final Flag<Boolean> random = Flag.on("--random", "Take examples at random instead of the first.");

    private final Flag<Boolean> augment =
            Flag.on("--augment", "Also draw them as the first epochs of a training would see them.");

    private final Flag<Integer> versions =
            Flag.of(Integer.class, "--versions", "N", "How many epochs of each, 1 to 100 (default: 4).");

    private final Flag<Preset> preset = Flag.of(
            Preset.class, "--preset", "NAME", "Whose deformations: fast, default, accurate, record or committee.");

    private final Flag<Long> seed =
            Flag.of(Long.class, "--seed", "N", "Seed of --random and of the deformations (default: 1).");

    private final Flag<Path> png =
            Flag.of(Path.class, "--png", "FILE", "Write one picture instead of drawing in the terminal.");

    private final CommonOptions common = new CommonOptions();
    private final AugmentationOptions deformation = new AugmentationOptions();

    DataShowCommand(Terminal terminal) {
        super("Draw examples, and how a training deforms them.");
        this.terminal = terminal;
        examples("nn data show --index 7", "nn data show --augment --preset accurate");
        add(data, imageForm, split, index, count, ofClass, random, augment, versions, preset, seed, png, common);
        deformation.addTo(this, "Deformations, with --augment; each overrides the preset's");
        spec().usageMessage().abbreviateSynopsis(true);
    }

    @Override
    public Integer call() {
        checkOptions();
        Augmentation wanted = augmentation();
        DataDirectory files = data.open(common, terminal);
        DataSet raw = split.value() == EvalCommand.Split.TRAIN ? files.readTrain() : files.readTest();
        common.note(terminal, () -> "%s: %s".formatted(data.path(), Plural.of(raw.size(), "example")));
        DataSet examples = raw.converted(imageForm.over(ImageForm.MNIST, raw, data.path(), common.messages(terminal)));
        Augmentation augmentation = augment.isOn() && deformation.leavesOutPenStyles(wanted, this::isMnist)
                ? wanted.withoutPenStyles()
                : wanted;
        List<Integer> chosen = chosen(examples);
        DigitSheet sheet = new DigitSheet(
                examples.rows(),
                examples.columns(),
                augment.isOn()
                        ? deformed(examples, chosen, new DeformedImages(examples, augmentation, seed.or(1L)))
                        : plain(examples, chosen));
        if (!png.isGiven()) {
            terminal.out().print(sheet.text(terminal.unicode(), terminal.columns()));
        } else {
            byte[] bytes = sheet.png();
            AtomicFile.write(png.value(), out -> out.write(bytes));
            terminal.out().println(png.value());
        }
        return 0;
    }

    private boolean isMnist() {
        DataDirectory files = DataDirectory.of(data.path(), warning -> {});
        if (!files.hasTrain()) {
            return false;
        }
        DataSet train = files.readTrain();
        return Fingerprint.isOfMnist(train, () -> Fingerprint.of(train));
    }

    private void checkOptions() {
        for (OptionSpec option : spec().commandLine().getParseResult().matchedOptions()) {
            String name = option.longestName();
            if (!augment.isOn() && !WITHOUT_AUGMENT.contains(name) && !(random.isOn() && name.equals("--seed"))) {
                throw usage(name + " goes with --augment" + (name.equals("--seed") ? " or --random" : ""));
            }
            if (index.isGiven() && List.of("--count", "--class", "--random").contains(name)) {
                throw usage("--index and " + name + " exclude each other");
            }
        }
        requireRange("--count", count.value(), 1, MOST);
        requireRange("--versions", versions.value(), 1, 100);
        PngName.check("--png", png.value(), this);
    }

    private Augmentation augmentation() {
        try {
            return deformation.over(preset.or(Preset.DEFAULT).config(1, 1).augmentation());
        } catch (IllegalArgumentException e) {
            throw usage(e);
        }
    }

    private List<Integer> chosen(DataSet examples) {
        if (!index.isGiven()) {
            List<Integer> all = IntStream.range(0, examples.size())
                    .filter(example ->
                            !ofClass.isGiven() || className(examples, example).equals(ofClass.value()))
                    .boxed()
                    .collect(Collectors.toCollection(ArrayList::new));
            if (all.isEmpty()) {
                throw usage("--class is '%s'; the classes are %s"
                        .formatted(ofClass.value(), String.join(", ", examples.classNames())));
            }
            if (random.isOn()) {
                Collections.shuffle(all, new Random(seed.or(1L)));
            }
            return all.subList(0, Math.min(count.or(4), all.size()));
        }
        for (int example : index.value()) {
            if (example < 0 || example >= examples.size()) {
                throw usage("--index is %d; it must be from 0 to %d".formatted(example, examples.size() - 1));
            }
        }
        return index.value();
    }

    private Tile original(DataSet examples, int example) {
        byte[] pixels = new byte[examples.pixelsPerImage()];
        examples.readPixels(example, pixels);
        return new Tile(
                "%s %d: %s".formatted(EnumName.of(split.value()), example, className(examples, example)), pixels);
    }

    private static String className(DataSet examples, int example) {
        return examples.classNames().get(examples.label(example));
    }

    /** One row with all examples. */
    private List<List<Tile>> plain(DataSet examples, List<Integer> chosen) {
        List<List<Tile>> rows = new ArrayList<>();
        for (int start = 0; start < chosen.size(); start += ACROSS) {
            rows.add(chosen.subList(start, Math.min(chosen.size(), start + ACROSS)).stream()
                    .map(example -> original(examples, example))
                    .toList());
        }
        return rows;
    }

    /** A row for each example: the original, and its versions in several epochs. */
    private List<List<Tile>> deformed(DataSet examples, List<Integer> chosen, DeformedImages images) {
        List<List<Tile>> rows = new ArrayList<>();
        for (int example : chosen) {
            List<Tile> row = new ArrayList<>(List.of(original(examples, example)));
            for (int epoch = 1; epoch <= versions.or(4); epoch++) {
                byte[] pixels = new byte[examples.pixelsPerImage()];
                images.read(example, epoch, 1, pixels);
                row.add(new Tile("epoch " + epoch, pixels));
            }
            rows.add(row);
        }
        return rows;
    }
}
