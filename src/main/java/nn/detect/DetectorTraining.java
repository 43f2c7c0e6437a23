package nn.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import nn.data.Augmentation;
import nn.data.DataSet;
import nn.data.Inputs;
import nn.eval.Classifier;
import nn.eval.DigitDetector;
import nn.eval.Evaluator;
import nn.eval.Refusals;
import nn.image.prepare.DigitPreparation;
import nn.model.Activation;
import nn.model.Loss;
import nn.model.WorkerTeam;
import nn.train.Course;
import nn.train.Examples;
import nn.train.InitialWeights;
import nn.train.Learning;
import nn.train.NetworkConfig;
import nn.train.OptimizerKind;
import nn.train.Regularization;
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
    /** The share of held-out digits that the threshold refuses: half of what it may be, as it is an estimate. */
    private static final double REFUSED = 0.0005;

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
        long start = System.nanoTime();
        int heldOut = Math.min(HELD_OUT, digits.size() / 6);
        int seen = Math.min(plan.digits(), digits.size() - heldOut);
        DataSet train;
        DataSet validation;
        try (WorkerTeam team = new WorkerTeam(threads)) {
            train = with(digits.range(0, seen), seed, team);
            validation = with(digits.range(digits.size() - heldOut, digits.size()), seed + 1, team);
        }
        if (!goOn.getAsBoolean()) {
            return Optional.empty();
        }
        DataSet all = DetectorData.joined(train, validation);
        TrainingConfig config = config(validation.size());
        TrainingState state = TrainingState.initial(config.architecture(all), config);
        try (Trainer trainer = new Trainer(config, all, state)) {
            if (!trainer.train(listener())) {
                return Optional.empty();
            }
        }
        try (Evaluator evaluator = new Evaluator(threads)) {
            Classifier network = evaluator.calibrated(named(config.classifier(List.of(state.best()), all)), validation);
            DataSet heldOutDigits = validation.range(0, heldOut);
            DigitDetector detector = new DigitDetector(network, 0);
            detector = new DigitDetector(network, threshold(evaluator.digitProbabilities(detector, heldOutDigits)));
            DetectorResult result = new DetectorResult(
                    size,
                    seed,
                    (System.nanoTime() - start) / 1e9,
                    evaluator.refusals(detector, heldOutDigits),
                    evaluator.refusals(detector, validation.range(heldOut, validation.size())),
                    Refusals.NONE);
            return Optional.of(new TrainedDetector(detector, result));
        }
    }

    private DataSet with(DataSet digits, long ownSeed, WorkerTeam team) {
        return DetectorData.of(digits, plan.noDigits(digits.size()), ownSeed, team, goOn);
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
                new NetworkConfig(plan.hidden(), Activation.RELU, InitialWeights.HE, List.of(Inputs.GRADIENTS)),
                new Learning(
                        new Loss.SoftmaxCrossEntropy(),
                        plan.epochs(),
                        BATCH,
                        2e-3,
                        Schedule.COSINE,
                        0.05,
                        OptimizerKind.ADAMW,
                        0.9,
                        0),
                new Regularization(0.05, 0, 0, 0, 0),
                new Augmentation(12, 0.15, 0.2, 1.5, 1, 4, 0.5, 0, 0, 0.25),
                new Examples(seed, threads, 0, validation),
                Course.PLAIN);
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
