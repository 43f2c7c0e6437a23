package nn.train;

import java.util.List;
import java.util.Locale;
import nn.data.Augmentation;
import nn.model.Activation;

/** A configuration that was chosen by measurement on the validation split, for a time to spend. */
public enum Preset {
    /** Seconds: a small network. */
    FAST {
        @Override
        TrainingConfig config(String name, long seed, int threads) {
            return adamW(name, List.of(256), 8, 128, 4e-3, new Augmentation(5, 0.05, 0.05, 0.7, 0.33, 4, 0, 0, 0, 0), seed,
                    threads);
        }
    },
    /** Some ten seconds: what most people want. */
    DEFAULT {
        @Override
        TrainingConfig config(String name, long seed, int threads) {
            return adamW(name, List.of(512, 256), 12, 128, 2e-3, new Augmentation(8, 0.08, 0.1, 1, 0.65, 4, 0, 0, 0, 0), seed,
                    threads);
        }
    },
    /** Minutes: a wide network and strong deformations, which also serve other people's pictures; the model that ships. */
    ACCURATE {
        @Override
        TrainingConfig config(String name, long seed, int threads) {
            return adamW(name, List.of(1024, 1024), 100, 256, 1e-3,
                    new Augmentation(15, 0.2, 0.25, 1.5, 1.1, 4, 0.7, 0, 0, 0.4), seed, threads);
        }
    };

    private static final double WEIGHT_DECAY = 0.01;
    private static final double WARMUP = 0.05;

    abstract TrainingConfig config(String name, long seed, int threads);

    /** The configuration for a seed and a number of workers. */
    public TrainingConfig config(long seed, int threads) {
        return config(label(), seed, threads);
    }

    /** The name on the command line and in files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static TrainingConfig adamW(String name, List<Integer> hidden, int epochs, int batchSize, double learningRate,
            Augmentation augmentation, long seed, int threads) {
        return new TrainingConfig(name, hidden, Activation.RELU, "softmax-cross-entropy", "he", epochs, batchSize,
                learningRate, Schedule.COSINE, WARMUP, "adamw", 0.9, WEIGHT_DECAY, 0, 0, 0, 0, augmentation, 0, seed,
                threads, 0, TrainingConfig.DEFAULT_VALIDATION);
    }
}
