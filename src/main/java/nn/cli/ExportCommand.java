package nn.cli;

import java.nio.file.Path;
import nn.checkpoint.Checkpoint;
import nn.exchange.PixelRange;
import nn.exchange.models.ExportFormat;
import nn.files.AtomicFile;
import nn.model.Storage;
import nn.report.Terminal;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code nn export}: writes a model in a format of other programs. */
final class ExportCommand extends Command {

    static final String HEADER = "Write a model for other programs: ONNX, NumPy, CSV.";

    private final Terminal terminal;
    private final PositionalParamSpec model = PositionalParamSpec.builder()
            .required(true)
            .index("0")
            .type(Path.class)
            .paramLabel("MODEL")
            .description("A model.safetensors.")
            .build();

    private final Flag<Path> to =
            Flag.of(Path.class, "--to", "FILE", "Where to write: a name that ends with .onnx, .npz or .csv.");

    private final Flag<PixelRange> pixels =
            pixels("The pixels that the ONNX graph reads: 0 to 255 (the default), or 0 to 1.");
    private final CommonOptions common = new CommonOptions();

    ExportCommand(Terminal terminal) {
        super(HEADER);
        this.terminal = terminal;
        examples("nn export runs/latest/model.safetensors --to model.onnx");
        spec().addPositional(model);
        add(to, pixels, common);
        spec().usageMessage()
                .abbreviateSynopsis(true)
                .description(
                        "%nONNX takes every model, from raw pixels to probabilities. NPZ and CSV hold the weights of one network "
                                + "that reads pixels. The digit detector is left out.%n");
    }

    /** The flag for the range of the pixels outside nn. */
    static Flag<PixelRange> pixels(String description) {
        return Flag.of(PixelRange.class, "--pixels", "N", description)
                .readBy(PixelRange::to)
                .takes("255 or 1");
    }

    @Override
    public Integer call() {
        if (!to.isGiven()) {
            throw usage("no --to given; name the file to write");
        }
        ExportFormat format = legal(() -> ExportFormat.of(to.value()));
        if (pixels.isGiven() && format != ExportFormat.ONNX) {
            throw usage("--pixels goes with .onnx; the weights in .npz and .csv are for pixels from 0 to 1");
        }
        Path file = model.getValue();
        refuseSameFile(this, file, to);
        Checkpoint checkpoint = Checkpoint.read(file, Storage.HEAP_FLOAT);
        format.write(checkpoint, file, pixels.or(PixelRange.BYTES), to.value());
        if (checkpoint.classifier().detector().isPresent() && !common.quiet()) {
            terminal.say("the digit detector is not exported");
        }
        terminal.out().println(to.value() + ": " + checkpoint.classifier().architectureNames());
        return 0;
    }

    /** Refuses to replace the file that is read. */
    static void refuseSameFile(Command command, Path file, Flag<Path> output) {
        if (real(file).equals(real(output.value()))) {
            throw command.usage(output.option().longestName() + " is the file that is read; choose another name");
        }
    }

    private static Path real(Path file) {
        return AtomicFile.followLinks(file).toAbsolutePath().normalize();
    }
}
