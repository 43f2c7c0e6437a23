package nn.lesson;

import java.util.List;
import java.util.function.Consumer;
import nn.data.DataSet;
import nn.data.RandomStreams;
import nn.model.Activation;
import nn.model.Architecture;
import nn.model.Initializer;
import nn.model.Loss;

/** Why initial weights are random, small and about 1/sqrt(n). */
final class InitLesson implements Lesson {

    private static final int EXAMPLES = 1000;
    private static final int HIDDEN = 200;
    private static final double LOW = 0.01;
    private static final int BINS = 50;

    @Override
    public String name() {
        return "init";
    }

    /** The hidden values of many images: their histogram, the share of saturated ones, and the mean slope. */
    private record Layer(double[] histogram, double saturated, double slope) {}

    @Override
    public LessonResult run(LessonInput input, Consumer<Frame> live) {
        Transcript transcript = new Transcript();
        DataSet data = input.digits().train();
        int pixels = data.pixelsPerImage();
        Layer large = measure(data, input, new Initializer.Normal(1));
        Layer small = measure(data, input, Initializer.XAVIER);
        transcript.step("layer", 1.0, large.saturated, large.slope);
        transcript.step("layer", 1 / Math.sqrt(pixels), small.saturated, small.slope);
        transcript.step("ratio", small.slope / large.slope);
        transcript.atLeast("saturatedAtOne", large.saturated, 0.5);
        transcript.within("saturatedAtRoot", small.saturated, 0, 0);
        transcript.within("slopeAtOne", large.slope, 0.044, 0.0044);
        transcript.within("slopeAtRoot", small.slope, 0.244, 0.0244);
        equal(transcript, data);
        zeroInputs(transcript, pixels, input);
        return transcript.result(this, Figure.of(2, histogram("large", large, 1), histogram("small", small, 0)));
    }

    private static Layer measure(DataSet data, LessonInput input, Initializer initializer) {
        SmallNet net = new SmallNet(
                SmallNet.oneLayer(data.pixelsPerImage(), HIDDEN, Activation.SIGMOID, false),
                initializer,
                RandomStreams.of(input.seed(), RandomStreams.Purpose.INITIALIZATION),
                new Loss.SquaredError(0.5),
                1);
        DigitTrainer digits = new DigitTrainer(net, LOW, 0, 1);
        double[] histogram = new double[BINS];
        int saturated = 0;
        double slope = 0;
        int examples = Math.min(EXAMPLES, data.size());
        for (int example = 0; example < examples; example++) {
            for (double value : net.outputs(digits.read(data, example))) {
                histogram[Math.min(BINS - 1, (int) (value * BINS))]++;
                saturated += value < 0.01 || value > 0.99 ? 1 : 0;
                slope += Activation.SIGMOID.slope(value);
            }
        }
        double count = (double) examples * HIDDEN;
        return new Layer(
                java.util.Arrays.stream(histogram).map(n -> n / count).toArray(), saturated / count, slope / count);
    }

    /** With equal weights all hidden neurons get equal gradients, so they stay equal. */
    private static void equal(Transcript transcript, DataSet data) {
        int hidden = 8;
        DigitTrainer digits = new DigitTrainer(
                new SmallNet(
                        new Architecture(
                                List.of(data.pixelsPerImage(), hidden, data.classes()),
                                List.of(Activation.SIGMOID, Activation.SIGMOID),
                                false),
                        new Initializer.Constant(0.03),
                        RandomStreams.of(0, RandomStreams.Purpose.INITIALIZATION),
                        new Loss.SquaredError(0.5),
                        1),
                LOW,
                0.01,
                0.99);
        int[] order =
                java.util.stream.IntStream.range(0, Math.min(100, data.size())).toArray();
        digits.trainEpoch(data, order, order, 0.1);
        double[][] columns =
                Arrays2d.transposed(digits.net().parameters().layer(0).toArray());
        double difference = 0;
        for (double[] column : columns) {
            difference = Math.max(difference, Numbers.of(column).distance(Numbers.of(columns[0])));
        }
        transcript.step("equal", order.length, hidden, difference);
        transcript.atMost("equalRowsDiffer", difference, 1e-12);
    }

    /** The gradient of a weight contains its input as a factor. */
    private static void zeroInputs(Transcript transcript, int pixels, LessonInput input) {
        SmallNet net = new SmallNet(
                new Architecture(List.of(pixels, 20, 10), List.of(Activation.SIGMOID, Activation.SIGMOID), false),
                Initializer.XAVIER,
                RandomStreams.of(input.seed(), RandomStreams.Purpose.INITIALIZATION),
                new Loss.SquaredError(0.5),
                1);
        double[][] target = new double[1][10];
        net.computeGradient(new double[1][pixels], target);
        double zero = largest(net);
        double[][] lifted = new double[1][pixels];
        java.util.Arrays.fill(lifted[0], LOW);
        net.computeGradient(lifted, target);
        transcript.step("zero", zero, LOW, largest(net));
        transcript.within("gradientOfZeroInputs", zero, 0, 0);
    }

    private static double largest(SmallNet net) {
        return java.util.Arrays.stream(net.gradient().layer(0).toArray())
                .flatMapToDouble(java.util.Arrays::stream)
                .map(Math::abs)
                .max()
                .orElse(0);
    }

    private static Panel histogram(String key, Layer layer, int color) {
        double[] x = new double[2 * BINS];
        double[] y = new double[2 * BINS];
        for (int bin = 0; bin < BINS; bin++) {
            x[2 * bin] = (double) bin / BINS;
            x[2 * bin + 1] = (bin + 1.0) / BINS;
            y[2 * bin] = 100 * layer.histogram[bin];
            y[2 * bin + 1] = y[2 * bin];
        }
        double top = java.util.Arrays.stream(y).max().orElse(1);
        return Panel.Curves.of(
                key,
                Axis.of("value", 0, 1),
                Axis.of("share", 0, Math.ceil(top / 5) * 5),
                Series.of("histogram", Series.Style.LINE, color, x, y),
                Series.graph("slope", Series.Style.DASHED, 3, 0, 1, a -> 40 * Activation.SIGMOID.slope(a)));
    }
}
