package nn.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import nn.Version;
import nn.checkpoint.Checkpoint;
import nn.checkpoint.Provenance;
import nn.data.DataSet;
import nn.eval.Classifier;
import nn.eval.Evaluator;
import nn.eval.Metrics;
import nn.exchange.Layout;
import nn.exchange.PixelRange;
import nn.exchange.models.ImportSettings;
import nn.exchange.models.ModelImport;
import nn.model.Activation;
import nn.model.Storage;
import nn.report.InspectText;
import nn.report.Terminal;
import nn.train.TrainingConfig;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code nn import}: makes a model of weights that another program trained. */
final class ImportCommand extends Command {

    static final String HEADER = "Make a model of weights from ONNX, NumPy or safetensors.";

    private final Terminal terminal;
    private final PositionalParamSpec file = PositionalParamSpec.builder()
            .required(true)
            .index("0")
            .type(Path.class)
            .paramLabel("FILE")
            .description("A file that ends with .npz, .onnx or .safetensors.")
            .build();

    private final Flag<Path> out = Flag.of(Path.class, "--out", "FILE", "Where to write the model.");
    private final Flag<Activation> activation = Flag.of(
                    Activation.class,
                    "--activation",
                    "NAME",
                    TrainingOptions.ACTIVATIONS + " in the hidden layers, if the file does not say it.")
            .takes(TrainingOptions.ACTIVATIONS);

    private final Flag<Layout> layout = Flag.of(
                    Layout.class,
                    "--layout",
                    "NAME",
                    "out-in (PyTorch) or in-out (NumPy, Keras), if names and shapes leave it open.")
            .readBy(Layout::named);

    private final Flag<PixelRange> pixels =
            ExportCommand.pixels("The pixels that the network was trained on: 0 to 1 (the default), or 0 to 255.");
    private final Flag<Double> mean =
            Flag.of(Double.class, "--mean", "M", "What was subtracted from a pixel, 0 to 255 (default: 0).");
    private final Flag<Double> std = Flag.of(
            Double.class, "--std", "S", "What the difference was divided by, above 0 and at most 255 (default: 1).");

    private final DataOption data = new DataOption("; its test images calibrate and measure.");
    private final ThreadsOption threads = new ThreadsOption("Workers, 1 to 256; the result does not depend on them.");
    private final CommonOptions common = new CommonOptions();

    ImportCommand(Terminal terminal) {
        super(HEADER);
        this.terminal = terminal;
        examples("nn import weights.npz --activation relu --out model.safetensors");
        spec().addPositional(file);
        add(out, activation, layout, pixels, mean, std, data, threads, common);
        spec().usageMessage()
                .abbreviateSynopsis(true)
                .description("%nThe file must hold a multilayer perceptron. With --data, the "
                        + "temperature is fitted to the test images there, and the accuracy is measured.%n");
    }

    @Override
    public Integer call() {
        threads.check(this);
        if (!out.isGiven()) {
            throw usage("no --out given; name the model to write");
        }
        ImportSettings settings = legal(() -> new ImportSettings(
                Optional.ofNullable(activation.value()),
                Optional.ofNullable(layout.value()),
                Optional.ofNullable(pixels.value()),
                mean.or(0.0),
                std.or(1.0)));
        Path source = file.getValue();
        ExportCommand.refuseSameFile(this, source, out);
        Classifier classifier =
                ModelImport.read(source, settings, data.isNamed() ? Storage.NATIVE_FLOAT : Storage.HEAP_FLOAT);
        Checkpoint checkpoint =
                data.isNamed() ? measured(source, classifier) : checkpoint(source, classifier, Metrics.NONE);
        checkpoint.write(out.value());
        terminal.out().print(InspectText.of(out.value(), checkpoint));
        return 0;
    }

    private Checkpoint measured(Path source, Classifier classifier) {
        DataSet test = data.forModel(data.open(common, terminal).readTest(), classifier);
        try (Evaluator evaluator = new Evaluator(threads.count())) {
            Classifier calibrated = evaluator.calibrated(classifier, test);
            return checkpoint(source, calibrated, Metrics.of(evaluator.evaluate(calibrated, test)));
        }
    }

    private static Checkpoint checkpoint(Path source, Classifier classifier, Metrics test) {
        return new Checkpoint(
                classifier,
                Provenance.ofImport(
                        Version.text(),
                        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                        test,
                        TrainingConfig.ofImport(classifier.architecture()),
                        String.valueOf(source.getFileName())));
    }
}
