package nn.exchange.models;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import nn.exchange.DenseLayer;
import nn.exchange.npy.NpyHeader;
import nn.exchange.npy.NpyType;
import nn.exchange.npy.NpzWriter;
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

    private NpzExport() {}

    static void write(PlainWeights weights, OutputStream out) throws IOException {
        try (NpzWriter npz = new NpzWriter(out)) {
            List<DenseLayer> layers = weights.layers();
            for (int i = 0; i < layers.size(); i++) {
                DenseLayer layer = layers.get(i);
                npz.add(WEIGHTS + (i + 1), layer.weights(), layer.inputs(), layer.outputs());
                npz.add(BIASES + (i + 1), layer.biases(), layer.outputs());
            }
            npz.add(
                    ACTIVATIONS,
                    weights.network().architecture().activations().stream()
                            .map(EnumName::of)
                            .toList());
            npz.add(CLASSES, weights.classifier().classNames());
            npz.add(LOSS, List.of(weights.classifier().loss().label()));
            ByteBuffer image = ByteBuffer.allocate(2 * Long.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(weights.classifier().rows())
                    .putLong(weights.classifier().columns());
            npz.add(IMAGE, NpyHeader.of(NpyType.INT64, 2), to -> to.write(image.array()));
            ByteBuffer temperature = ByteBuffer.allocate(Double.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putDouble(weights.classifier().temperature());
            npz.add(TEMPERATURE, NpyHeader.of(NpyType.FLOAT64), to -> to.write(temperature.array()));
        }
    }
}
