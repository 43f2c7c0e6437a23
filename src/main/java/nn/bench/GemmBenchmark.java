package nn.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import nn.json.Inline;
import nn.model.Architecture;
import nn.model.NativeBlas;
import nn.model.WorkerTeam;
import nn.train.fast.Parts;

/** Measures the machine's float matrix products: the peak, and the products of a network's training step. */
public final class GemmBenchmark {

    /** The shortest round. A single small product takes less time than starting the threads. */
    private static final double ROUND_SECONDS = 0.005;

    /**
     * A product {@code [m, k]} by {@code [k, n]}.
     *
     * @param name its role in a training step, such as {@code layer 1 forward}
     */
    record Shape(String name, int m, int n, int k, boolean transposeLeft, boolean transposeRight) {

        /** Floating-point operations: a multiply-add counts as two. */
        public double operations() {
            return 2.0 * m * n * k;
        }
    }

    /**
     * A shape's speed.
     *
     * @param threads that work at once, each on a product of this shape
     * @param gflops summed over the threads, of the median round
     * @param leastGflops of the slowest round
     * @param mostGflops of the fastest
     * @param peakFraction gflops / the peak of the same number of threads
     */
    public record Row(
            String name,
            int m,
            int n,
            int k,
            int threads,
            double gflops,
            double leastGflops,
            double mostGflops,
            double peakFraction) {}

    /**
     * What was measured.
     *
     * @param rounds of each shape
     * @param rooflineGflops the peak of 1, 2, ... threads, as {@link Roofline} defines it
     */
    public record Result(
            @Inline Machine on,
            String architecture,
            int batchSize,
            int rounds,
            List<Double> rooflineGflops,
            List<Row> products) {}

    private GemmBenchmark() {}

    /** Measures with 1 to {@code threads} threads. Each thread computes one part of a training step. */
    public static Result measure(Architecture architecture, int batchSize, int threads, int rounds) {
        return measure(architecture, batchSize, threads, rounds, FloatProduct::new, Stopwatch.SYSTEM);
    }

    /** @param products makes the product of a shape, one for each thread */
    static Result measure(
            Architecture architecture,
            int batchSize,
            int threads,
            int rounds,
            Function<Shape, Runnable> products,
            Stopwatch stopwatch) {
        List<Double> peaks = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (int count = 1; count <= threads; count++) {
            Roofline roofline = new Roofline(count, products, stopwatch);
            List<Shape> shapes = shapes(architecture, batchSize);
            List<Spread> speeds = new ArrayList<>();
            try (WorkerTeam team = NativeBlas.team(count)) {
                for (Shape shape : shapes) {
                    List<Runnable> own = Stream.generate(() -> products.apply(shape))
                            .limit(count)
                            .toList();
                    speeds.add(speed(shape, own, team, rounds, stopwatch));
                }
            }
            double peak = roofline.complete();
            peaks.add(peak);
            for (int i = 0; i < shapes.size(); i++) {
                rows.add(row(shapes.get(i), count, speeds.get(i), peak));
            }
        }
        return new Result(
                Machine.here(), architecture.name(), batchSize, rounds, List.copyOf(peaks), List.copyOf(rows));
    }

    /**
     * The products of one part of a training step ({@link Parts}); the gradient by the images is not needed. The last layer
     * is divided by the rows of the mini-batch, all others by their inputs.
     */
    static List<Shape> shapes(Architecture architecture, int batchSize) {
        int parts = Parts.FOUR.count();
        List<Shape> shapes = new ArrayList<>();
        for (int layer = 0; layer < architecture.layers(); layer++) {
            int inputs = architecture.sizes().get(layer);
            int outputs = architecture.sizes().get(layer + 1);
            String name = "layer " + (layer + 1);
            int own = (inputs + parts - 1) / parts;
            boolean split = layer < Math.max(1, architecture.layers() - 1);
            int rows = split ? batchSize : (batchSize + parts - 1) / parts;
            int columns = split ? own : inputs;
            shapes.add(new Shape(name + " forward", rows, outputs, columns, false, false));
            shapes.add(new Shape(name + " weights", own, outputs, batchSize, true, false));
            if (layer > 0) {
                shapes.add(new Shape(name + " inputs", rows, columns, outputs, false, true));
            }
        }
        return shapes;
    }

    private static Row row(Shape shape, int threads, Spread speed, double peak) {
        return new Row(
                shape.name(),
                shape.m(),
                shape.n(),
                shape.k(),
                threads,
                speed.median(),
                speed.least(),
                speed.most(),
                speed.median() / peak);
    }

    private static Spread speed(
            Shape shape, List<Runnable> products, WorkerTeam team, int rounds, Stopwatch stopwatch) {
        repeat(products, team, 1);
        double once = stopwatch.seconds(() -> repeat(products, team, 1));
        int repeats = (int) Math.max(1, Math.min(10_000, Math.ceil(ROUND_SECONDS / once)));
        repeat(products, team, repeats);
        List<Double> speeds = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            double seconds = stopwatch.seconds(() -> repeat(products, team, repeats));
            speeds.add(team.size() * repeats * shape.operations() / seconds / 1e9);
        }
        return Spread.of(speeds);
    }

    private static void repeat(List<Runnable> products, WorkerTeam team, int repeats) {
        team.runOnEachThread(thread -> {
            for (int i = 0; i < repeats; i++) {
                products.get(thread).run();
            }
        });
    }
}
