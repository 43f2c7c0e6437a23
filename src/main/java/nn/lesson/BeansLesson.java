package nn.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import nn.data.RandomStreams;
import nn.model.Activation;
import nn.model.Architecture;
import nn.model.Initializer;
import nn.model.Loss;

/** Sea beans of medium size are toxic: two hidden neurons bend a curve into a hill. */
final class BeansLesson implements TurnableLesson {

    static final int ROUNDS = 5000;

    private static final Architecture ARCHITECTURE =
            new Architecture(List.of(1, 2, 1), List.of(Activation.SIGMOID, Activation.SIGMOID), true);
    private static final int BEANS = 100;
    private static final double RATE = 0.03;
    private static final int SHOWN_EVERY = 100;
    private static final int SEEDS = 10;
    /** A seed whose training ends in a local minimum. */
    private static final long STUCK_SEED = 28;

    private static final List<Integer> DRAWN = List.of(0, 500, 1000, 2000);

    @Override
    public String name() {
        return "beans";
    }

    /** The result of a training: the error after every hundredth round, and the curves in between. */
    record Training(Beans beans, SmallNet net, double[] errors, List<double[]> curves) {
        double error() {
            return errors[errors.length - 1];
        }

        boolean learnt() {
            return error() <= 0.02 && right() >= 97;
        }

        int right() {
            int right = 0;
            for (int i = 0; i < BEANS; i++) {
                right += net.outputs(beans.sizes[i])[0] > 0.5 == beans.toxic[i] > 0.5 ? 1 : 0;
            }
            return right;
        }
    }

    /** The sizes, in ascending order, and 1 for the toxic ones. */
    record Beans(double[] sizes, double[] toxic) {

        /** Draws random beans. A bean is toxic if 0.7 size + 0.5, with a noise of at most 0.01, is between 0.8 and 1.4. */
        static Beans of(SplittableRandom random) {
            double[] sizes = random.doubles(BEANS, 0, 2).sorted().toArray();
            double[] toxic = new double[BEANS];
            for (int i = 0; i < BEANS; i++) {
                double poison = 0.7 * sizes[i] + (0.5 - random.nextDouble()) / 50 + 0.5;
                toxic[i] = poison > 0.8 && poison < 1.4 ? 1 : 0;
            }
            return new Beans(sizes, toxic);
        }
    }

    /** A training that ends in a local minimum. The proof is that four times as many further rounds change nothing. */
    private record Stuck(Training training, double gradientLength, int right, double laterError) {

        static Stuck train() {
            Training training = BeansLesson.train(STUCK_SEED, frame -> {});
            double length = BeansLesson.gradientLength(training);
            int right = training.right();
            for (int round = 0; round < 4 * ROUNDS; round++) {
                round(training);
            }
            return new Stuck(training, length, right, meanSquaredError(training));
        }
    }

    @Override
    public LessonResult run(LessonInput input, Consumer<Frame> live) {
        Transcript transcript = new Transcript();
        CompletableFuture<Stuck> besides = CompletableFuture.supplyAsync(Stuck::train);
        Training training = train(input.seed(), live);
        describe(transcript, training);
        List<Training> others = LongStream.rangeClosed(1, SEEDS)
                .parallel()
                .mapToObj(seed -> seed == input.seed() ? training : train(seed, frame -> {}))
                .toList();
        long learnt = others.stream().filter(Training::learnt).count();
        transcript.step("seeds", others.stream().mapToDouble(Training::error).toArray(), learnt, SEEDS);
        Stuck stuck = besides.join();
        transcript.step("stuck", STUCK_SEED, stuck.training.error(), stuck.right);
        transcript.step("gradient", stuck.gradientLength, stuck.laterError);
        if (training.learnt() || input.hasDefaultSeed()) {
            transcript.atMost("meanSquaredError", training.error(), 0.02);
            transcript.atLeast("right", training.right(), 97);
        } else {
            transcript.step("localMinimum", input.seed(), training.error(), training.right());
        }
        transcript.atLeast("seedsThatLearn", learnt, 9);
        return transcript.result(
                this,
                Figure.of(
                        2, hill(training), errors(errors("learns", 0, training), errors("stuck", 2, stuck.training))));
    }

    @Override
    public Dial dial() {
        return new Dial(1, 200, 1, LessonInput.DEFAULT_SEED);
    }

    /** Another seed: other beans and other first weights. */
    @Override
    public LessonResult turned(double seed) {
        Transcript transcript = new Transcript();
        Training training = train((long) seed, frame -> {});
        describe(transcript, training);
        if (!training.learnt()) {
            transcript.step("localMinimum", (long) seed, training.error(), training.right());
        }
        return transcript.result(this, Figure.of(2, hill(training), errors(errors("turned", 0, training))));
    }

    /** Trains for all rounds, one bean at a time in the order of size. */
    static Training train(long seed, Consumer<Frame> live) {
        SplittableRandom random = RandomStreams.of(seed, RandomStreams.Purpose.INITIALIZATION);
        Beans beans = Beans.of(random);
        SmallNet net = new SmallNet(ARCHITECTURE, new Initializer.Constant(0), random, new Loss.SquaredError(1), 1);
        double[] start = random.doubles(ARCHITECTURE.parameterCount()).toArray();
        net.parameters().vector().writeRow(0, start);
        Training training = new Training(beans, net, new double[ROUNDS / SHOWN_EVERY + 1], new ArrayList<>());
        for (int round = 0; round <= ROUNDS; round++) {
            if (round % SHOWN_EVERY == 0) {
                training.errors[round / SHOWN_EVERY] = meanSquaredError(training);
                training.curves.add(curve(net));
                live.accept(new Frame(frame(training), Step.of("frame", round, training.errors[round / SHOWN_EVERY])));
            }
            if (round < ROUNDS) {
                round(training);
            }
        }
        return training;
    }

    private static void round(Training training) {
        for (int i = 0; i < BEANS; i++) {
            training.net.learn(training.beans.sizes[i], training.beans.toxic[i], RATE);
        }
    }

    private static double meanSquaredError(Training training) {
        double sum = 0;
        for (int i = 0; i < BEANS; i++) {
            double error = training.net.outputs(training.beans.sizes[i])[0] - training.beans.toxic[i];
            sum += error * error;
        }
        return sum / BEANS;
    }

    /** The length of the gradient of the mean squared error. Near 0, no direction leads down. */
    private static double gradientLength(Training training) {
        SmallNet all = new SmallNet(training.net.parameters(), new Loss.SquaredError(1), BEANS);
        double[][] sizes = java.util.Arrays.stream(training.beans.sizes)
                .mapToObj(x -> new double[] {x})
                .toArray(double[][]::new);
        double[][] toxic = java.util.Arrays.stream(training.beans.toxic)
                .mapToObj(x -> new double[] {x})
                .toArray(double[][]::new);
        all.computeGradient(sizes, toxic);
        return Math.sqrt(java.util.Arrays.stream(all.gradient().vector().row(0))
                .map(g -> g * g)
                .sum());
    }

    private static void describe(Transcript transcript, Training training) {
        int toxic = (int) java.util.Arrays.stream(training.beans.toxic).sum();
        transcript.step("data", BEANS, toxic);
        double[] shown = new double[6];
        java.util.Arrays.setAll(shown, i -> training.errors[i * 10]);
        transcript.step("errors", (Object) shown);
        double[][] hidden =
                Arrays2d.transposed(training.net.parameters().layer(0).toArray());
        double[] output = Arrays2d.transposed(training.net.parameters().layer(1).toArray())[0];
        transcript.step(
                "neurons", hidden[0][0], hidden[0][1], hidden[1][0], hidden[1][1], output[0], output[1], output[2]);
        transcript.step("result", training.error(), training.right());
    }

    private static double[] curve(SmallNet net) {
        double[] curve = new double[101];
        java.util.Arrays.setAll(curve, i -> net.outputs(i / 50.0)[0]);
        return curve;
    }

    private static Panel frame(Training training) {
        return hill(
                training,
                List.of(Series.sequence(
                        "now", Series.Style.LINE, 0, 0.02, training.curves.get(training.curves.size() - 1))));
    }

    private static Panel hill(Training training) {
        List<Series> curves = new ArrayList<>();
        for (int round : DRAWN) {
            curves.add(Series.sequence(
                    "round" + round,
                    Series.Style.DASHED,
                    3 + DRAWN.indexOf(round),
                    0.02,
                    training.curves.get(round / SHOWN_EVERY)));
        }
        curves.add(Series.sequence(
                "round5000", Series.Style.LINE, 0, 0.02, training.curves.get(training.curves.size() - 1)));
        return hill(training, curves);
    }

    private static Panel hill(Training training, List<Series> curves) {
        List<Series> series = new ArrayList<>(curves);
        series.add(Series.of("beans", Series.Style.POINTS, 1, training.beans.sizes, training.beans.toxic));
        return new Panel.Curves("hill", Axis.of("size", 0, 2), Axis.of("toxicity", -0.1, 1.1), series);
    }

    private static Panel errors(Series... series) {
        return Panel.Curves.of("errors", Axis.of("rounds", 0, ROUNDS), Axis.of("error", 0, 0.4), series);
    }

    private static Series errors(String key, int color, Training training) {
        Series.Style style = color == 0 ? Series.Style.LINE : Series.Style.DASHED;
        return Series.sequence(key, style, color, SHOWN_EVERY, training.errors);
    }
}
