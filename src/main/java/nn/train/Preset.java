package nn.train;

import java.util.List;
import java.util.Locale;
import nn.data.Augmentation;
import nn.data.InputKind;
import nn.model.Activation;
import nn.model.Loss;

/** The best configuration for a given time, as measured on the validation split. */
public enum Preset {
    /** Seconds: a small network. */
    FAST {
        @Override
        TrainingConfig config(String name, long seed, int threads) {
            return adamW(
                    name,
                    List.of(256),
                    7,
                    128,
                    4e-3,
                    0.01,
                    0.1,
                    0,
                    new Augmentation(5, 0.05, 0.05, 0.7, 0.33, 4, 0, 0, 0, 0),
                    seed,
                    threads,
                    RunPlan.PLAIN,
                    PIXELS);
        }
    },
    /** About twenty seconds: what most people want. */
    DEFAULT {
        @Override
        TrainingConfig config(String name, long seed, int threads) {
            return adamW(
                    name,
                    List.of(512, 256),
                    25,
                    128,
                    2e-3,
                    0.05,
                    0,
                    0,
                    new Augmentation(10, 0.12, 0.12, 1.2, 0.8, 4, 0, 0, 0, 0),
                    seed,
                    threads,
                    RunPlan.PLAIN,
                    PIXELS);
        }
    },
    /** Minutes: a wide network, trained with other pen styles too, so that it reads other people's pictures. The model that ships. */
    ACCURATE {
        @Override
        TrainingConfig config(String name, long seed, int threads) {
            return adamW(
                    name,
                    List.of(1024, 1024),
                    60,
                    128,
                    1e-3,
                    0.05,
                    0,
                    0.9995,
                    new Augmentation(12, 0.15, 0.2, 1.5, 1, 4, 0.5, 0, 0, 0.25),
                    seed,
                    threads,
                    RunPlan.PLAIN,
                    GRADIENTS);
        }
    },
    /** More minutes: the widest network, for MNIST only. */
    RECORD {
        @Override
        TrainingConfig config(String name, long seed, int threads) {
            return record(name, List.of(2048, 1024), 80, seed, threads, 1, GRADIENTS);
        }
    },
    /** Half an hour: several networks answer together. They read images in different ways, so they make different errors. */
    COMMITTEE {
        @Override
        TrainingConfig config(String name, long seed, int threads) {
            return record(
                    name,
                    List.of(1024, 1024),
                    60,
                    seed,
                    threads,
                    6,
                    List.of(InputKind.GRADIENTS, InputKind.BOTH, InputKind.PIXELS));
        }
    };

    private static final double WARMUP = 0.05;
    private static final List<InputKind> PIXELS = List.of(InputKind.PIXELS);
    private static final List<InputKind> GRADIENTS = List.of(InputKind.GRADIENTS);
    /** A sixth of the training images, at most 5,000. */
    private static final int VALIDATION = -5000;

    abstract TrainingConfig config(String name, long seed, int threads);

    /** The configuration for a seed and a number of threads. */
    public TrainingConfig config(long seed, int threads) {
        return config(label(), seed, threads);
    }

    /** The name on the command line and in files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static TrainingConfig record(
            String name,
            List<Integer> hidden,
            int epochs,
            long seed,
            int threads,
            int members,
            List<InputKind> inputs) {
        return adamW(
                name,
                hidden,
                epochs,
                128,
                1e-3,
                0.05,
                0,
                0.9995,
                new Augmentation(12, 0.15, 0.2, 1.5, 1, 4, 0, 0, 0, 0),
                seed,
                threads,
                new RunPlan(members, 0, 0.15, false),
                inputs);
    }

    private static TrainingConfig adamW(
            String name,
            List<Integer> hidden,
            int epochs,
            int batchSize,
            double learningRate,
            double weightDecay,
            double smoothing,
            double averaging,
            Augmentation augmentation,
            long seed,
            int threads,
            RunPlan course,
            List<InputKind> inputs) {
        return new TrainingConfig(
                name,
                new NetworkConfig(hidden, Activation.RELU, InitialWeights.HE, inputs),
                new Learning(
                        new Loss.SoftmaxCrossEntropy(),
                        epochs,
                        batchSize,
                        learningRate,
                        Schedule.COSINE,
                        WARMUP,
                        OptimizerKind.ADAMW,
                        0.9,
                        0),
                new Regularization(weightDecay, 0, 0, smoothing, averaging),
                augmentation,
                new DataConfig(seed, threads, 0, VALIDATION, Sampling.BY_CLASS),
                course);
    }
}
