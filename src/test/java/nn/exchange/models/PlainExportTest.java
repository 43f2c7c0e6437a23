package nn.exchange.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import nn.NnException;
import nn.checkpoint.Checkpoint;
import nn.data.ImageForm;
import nn.data.InputKind;
import nn.eval.Prediction;
import nn.eval.Predictor;
import nn.exchange.PixelRange;
import nn.exchange.TrialModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weights as NumPy's arrays and as a table give the model's answers by {@code x @ W + b}. */
class PlainExportTest {

    private static final int BASE_HEADER = 10;

    @TempDir
    private Path scratch;

    private final TrialModels models = TrialModels.of(InputKind.PIXELS).size(5, 7);
    private final Checkpoint checkpoint = models.checkpoint();

    private static byte[] npz(Checkpoint checkpoint) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        NpzExport.write(PlainWeights.of(checkpoint), out);
        return out.toByteArray();
    }

    /** The entries of an archive as they are. */
    private static Map<String, byte[]> entries(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    private static float[] floats(byte[] npy) {
        int header = BASE_HEADER + (npy[8] & 0xff | (npy[9] & 0xff) << 8);
        float[] values = new float[(npy.length - header) / Float.BYTES];
        ByteBuffer.wrap(npy, header, npy.length - header)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        return values;
    }

    /** x W + b, row by row. */
    private static double[] layer(double[] x, float[] weights, float[] biases, boolean relu) {
        double[] sums = new double[biases.length];
        for (int output = 0; output < sums.length; output++) {
            sums[output] = biases[output];
            for (int input = 0; input < x.length; input++) {
                sums[output] += x[input] * weights[input * sums.length + output];
            }
            sums[output] = relu ? Math.max(0, sums[output]) : sums[output];
        }
        return sums;
    }

    private void assertAnswers(Map<String, float[]> arrays) {
        Predictor predictor = new Predictor(checkpoint.classifier(), 1);
        for (byte[] image : models.images(20)) {
            double[] values = new double[image.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = (image[i] & 0xff) / 255.0;
            }
            for (int number = 1; number <= 3; number++) {
                values = layer(values, arrays.get("W" + number), arrays.get("b" + number), number < 3);
            }
            checkpoint.classifier().probabilitiesInPlace(values);
            Prediction prediction = predictor.predict(List.of(image)).get(0);
            for (int k = 0; k < values.length; k++) {
                assertEquals(prediction.probabilities().get(k), values[k], 1e-5);
            }
        }
    }

    @Test
    void asNumPyArrays() throws IOException {
        Map<String, float[]> arrays = new LinkedHashMap<>();
        entries(npz(checkpoint)).forEach((name, npy) -> arrays.put(name.replace(".npy", ""), floats(npy)));
        assertEquals(
                List.of("W1", "b1", "W2", "b2", "W3", "b3", "activations", "classes", "loss", "image", "temperature"),
                List.copyOf(arrays.keySet()));
        assertAnswers(arrays);
    }

    @Test
    void theHeaderOfAnArrayIsNumPys() throws IOException {
        byte[] npy = entries(npz(checkpoint)).get("W1.npy");
        assertArrayEquals(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0}, Arrays.copyOf(npy, 10));
        String header = new String(npy, 10, 118, StandardCharsets.US_ASCII);
        assertTrue(header.startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (35, 20), }  "), header);
        assertEquals(127, 9 + header.indexOf('\n') + 1);
        assertEquals(128 + 35 * 20 * 4, npy.length);
    }

    @Test
    void asATable() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvExport.write(PlainWeights.of(checkpoint), out);
        List<String> lines = out.toString(StandardCharsets.US_ASCII).lines().toList();
        assertEquals("layer,input,output,value", lines.get(0));
        assertEquals(1 + (35 + 1) * 20 + (20 + 1) * 16 + (16 + 1) * 10, lines.size());
        Map<String, float[]> arrays = new LinkedHashMap<>(Map.of(
                "W1", new float[35 * 20],
                "b1", new float[20],
                "W2", new float[20 * 16],
                "b2", new float[16],
                "W3", new float[16 * 10],
                "b3", new float[10]));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            int output = Integer.parseInt(cells[2]);
            float value = Float.parseFloat(cells[3]);
            float[] biases = arrays.get("b" + cells[0]);
            if (cells[1].equals("bias")) {
                biases[output] = value;
            } else {
                arrays.get("W" + cells[0])[Integer.parseInt(cells[1]) * biases.length + output] = value;
            }
        }
        assertAnswers(arrays);
    }

    @Test
    void aNetworkWithoutBiasesHasZeros() throws IOException {
        Map<String, byte[]> entries =
                entries(npz(TrialModels.of(InputKind.PIXELS).withoutBiases().checkpoint()));
        assertArrayEquals(new float[20], floats(entries.get("b1.npy")));
    }

    @Test
    void whatWeightsCannotExpressIsRefusedWithTheReason() {
        refused(
                TrialModels.of(InputKind.PIXELS, InputKind.PIXELS),
                "is a committee of 2 networks, which weights alone");
        refused(TrialModels.of(InputKind.GRADIENTS), "reads gradient directions, which");
        refused(TrialModels.of(InputKind.BOTH), "reads gradient directions, which");
        refused(TrialModels.of(InputKind.PIXELS).form(new ImageForm(true, false, 255)), "was trained on files that");
    }

    private void refused(TrialModels trial, String reason) {
        Path to = scratch.resolve("weights.npz");
        for (ExportFormat format : List.of(ExportFormat.NPZ, ExportFormat.CSV)) {
            NnException refusal = assertThrows(
                    NnException.class,
                    () -> format.write(trial.checkpoint(), Path.of("m.safetensors"), PixelRange.UNIT, to));
            assertEquals(NnException.Kind.BAD_CHECKPOINT, refusal.kind());
            assertTrue(refusal.getMessage().startsWith("m.safetensors: " + reason), refusal::getMessage);
            assertTrue(refusal.getMessage().endsWith("; export it as .onnx"), refusal::getMessage);
        }
        assertTrue(Files.notExists(to));
    }
}
