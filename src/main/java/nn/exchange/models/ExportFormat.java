package nn.exchange.models;

import java.nio.file.Path;
import java.util.Locale;
import nn.NnException;
import nn.NnException.Kind;
import nn.checkpoint.Checkpoint;
import nn.exchange.PixelRange;
import nn.exchange.onnx.OnnxExport;
import nn.files.AtomicFile;

/** The formats of other programs that a model can be written in. */
public enum ExportFormat {
    /** A graph from pixels to probabilities, for every model. */
    ONNX,
    /** NumPy's arrays of weights. */
    NPZ,
    /** A table of weights. */
    CSV;

    /**
     * The format by a file's ending.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    public static ExportFormat of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        for (ExportFormat format : values()) {
            if (name.endsWith("." + format.name().toLowerCase(Locale.ROOT))) {
                return format;
            }
        }
        throw new IllegalArgumentException("--to is '" + file + "'; its ending must be .onnx, .npz or .csv");
    }

    /**
     * Writes a model atomically.
     *
     * @param model the model's file, for messages
     * @throws NnException BAD_CHECKPOINT if the format cannot express the model; ENVIRONMENT if the file cannot be written
     */
    public void write(Checkpoint checkpoint, Path model, PixelRange range, Path to) {
        AtomicFile.Content content = switch (this) {
            case ONNX -> out -> out.write(OnnxExport.of(checkpoint, range));
            case NPZ -> {
                PlainWeights weights = plain(checkpoint, model);
                yield out -> NpzExport.write(weights, out);
            }
            case CSV -> {
                PlainWeights weights = plain(checkpoint, model);
                yield out -> CsvExport.write(weights, out);
            }
        };
        AtomicFile.write(to, content);
    }

    private static PlainWeights plain(Checkpoint checkpoint, Path model) {
        try {
            return PlainWeights.of(checkpoint);
        } catch (IllegalArgumentException e) {
            throw NnException.of(
                    Kind.BAD_CHECKPOINT,
                    model,
                    e.getMessage() + ", which weights alone cannot express",
                    "export it as .onnx");
        }
    }
}
