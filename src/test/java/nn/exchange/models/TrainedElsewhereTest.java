package nn.exchange.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nn.eval.Classifier;
import nn.eval.Prediction;
import nn.eval.Predictor;
import nn.exchange.PixelRange;
import nn.model.Activation;
import nn.model.Architecture;
import nn.model.Mlp;
import nn.model.Parameters;
import nn.model.Storage;
import nn.model.Workspace;
import org.junit.jupiter.api.Test;

/** Networks that the Python scripts among the resources trained give the logits that those scripts wrote down. */
class TrainedElsewhereTest {

    private static final Path RESOURCES = Path.of("src", "test", "resources", "nn", "exchange");

    /** An image with the logits that it must have. */
    private record Golden(byte[] pixels, double[] logits) {

        static List<Golden> read(String name) throws IOException {
            return Files.readAllLines(RESOURCES.resolve(name + ".golden")).stream()
                    .map(line -> line.split(" \\| "))
                    .map(parts -> new Golden(bytes(parts[0]), numbers(parts[1])))
                    .toList();
        }

        private static byte[] bytes(String words) {
            double[] numbers = numbers(words);
            byte[] bytes = new byte[numbers.length];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) numbers[i];
            }
            return bytes;
        }

        private static double[] numbers(String words) {
            return Arrays.stream(words.split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        }
    }

    private static Classifier imported(String file, ImportSettings settings) {
        return ModelImport.read(RESOURCES.resolve(file), settings, Storage.HEAP_FLOAT);
    }

    private static ImportSettings settings(Activation activation, PixelRange pixels, double mean, double std) {
        return new ImportSettings(Optional.of(activation), Optional.empty(), Optional.of(pixels), mean, std);
    }

    private static double[] logits(Classifier classifier, byte[] pixels) {
        Parameters network = classifier.members().get(0);
        Workspace workspace = Workspace.forInference(network.architecture(), Storage.HEAP_FLOAT, 1);
        for (int i = 0; i < pixels.length; i++) {
            workspace.inputs().set(0, i, (pixels[i] & 0xff) / 255.0);
        }
        Mlp.forward(network, workspace, 1);
        double[] logits = new double[network.architecture().outputs()];
        workspace.outputs().readRow(0, logits);
        return logits;
    }

    private static void assertLogits(String golden, Classifier classifier) throws IOException {
        List<Golden> images = Golden.read(golden);
        assertEquals(6, images.size());
        for (Golden image : images) {
            double[] logits = logits(classifier, image.pixels());
            for (int k = 0; k < logits.length; k++) {
                assertEquals(image.logits()[k], logits[k], 2e-5 * Math.max(1, Math.abs(image.logits()[k])));
            }
        }
    }

    @Test
    void byNumPyInDoublePrecision() throws IOException {
        Classifier classifier = imported("numpy.npz", settings(Activation.TANH, PixelRange.UNIT, 0, 1));
        assertEquals(Architecture.of(64, List.of(12), 10, Activation.TANH), classifier.architecture());
        assertEquals(List.of(8, 8), List.of(classifier.rows(), classifier.columns()));
        assertLogits("numpy", classifier);
    }

    /** Its golden numbers are the logarithms of probabilities. */
    @Test
    void byScikitLearnFromPixelsUpTo255() throws IOException {
        Classifier classifier = imported("sklearn.npz", settings(Activation.RELU, PixelRange.BYTES, 0, 1));
        assertEquals("64-10-8-10", classifier.architectureNames());
        Predictor predictor = new Predictor(classifier, 1);
        for (Golden image : Golden.read("sklearn")) {
            Prediction prediction = predictor.predict(List.of(image.pixels())).get(0);
            for (int k = 0; k < 10; k++) {
                assertEquals(
                        image.logits()[k],
                        Math.log(prediction.probabilities().get(k)),
                        1e-4 * Math.max(1, Math.abs(image.logits()[k])));
            }
        }
    }

    @Test
    void byPyTorchOnNormalizedPixels() throws IOException {
        Classifier classifier = imported("pytorch.safetensors", settings(Activation.RELU, PixelRange.UNIT, 0.3, 0.4));
        assertEquals("64-10-10", classifier.architectureNames());
        assertLogits("pytorch.safetensors", classifier);
    }

    /** The file says its activation, and has a flattened image, batch normalization and dropout. */
    @Test
    void byPyTorchAsAnOnnxGraph() throws IOException {
        Classifier classifier = imported("pytorch.onnx", ImportSettings.NONE);
        assertEquals(Architecture.of(64, List.of(8), 10, Activation.SIGMOID), classifier.architecture());
        assertLogits("pytorch.onnx", classifier);
    }
}
