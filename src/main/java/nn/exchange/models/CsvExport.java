package nn.exchange.models;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nn.exchange.DenseLayer;

/**
 * Weights as a table with the columns {@code layer,input,output,value}: a line for each weight, numbered from 0, and for each bias, whose input
 * is {@code bias}. The layers count from 1.
 */
final class CsvExport {

    private CsvExport() {}

    static void write(PlainWeights weights, OutputStream out) throws IOException {
        Writer csv = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.US_ASCII));
        csv.write("layer,input,output,value\n");
        List<DenseLayer> layers = weights.layers();
        for (int i = 0; i < layers.size(); i++) {
            DenseLayer layer = layers.get(i);
            for (int input = 0; input < layer.inputs(); input++) {
                for (int output = 0; output < layer.outputs(); output++) {
                    line(csv, i + 1, String.valueOf(input), output, layer.weights()[input * layer.outputs() + output]);
                }
            }
            for (int output = 0; output < layer.outputs(); output++) {
                line(csv, i + 1, "bias", output, layer.biases()[output]);
            }
        }
        csv.flush();
    }

    private static void line(Writer csv, int layer, String input, int output, float value) throws IOException {
        csv.write(layer + "," + input + "," + output + "," + value + "\n");
    }
}
