package nn.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;
import nn.NnException;
import nn.NnException.Kind;
import nn.checkpoint.Checkpoint;
import nn.files.AtomicFile;

/** The formats of other programs that a model can be written in. */
public enum ExportFormat {
    /** A graph from pixels to probabilities, for every model. */
    ONNX {
        @Override
        void write(Checkpoint checkpoint, PixelRange range, OutputStream out) throws IOException {
            out.write(OnnxExport.of(checkpoint, range));
        }
    },
    /** NumPy's arrays. */
    NPZ {
        @Override
        void write(Checkpoint checkpoint, PixelRange range, OutputStream out) throws IOException {
            NpzExport.write(PlainWeights.of(checkpoint), out);
        }
    },
    /** A table. */
    CSV {
        @Override
        void write(Checkpoint checkpoint, PixelRange range, OutputStream out) throws IOException {
            CsvExport.write(PlainWeights.of(checkpoint), out);
        }
    };

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

    abstract void write(Checkpoint checkpoint, PixelRange range, OutputStream out) throws IOException;

    /**
     * Writes a model atomically.
     *
     * @param model the model's file, for messages
     * @throws NnException BAD_CHECKPOINT if the format cannot express the model; ENVIRONMENT if the file cannot be written
     */
    public void write(Checkpoint checkpoint, Path model, PixelRange range, Path to) {
        if (this != ONNX) {
            try {
                PlainWeights.of(checkpoint);
            } catch (IllegalArgumentException e) {
                throw NnException.of(
                        Kind.BAD_CHECKPOINT,
                        model,
                        e.getMessage() + ", which weights alone cannot express",
                        "export it as .onnx");
            }
        }
        AtomicFile.write(to, out -> write(checkpoint, range, out));
    }
}
