package nn.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import nn.data.Augmentation;
import nn.data.DataSet;
import nn.data.InputKind;
import nn.eval.Classifier;
import nn.eval.DigitDetector;
import nn.eval.Evaluator;
import nn.eval.Refusals;
import nn.image.prepare.DigitPreparation;
import nn.model.Activation;
import nn.model.Loss;
import nn.model.WorkerTeam;
import nn.train.DataConfig;
import nn.train.InitialWeights;
import nn.train.Learning;
import nn.train.NetworkConfig;
import nn.train.OptimizerKind;
import nn.train.Regularization;
import nn.train.RunPlan;
import nn.train.Sampling;
import nn.train.Schedule;
import nn.train.Trainer;
import nn.train.TrainingConfig;
import nn.train.TrainingListener;
import nn.train.TrainingState;

/**
 * Trains a {@link DigitDetector}: an ordinary network with one class more, for images without a digit ("background class"; Hendrycks,
 * Mazeika and Dietterich 2019, arXiv 1812.04606, compare it with their outlier exposure). The result depends on the digits, the plan and
 * the seed alone.
 */
public final class DetectorTraining {

    /** The height and the width of the images, in pixels. */
    public static final int SIDE = DigitPreparation.SIDE;

    private static final int DIGITS = 10;

    /** So many of the digits are held out, or a sixth: for the temperature and the threshold. */
    private static final int HELD_OUT = 5_000;
    /** The share of held-out digits that the threshold refuses: a fifth of what it may be, as a few digits tell it. */
    private static final double REFUSED = 0.0002;

    private static final int BATCH = 128;
    private static final int FEWEST = 200;

    private final DetectorPlan plan;
    private final long seed;
    private final int threads;
    private final BooleanSupplier goOn;

    DetectorTraining(DetectorPlan plan, long seed, int threads, BooleanSupplier goOn) {
        this.plan = plan;
        this.seed = seed;
        this.threads = threads;
        this.goOn = goOn;
    }

    /** Whether they can be digits: images of 28 x 28 pixels in ten classes, and enough of them to hold some out. */
    public static boolean canLearnFrom(DataSet digits) {
        return digits.rows() == SIDE
                && digits.columns() == SIDE
                && digits.classes() == DIGITS
                && digits.size() >= FEWEST;
    }

    /**
     * Trains a detector.
     *
     * @param digits with labels from 0 to 9, of 28 x 28 pixels
     * @param goOn is asked again and again; false ends it soon
     * @return empty if it was ended
     */
    public static Optional<TrainedDetector> train(
            DataSet digits, DetectorSize size, long seed, int threads, BooleanSupplier goOn) {
        return new DetectorTraining(size.plan(), seed, threads, goOn).train(digits, size);
    }

    Optional<TrainedDetector> train(DataSet digits, DetectorSize size) {
        if (!canLearnFrom(digits)) {
            throw new IllegalArgumentException("these are no digits that a detector can learn from");
        }
        long start = System.nanoTime();
        int heldOut = Math.min(HELD_OUT, digits.size() / 6);
        int seen = Math.min(plan.digits(), digits.size() - heldOut);
        DetectorData data;
        try (WorkerTeam team = new WorkerTeam(threads)) {
            data = DetectorData.of(
                    digits.range(0, seen),
                    digits.range(digits.size() - heldOut, digits.size()),
                    plan,
                    seed,
                    team,
                    goOn);
        }
        return goOn.getAsBoolean()
                ? trainOn(data).map(network -> chosen(network, data, size, start))
                : Optional.empty();
    }

    private Optional<Classifier> trainOn(DetectorData data) {
        TrainingConfig config = config(data.validation().size());
        TrainingState state = TrainingState.initial(config.architecture(data.all()), config);
        try (Trainer trainer = new Trainer(config, data.all(), state)) {
            return trainer.train(listener())
                    ? Optional.of(named(config.classifier(List.of(state.best()), data.all())))
                    : Optional.empty();
        }
    }

    /** The network with its temperature and its threshold. */
    private TrainedDetector chosen(Classifier network, DetectorData data, DetectorSize size, long start) {
        try (Evaluator evaluator = new Evaluator(threads)) {
            Classifier calibrated = evaluator.calibrated(network, data.validation());
            double threshold =
                    threshold(evaluator.digitProbabilities(new DigitDetector(calibrated, 0), data.validationDigits()));
            DigitDetector detector = new DigitDetector(calibrated, threshold);
            return new TrainedDetector(
                    detector,
                    new DetectorResult(
                            size,
                            seed,
                            (System.nanoTime() - start) / 1e9,
                            evaluator.refusals(detector, data.validationDigits()),
                            evaluator.refusals(detector, data.validationNoDigits()),
                            Refusals.NONE));
        }
    }

    private TrainingListener listener() {
        return new TrainingListener() {
            @Override
            public boolean afterStep(Progress progress, TrainingState state) {
                return goOn.getAsBoolean();
            }
        };
    }

    /** As the preset {@code accurate}, save for the network and the time. */
    private TrainingConfig config(int validation) {
        return new TrainingConfig(
                "detector",
                new NetworkConfig(plan.hidden(), Activation.RELU, InitialWeights.HE, List.of(InputKind.GRADIENTS)),
                new Learning(
                        new Loss.SoftmaxCrossEntropy(),
                        plan.epochs(),
                        BATCH,
                        plan.learningRate(),
                        Schedule.COSINE,
                        0.05,
                        OptimizerKind.ADAMW,
                        0.9,
                        0),
                new Regularization(0.05, 0, 0, 0, plan.averaging()),
                new Augmentation(12, 0.15, 0.2, 1.5, 1, 4, 0.5, 0, 0, 0.25),
                new DataConfig(seed, threads, 0, validation, Sampling.IN_ORDER),
                RunPlan.PLAIN);
    }

    private static Classifier named(Classifier network) {
        List<String> names = new ArrayList<>(network.classNames());
        names.set(names.size() - 1, DigitDetector.NO_DIGIT);
        return new Classifier(
                network.members(),
                network.inputs(),
                network.rows(),
                network.columns(),
                names,
                network.loss(),
                network.temperature());
    }

    /** The probability that only {@value #REFUSED} of the digits are below. */
    private static double threshold(double[] probabilities) {
        double[] ascending = probabilities.clone();
        Arrays.sort(ascending);
        return ascending[(int) (REFUSED * ascending.length)];
    }
}
