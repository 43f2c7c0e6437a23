package nn.serve;

import java.io.IOException;
import java.util.List;
import nn.Version;
import nn.eval.Classifier;
import nn.eval.DigitDetector;

/** Says which model answers, and that the server does. */
final class ModelApi {

    private final Models models;

    ModelApi(Models models) {
        this.models = models;
    }

    /**
     * The document on a model.
     *
     * @param threshold the detector's, below which a picture is refused; null without a detector
     * @param choices the names of all models
     */
    record ModelJson(
            String name,
            String file,
            String architecture,
            int parameters,
            List<String> classes,
            double temperature,
            Double threshold,
            List<String> choices) {}

    /** The document that says that the server is alive. */
    record HealthJson(String status, String version) {}

    Reply model(Request request) throws IOException {
        Models.Loaded model = models.named(request.query("model"));
        Classifier classifier = model.judge().classifier();
        return Reply.json(
                200,
                new ModelJson(
                        model.choice().name(),
                        model.choice().file().toString(),
                        classifier.architectureNames(),
                        classifier.parameterCount(),
                        classifier.classNames(),
                        classifier.temperature(),
                        classifier.detector().map(DigitDetector::threshold).orElse(null),
                        models.choices().stream().map(Models.Choice::name).toList()));
    }

    Reply health(Request request) {
        return Reply.json(200, new HealthJson("ok", Version.text()));
    }
}
