package nn.exchange.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nn.SyntheticData;
import nn.checkpoint.Checkpoint;
import nn.data.DataDirectory;
import nn.data.DataSet;
import nn.data.ImageForm;
import nn.data.InputKind;
import nn.eval.Classifier;
import nn.eval.Prediction;
import nn.eval.Predictor;
import nn.exchange.PixelRange;
import nn.exchange.TrialModels;
import nn.model.Activation;
import nn.model.Loss;
import onnx.Onnx.ModelProto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** ONNX Runtime gives the answers of the model that was exported. */
class OnnxExportTest {

    private static final double TOLERANCE = 1e-5;
    private static final int BATCH = 500;

    private static List<float[]> pixels(List<byte[]> images, float scale) {
        List<float[]> all = new ArrayList<>();
        for (byte[] image : images) {
            float[] pixels = new float[image.length];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (image[i] & 0xff) * scale;
            }
            all.add(pixels);
        }
        return all;
    }

    private static List<Prediction> predictions(Classifier classifier, List<byte[]> images) {
        Predictor predictor = new Predictor(classifier, BATCH);
        List<Prediction> all = new ArrayList<>();
        for (int from = 0; from < images.size(); from += BATCH) {
            all.addAll(predictor.predict(images.subList(from, Math.min(images.size(), from + BATCH))));
        }
        return all;
    }

    private static void assertSame(List<Prediction> expected, OnnxRun run) {
        assertEquals(expected.size(), run.labels().length);
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i).digit(), run.labels()[i], "image " + i);
            for (int k = 0; k < run.probabilities()[i].length; k++) {
                assertEquals(
                        expected.get(i).probabilities().get(k), run.probabilities()[i][k], TOLERANCE, "image " + i);
            }
        }
        var first =
                expected.stream().mapToDouble(one -> one.probabilities().get(0)).summaryStatistics();
        assertTrue(first.getMax() - first.getMin() > 1e-3, "the same answer to everything");
    }

    @Test
    void theShippedModelGivesTheSameAnswersOnAllTestDigits() {
        Checkpoint shipped = Checkpoint.read(Path.of("data", "model.safetensors"));
        DataSet test = DataDirectory.of(Path.of("data", "mnist")).readTest();
        List<byte[]> images = new ArrayList<>();
        for (int i = 0; i < test.size(); i++) {
            byte[] image = new byte[test.pixelsPerImage()];
            test.readPixels(i, image);
            images.add(image);
        }
        assertEquals(10_000, images.size());
        Classifier own = shipped.classifier();
        Classifier withoutDetector = new Classifier(
                own.members(),
                own.inputs(),
                own.rows(),
                own.columns(),
                own.classNames(),
                own.loss(),
                own.temperature());
        assertSame(
                predictions(withoutDetector, images),
                OnnxRun.of(OnnxExport.of(shipped, PixelRange.BYTES), pixels(images, 1)));
    }

    static Stream<TrialModels> models() {
        InputKind pixels = InputKind.PIXELS;
        InputKind gradients = InputKind.GRADIENTS;
        InputKind both = InputKind.BOTH;
        return Stream.of(
                TrialModels.of(pixels),
                TrialModels.of(gradients),
                TrialModels.of(both),
                TrialModels.of(pixels, gradients, both, gradients),
                TrialModels.of(both).size(17, 30),
                TrialModels.of(gradients).size(5, 3),
                TrialModels.of(pixels).withoutBiases(),
                TrialModels.of(pixels).activation(Activation.TANH),
                TrialModels.of(pixels).activation(Activation.SIGMOID),
                TrialModels.of(gradients).activation(Activation.STEP),
                TrialModels.of(pixels).loss(new Loss.SquaredError(0.5)),
                TrialModels.of(pixels).loss(new Loss.BinaryCrossEntropy()));
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyKindOfModelGivesTheSameAnswersInBothRanges(TrialModels models) {
        Checkpoint checkpoint = models.checkpoint();
        List<byte[]> images = models.images(200);
        List<Prediction> expected = predictions(checkpoint.classifier(), images);
        assertSame(expected, OnnxRun.of(OnnxExport.of(checkpoint, PixelRange.BYTES), pixels(images, 1)));
        assertSame(expected, OnnxRun.of(OnnxExport.of(checkpoint, PixelRange.UNIT), pixels(images, 1 / 255f)));
    }

    static Stream<ImageForm> forms() {
        return Stream.of(
                new ImageForm(true, false, 255),
                new ImageForm(false, true, 255),
                new ImageForm(false, false, 16),
                new ImageForm(true, true, 15));
    }

    /** As the files hold them, and {@code nn eval} reads them. */
    @ParameterizedTest
    @MethodSource("forms")
    void imagesAreReadInTheFormOfTheTrainingFiles(ImageForm form) {
        TrialModels models = TrialModels.of(InputKind.PIXELS, InputKind.GRADIENTS)
                .size(12, 9)
                .form(form);
        Checkpoint checkpoint = models.checkpoint();
        // The files of a transposed form have rows and columns exchanged.
        DataSet stored = form.transposed() ? dataSet(9, 12, models) : dataSet(12, 9, models);
        List<byte[]> asStored = images(stored);
        List<Prediction> expected = predictions(checkpoint.classifier(), images(stored.converted(form)));
        assertSame(expected, OnnxRun.of(OnnxExport.of(checkpoint, PixelRange.BYTES), pixels(asStored, 1)));
        List<byte[]> atMost = asStored.stream()
                .map(image -> limited(image, form.largestPixel()))
                .toList();
        assertSame(
                expected,
                OnnxRun.of(OnnxExport.of(checkpoint, PixelRange.UNIT), pixels(atMost, 1f / form.largestPixel())));
    }

    private static byte[] limited(byte[] image, int largest) {
        byte[] limited = new byte[image.length];
        for (int i = 0; i < image.length; i++) {
            limited[i] = (byte) Math.min(image[i] & 0xff, largest);
        }
        return limited;
    }

    private static DataSet dataSet(int rows, int columns, TrialModels models) {
        List<byte[]> images = models.images(100);
        byte[][] pixels = images.toArray(byte[][]::new);
        if (models.form().largestPixel() < 255) {
            for (int i = 0; i < pixels.length; i++) {
                for (int j = 0; j < pixels[i].length; j++) {
                    pixels[i][j] = (byte) ((pixels[i][j] & 0xff) / 12);
                }
            }
        }
        return SyntheticData.of(pixels, rows, columns, new int[pixels.length], TrialModels.CLASSES);
    }

    private static List<byte[]> images(DataSet data) {
        List<byte[]> images = new ArrayList<>();
        for (int i = 0; i < data.size(); i++) {
            byte[] image = new byte[data.pixelsPerImage()];
            data.readPixels(i, image);
            images.add(image);
        }
        return images;
    }

    @Test
    void theFileSaysWhatItReadsAndWhereItCameFrom() throws Exception {
        Checkpoint checkpoint = TrialModels.of(InputKind.GRADIENTS)
                .form(new ImageForm(true, true, 16))
                .checkpoint();
        byte[] file = OnnxExport.of(checkpoint, PixelRange.BYTES);
        Map<String, String> metadata =
                OnnxRun.of(file, List.of(new float[28 * 28])).metadata();
        assertEquals(
                "class 0,class 1,class 2,class 3,class 4,class 5,class 6,class 7,class 8,class 9",
                metadata.get("class_names"));
        assertEquals(checkpoint.weightsDigest(), metadata.get("weights_sha256"));
        assertEquals("0.97500", metadata.get("test_accuracy"));
        assertEquals("fast", metadata.get("preset"));
        assertEquals("nn 0", metadata.get("version"));
        assertEquals("0.7", metadata.get("temperature"));
        assertEquals("255", metadata.get("pixels"));
        ModelProto model = ModelProto.parseFrom(file);
        assertEquals(
                "Gray levels of an image, column after column: 0 ink to 16 paper. An image has 28 x 28 pixels.",
                model.getGraph().getInput(0).getDocString());
        assertEquals(
                "Gray levels of an image, row after row: 0 paper to 1 ink. An image has 28 x 28 pixels.",
                ModelProto.parseFrom(
                                OnnxExport.of(TrialModels.of(InputKind.PIXELS).checkpoint(), PixelRange.UNIT))
                        .getGraph()
                        .getInput(0)
                        .getDocString());
    }

    @Test
    void theSameModelGivesTheSameBytes() {
        TrialModels models = TrialModels.of(InputKind.BOTH, InputKind.PIXELS);
        assertEquals(
                Arrays.hashCode(OnnxExport.of(models.checkpoint(), PixelRange.BYTES)),
                Arrays.hashCode(OnnxExport.of(models.checkpoint(), PixelRange.BYTES)));
    }
}
