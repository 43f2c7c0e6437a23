package nn.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nn.checkpoint.RunConfig;
import nn.image.GrayPng;
import nn.image.decode.ImageFile;
import nn.image.prepare.DigitPreparation;
import nn.image.prepare.Polarity;
import nn.json.Json;
import nn.model.Matrix;
import nn.model.Storage;
import nn.train.Preset;

/**
 * Makes the JVM load and compile the code that a command will need, on a core that is still idle. It only saves time: no
 * result depends on it, and its failure is ignored.
 */
final class JvmWarmUp {

    private JvmWarmUp() {}

    /** Warms up the preparation of pictures. It does not load ND4J, because the command line may still turn out to be wrong. */
    static void forPictures() {
        // Not a lambda, see Background.
        Background.start(new Supplier<>() {
            @Override
            public Integer get() {
                return prepareDigit();
            }
        });
    }

    /** Loads ND4J and oneDNN while a model, pictures or the training images are read. */
    static void loadNativeLibraries() {
        Background.start(JvmWarmUp::firstProduct);
    }

    /** Warms up JSON for a training. It does not load ND4J, because the command line may still turn out to be wrong. */
    static void forTraining(String... arguments) {
        List<String> words = Arrays.asList(arguments);
        if (words.contains("--help") || words.contains("-h")) {
            return;
        }
        // Not a lambda, see Background.
        Background.start(new Supplier<>() {
            @Override
            public String get() {
                return Json.pretty(new RunConfig("", "", true, Preset.FAST.config(1, 1), Optional.empty()));
            }
        });
    }

    /** Makes oneDNN compile its kernels. */
    private static Matrix firstProduct() {
        Matrix factor = Matrix.zeros(Storage.NATIVE_FLOAT, 16, 16);
        Matrix product = Matrix.zeros(Storage.NATIVE_FLOAT, 16, 16);
        product.product(factor, factor);
        return product;
    }

    /** Prepares a picture of a 1. */
    private static int prepareDigit() {
        int side = DigitPreparation.SIDE;
        byte[] samples = new byte[side * side];
        for (int row = 5; row < side - 5; row++) {
            samples[row * side + side / 2] = (byte) 255;
        }
        try {
            return new DigitPreparation(Polarity.AUTO, false)
                    .prepare(ImageFile.read(new ByteArrayInputStream(GrayPng.encode(samples, side, side)), ""))
                    .pixels()
                    .length;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
