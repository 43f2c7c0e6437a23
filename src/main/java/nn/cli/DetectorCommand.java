package nn.cli;

import java.nio.file.Path;
import java.util.Optional;
import nn.NnException;
import nn.NnException.Kind;
import nn.Plural;
import nn.checkpoint.Checkpoint;
import nn.data.DataDirectory;
import nn.data.DataSet;
import nn.data.ImageForm;
import nn.detect.DetectorSize;
import nn.detect.DetectorTraining;
import nn.detect.ScoreComparison;
import nn.detect.TrainedDetector;
import nn.eval.Evaluator;
import nn.report.DetectorText;
import nn.report.Terminal;
import nn.report.TrainingDisplay;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code nn detector}: gives a saved model a digit detector, as {@code nn train} does at its end. */
final class DetectorCommand extends Command {

    static final String HEADER = "Train the digit detector of a saved model anew.";

    /** So many pictures without a digit are drawn to compare. */
    private static final int COMPARED = 2_000;

    private final Terminal terminal;
    private final PositionalParamSpec model = PositionalParamSpec.builder()
            .required(true)
            .index("0")
            .type(Path.class)
            .paramLabel("FILE")
            .description("A model.safetensors; its classifier stays as it is.")
            .build();

    private final Flag<Path> out =
            Flag.of(Path.class, "--out", "FILE", "Where to write the model; FILE itself is replaced by default.");

    private final Flag<DetectorSize> size =
            Flag.of(DetectorSize.class, "--size", "NAME", "small (seconds) or full (the default: a minute or two).");

    private final Flag<Boolean> compare = Flag.on(
            "--compare",
            "Train nothing; compare the detector with other scores, on the test digits and on new pictures without one.");

    private final DataOption data = new DataOption();
    private final ImageFormOptions imageForm = new ImageFormOptions();

    private final Flag<Long> seed =
            Flag.of(Long.class, "--seed", "N", "Seed of all random numbers (default: that of the model's training).");

    private final ThreadsOption threads =
            new ThreadsOption("At the most, 1 to 256; the weights do not depend on them.");
    private final CommonOptions common = new CommonOptions();

    DetectorCommand(Terminal terminal) {
        super(HEADER);
        this.terminal = terminal;
        examples("nn detector runs/latest/model.safetensors --out with-detector.safetensors");
        spec().addPositional(model);
        add(out, size, compare, data, imageForm, seed, threads, common);
        spec().usageMessage()
                .abbreviateSynopsis(true)
                .description(
                        "%nThe detector is a small network that tells digits from all else. It learns from the training digits "
                                + "of --data and from pictures without a digit that it draws.%n");
    }

    @Override
    public Integer call() {
        threads.check(this);
        if (compare.isOn() && (out.isGiven() || size.isGiven())) {
            throw usage("--compare trains nothing, so it does not go with --out and --size");
        }
        Path file = model.getValue();
        Checkpoint checkpoint = Checkpoint.read(file);
        DataDirectory files = data.open(common, terminal);
        if (compare.isOn()) {
            compare(checkpoint, files.readTest());
        } else {
            train(checkpoint, files);
        }
        terminal.out().flush();
        return 0;
    }

    private void compare(Checkpoint checkpoint, DataSet test) {
        DataSet digits = test.converted(form(checkpoint, test));
        requireDigits(digits);
        if (checkpoint.classifier().detector().isEmpty()) {
            throw NnException.of(
                    Kind.BAD_CHECKPOINT,
                    model.<Path>getValue(),
                    "has no digit detector",
                    "give it one with 'nn detector' and without --compare");
        }
        terminal.out()
                .print(DetectorText.comparison(
                        ScoreComparison.of(checkpoint.classifier(), digits, COMPARED, seed.or(1L), threads.count())));
    }

    private void train(Checkpoint checkpoint, DataDirectory files) {
        DataSet raw = files.readTrain();
        ImageForm form = form(checkpoint, raw);
        DataSet digits = raw.converted(form);
        requireDigits(digits);
        common.note(terminal, () -> "%s: %s".formatted(data.path(), Plural.of(digits.size(), "training example")));
        new TrainingDisplay(terminal, common.quiet()).detector(size.or(DetectorSize.FULL));
        Optional<DataSet> test = files.hasTest() ? Optional.of(files.readTest().converted(form)) : Optional.empty();
        TrainedDetector trained = DetectorTraining.train(
                        digits,
                        size.or(DetectorSize.FULL),
                        seed.or(checkpoint.provenance().config().data().seed()),
                        threads.count(),
                        () -> true)
                .orElseThrow();
        try (Evaluator evaluator = new Evaluator(threads.count())) {
            trained = trained.testedOn(test, evaluator);
        }
        Checkpoint complete = checkpoint.withDetector(trained);
        complete.write(out.or(model.getValue()));
        terminal.out().print(DetectorText.of(complete));
    }

    private ImageForm form(Checkpoint checkpoint, DataSet digits) {
        return imageForm.over(data.form(checkpoint), digits, data.path(), common.messages(terminal));
    }

    private void requireDigits(DataSet digits) {
        if (!DetectorTraining.canLearnFrom(digits)) {
            throw NnException.of(
                    Kind.BAD_INPUT,
                    data.path(),
                    "its images are not %d x %d pixels in ten classes"
                            .formatted(DetectorTraining.SIDE, DetectorTraining.SIDE),
                    "name a directory with digits, such as MNIST");
        }
    }
}
