package nn.exchange.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;

/**
 * What ONNX Runtime makes of images with a model.
 *
 * @param labels {@code [images]}
 * @param probabilities {@code [images][classes]}
 * @param metadata the model's own
 */
record OnnxRun(long[] labels, float[][] probabilities, Map<String, String> metadata) {

    /** @param pixels of each image, as the model wants them */
    static OnnxRun of(byte[] model, List<float[]> pixels) {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        int count = pixels.get(0).length;
        FloatBuffer input = FloatBuffer.allocate(pixels.size() * count);
        pixels.forEach(input::put);
        try (OrtSession.SessionOptions options = options();
                OrtSession session = environment.createSession(model, options);
                OnnxTensor tensor =
                        OnnxTensor.createTensor(environment, input.flip(), new long[] {pixels.size(), count});
                OrtSession.Result result = session.run(Map.of("pixels", tensor))) {
            return new OnnxRun(
                    (long[]) result.get("label").orElseThrow().getValue(),
                    (float[][]) result.get("probabilities").orElseThrow().getValue(),
                    session.getMetadata().getCustomMetadata());
        } catch (OrtException e) {
            throw new AssertionError(e);
        }
    }

    private static OrtSession.SessionOptions options() throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        return options;
    }
}
