package nn.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Future;
import nn.NnException;
import nn.checkpoint.Json;
import nn.checkpoint.RunConfig;
import nn.eval.Classifier;
import nn.model.Matrix;
import nn.model.Precision;
import nn.train.Preset;

/**
 * Work on a core that would be idle: what the command will need next. No result depends on it, nor does a command fail because of
 * it.
 */
final class HeadStart {

    private static volatile ModelReading begun;

    private record ModelReading(Path file, Future<Classifier> classifier) {
    }

    private HeadStart() {
    }

    /**
     * While the command line is read, which takes a prediction as long as ND4J's start: that, and the model that is used if none is
     * named. A training does not gain by it, as compiling its code keeps both cores busy.
     */
    static void ofCommand(String... arguments) {
        List<String> words = Arrays.asList(arguments);
        if (words.size() < 2 || !words.get(0).equals("predict") || words.contains("-h") || words.contains("--help")) {
            return;
        }
        Background.start(HeadStart::zeros);
        for (String word : words) {
            if (word.startsWith(ModelChoice.OPTION)) {
                return;
            }
        }
        try {
            Path file = new ModelChoice().file();
            begun = new ModelReading(file, Background.start(() -> ModelChoice.readForPictures(file)));
        } catch (NnException e) {
            // The command will find none either, and say so.
        }
    }

    /** A model that takes prepared pictures, as {@link ModelChoice#readForPictures} reads it. */
    static Future<Classifier> classifier(Path file) {
        ModelReading reading = begun;
        return reading != null && reading.file.equals(file) ? reading.classifier
                : Background.start(() -> ModelChoice.readForPictures(file));
    }

    /** ND4J and JSON, while the training images are unpacked. */
    static void ofTraining() {
        Background.start(() -> zeros() + Json.pretty(new RunConfig("", "", true, Preset.FAST.config(1, 1))));
    }

    private static Matrix zeros() {
        return Matrix.zeros(Precision.FLOAT, 1, 1);
    }
}
