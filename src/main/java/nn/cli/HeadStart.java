package nn.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import nn.checkpoint.Json;
import nn.checkpoint.RecordedTest;
import nn.checkpoint.RunConfig;
import nn.image.DigitPreparation;
import nn.image.GrayPng;
import nn.image.ImageFile;
import nn.image.Polarity;
import nn.model.Matrix;
import nn.model.Precision;
import nn.train.Preset;

/**
 * Work on a core that would be idle: it makes the machine load and compile what the command will need next. Nothing depends on
 * it, neither a result nor whether it succeeds.
 */
final class HeadStart {

    private HeadStart() {
    }

    /** While the command line is read, which may turn out to be wrong: ND4J is left alone. */
    static void ofCommand(String name) {
        // A training has other time for it, and its many options need both cores.
        if (name.equals("predict")) {
            Background.start(HeadStart::prepareDigit);
        }
    }

    /** ND4J, while a model and pictures are read. */
    static void ofPrediction() {
        Background.start(HeadStart::zeros);
    }

    /** ND4J and JSON, while the training images are unpacked. */
    static void ofTraining() {
        Background.start(() -> zeros() + Json.pretty(new RunConfig("", "", true, Preset.FAST.config(1, 1))));
    }

    private static Matrix zeros() {
        return Matrix.zeros(Precision.FLOAT, 1, 1);
    }

    /** Reads a checkpoint's header, computes a digest, and prepares a picture of a 1. */
    private static int prepareDigit() {
        RecordedTest.of(Installation.model());
        int side = DigitPreparation.SIDE;
        byte[] samples = new byte[side * side];
        for (int row = 5; row < side - 5; row++) {
            samples[row * side + side / 2] = (byte) 255;
        }
        try {
            MessageDigest.getInstance("SHA-256").digest(new byte[1 << 15]);
            return new DigitPreparation(Polarity.AUTO, false)
                    .prepare(ImageFile.read(new ByteArrayInputStream(GrayPng.encode(samples, side, side)), "")).pixels().length;
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
