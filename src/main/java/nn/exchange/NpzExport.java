package nn.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nn.json.EnumName;

/**
 * Weights as an archive of NumPy arrays: {@code W1} {@code [inputs, outputs]}, {@code b1} {@code [outputs]} and so on, float32, for
 * {@code x @ W1 + b1} with x = pixels / 255; and what a reader needs to know of them: {@code activations}, {@code classes},
 * {@code image} (rows, columns), {@code loss} and {@code temperature}.
 */
final class NpzExport {

    static final String WEIGHTS = "W";
    static final String BIASES = "b";
    static final String ACTIVATIONS = "activations";
    static final String CLASSES = "classes";
    static final String IMAGE = "image";
    static final String LOSS = "loss";
    static final String TEMPERATURE = "temperature";

    /** The earliest time that an archive can name, so that the same model gives the same bytes. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;

    private NpzExport(OutputStream out) {
        zip = new ZipOutputStream(out);
    }

    static void write(PlainWeights weights, OutputStream out) throws IOException {
        NpzExport export = new NpzExport(out);
        List<DenseLayer> layers = weights.layers();
        for (int i = 0; i < layers.size(); i++) {
            DenseLayer layer = layers.get(i);
            export.floats(WEIGHTS + (i + 1), layer.weights(), layer.inputs(), layer.outputs());
            export.floats(BIASES + (i + 1), layer.biases(), layer.outputs());
        }
        export.texts(
                ACTIVATIONS,
                weights.network().architecture().activations().stream()
                        .map(EnumName::of)
                        .toList());
        export.texts(CLASSES, weights.classifier().classNames());
        export.texts(LOSS, List.of(weights.classifier().loss().label()));
        export.entry(
                IMAGE,
                "<i8",
                littleEndian(2 * Long.BYTES)
                        .putLong(weights.classifier().rows())
                        .putLong(weights.classifier().columns()),
                2);
        export.entry(
                TEMPERATURE,
                "<f8",
                littleEndian(Double.BYTES).putDouble(weights.classifier().temperature()));
        export.zip.finish();
    }

    private void floats(String name, float[] values, int... shape) throws IOException {
        ByteBuffer data = littleEndian(values.length * Float.BYTES);
        data.asFloatBuffer().put(values);
        entry(name, "<f4", data, shape);
    }

    /** Texts as NumPy stores them: each with the length of the longest, padded with zeros, in UTF-32. */
    private void texts(String name, List<String> texts) throws IOException {
        int longest = Math.max(
                1,
                texts.stream()
                        .mapToInt(text -> text.codePointCount(0, text.length()))
                        .max()
                        .orElse(1));
        ByteBuffer data = littleEndian(texts.size() * longest * Integer.BYTES);
        for (int i = 0; i < texts.size(); i++) {
            data.position(i * longest * Integer.BYTES);
            texts.get(i).codePoints().forEach(data::putInt);
        }
        entry(name, "<U" + longest, data, texts.size());
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** An array that is stored as it is, as {@code numpy.savez} does it. */
    private void entry(String name, String type, ByteBuffer content, int... shape) throws IOException {
        byte[] data = content.array();
        byte[] header = NpyHeader.write(type, shape);
        CRC32 checksum = new CRC32();
        checksum.update(header);
        checksum.update(data);
        ZipEntry entry = new ZipEntry(name + ".npy");
        entry.setMethod(ZipEntry.STORED);
        entry.setTimeLocal(TIME);
        entry.setSize((long) header.length + data.length);
        entry.setCrc(checksum.getValue());
        zip.putNextEntry(entry);
        zip.write(header);
        zip.write(data);
        zip.closeEntry();
    }
}
