package nn.read;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nn.checkpoint.Checkpoint;
import nn.eval.Classifier;
import nn.image.Plane;
import nn.image.decode.ImageFile;
import nn.image.prepare.Polarity;
import nn.image.prepare.Transparency;
import nn.pictures.LabeledPictures;

/**
 * The program's part in scripts/fit-paths.sh, which compiles it into this package: fits {@link SegmentWeights} so that of all paths through
 * the lines of a picture those that read its label are probable (a conditional random field; Lafferty, McCallum and Pereira 2001). A
 * picture counts the more the more probable its label is already: what cannot be read right says little.
 */
final class PathFit {

    private static final int COUNT = SegmentWeights.COUNT;
    private static final int SKIPPED = -1;
    private static final double RIDGE = 0.1;
    private static final double LEAST_IMPORTANCE = 0.1;
    private static final double RATE = 0.15;
    private static final int REPORT = 50;

    /** A segment, or a skipped piece. */
    private record Edge(int from, int to, int digit, double[] traits) {}

    /** A picture with its lines one behind the other. */
    private record Case(String scene, int[] digits, int pieces, List<Edge> edges) {}

    private PathFit() {}

    /** Arguments: the model, the segment network, a directory of number-scenes.py to fit, another one to check, and the rounds. */
    public static void main(String[] arguments) throws IOException {
        Classifier digits = Checkpoint.readClassifier(Path.of(arguments[0]));
        Classifier segments = Checkpoint.readClassifier(Path.of(arguments[1]));
        try (Recognizer recognizer = new Recognizer(new Networks(() -> digits, () -> segments), 2)) {
            List<Case> fit = cases(Path.of(arguments[2]), recognizer);
            List<Case> check = cases(Path.of(arguments[3]), recognizer);
            double[] before = SegmentWeights.WITH_NETWORK.values().clone();
            double[] after = fitted(fit, before, Integer.parseInt(arguments[4]));
            System.out.println("Strings entirely right, by scene: before, after");
            print("FIT", fit, before, after);
            print("CHECK", check, before, after);
            System.out.println(Arrays.stream(after)
                    .mapToObj(weight -> String.format(Locale.ROOT, "%.2f", weight))
                    .collect(Collectors.joining(", ")));
        }
    }

    private static List<Case> cases(Path directory, Recognizer recognizer) throws IOException {
        List<Case> cases = new ArrayList<>();
        try (DirectoryStream<Path> scenes = Files.newDirectoryStream(directory)) {
            for (Path scene : scenes) {
                for (LabeledPictures.Item item : LabeledPictures.withNumbers(scene)) {
                    cases.add(picture(scene.getFileName().toString(), item, recognizer));
                }
            }
        }
        return cases;
    }

    private static Case picture(String scene, LabeledPictures.Item item, Recognizer recognizer) throws IOException {
        Plane light = Transparency.flatten(ImageFile.read(item.file(), ImageFile.PAGE_SIDE));
        InkMap map = InkMap.withLines(light, Polarity.AUTO).linesRemoved();
        Parts parts = BrokenDigits.joined(Parts.of(map), recognizer, map);
        LineReader reader = new LineReader(recognizer, OptionalInt.empty());
        List<Edge> edges = new ArrayList<>();
        int first = 0;
        for (LineReader.Evidence line : reader.evidence(Lines.of(parts).lines(), map, parts.display())) {
            for (LineReader.Step step : line.steps()) {
                int digit = step.segment() == Posterior.NONE
                        ? SKIPPED
                        : line.answers().get(step.segment()).prediction().digit();
                edges.add(new Edge(first + step.from(), first + step.to(), digit, step.traits()));
            }
            first += line.lattice().pieces().size();
        }
        int[] digits = item.label().chars().filter(Character::isDigit).map(c -> c - '0').toArray();
        return new Case(scene, digits, first, edges);
    }

    private static double[] fitted(List<Case> cases, double[] start, int rounds) {
        double[] weights = start.clone();
        double[] mean = new double[COUNT];
        double[] square = new double[COUNT];
        for (int round = 1; round <= rounds; round++) {
            double[] gradient = new double[COUNT];
            double likelihood = 0;
            for (Case each : cases) {
                double[] own = new double[COUNT];
                double log = gradient(each, weights, own);
                likelihood += log;
                double importance = log == 0 ? 0 : LEAST_IMPORTANCE + Math.exp(log);
                for (int i = 0; i < COUNT; i++) {
                    gradient[i] += importance * own[i];
                }
            }
            for (int i = 0; i < COUNT; i++) {
                // Adam (Kingma and Ba 2015).
                double slope = gradient[i] - RIDGE * weights[i];
                mean[i] = 0.9 * mean[i] + 0.1 * slope;
                square[i] = 0.99 * square[i] + 0.01 * slope * slope;
                double rate = RATE * Math.min(1, 2.0 * (rounds - round) / rounds);
                weights[i] += rate * mean[i] / (1 - Math.pow(0.9, round))
                        / (Math.sqrt(square[i] / (1 - Math.pow(0.99, round))) + 1e-8);
            }
            if (round % REPORT == 0) {
                System.out.printf(Locale.ROOT, "round %d: log likelihood %.1f%n", round, likelihood);
            }
        }
        return weights;
    }

    /** Adds the gradient of the label's log probability, which it returns; 0 if no path reads the label. */
    private static double gradient(Case each, double[] weights, double[] gradient) {
        SegmentWeights now = new SegmentWeights(weights);
        double[] scores = each.edges.stream().mapToDouble(edge -> now.score(edge.traits)).toArray();
        Sums all = new Sums(each, scores, new int[0]);
        Sums right = new Sums(each, scores, each.digits);
        if (right.total() == Double.NEGATIVE_INFINITY) {
            return 0;
        }
        for (int i = 0; i < scores.length; i++) {
            double change = right.probability(i) - all.probability(i);
            for (int k = 0; k < COUNT; k++) {
                gradient[k] += change * each.edges.get(i).traits[k];
            }
        }
        return right.total() - all.total();
    }

    /** The sums over all paths, or over those that read a label, in logarithms, by the forward-backward algorithm. */
    private static final class Sums {

        private final Case picture;
        private final double[] scores;
        private final int[] label;
        private final double[][] before;
        private final double[][] after;

        /** @param label empty for all paths */
        Sums(Case picture, double[] scores, int[] label) {
            this.picture = picture;
            this.scores = scores;
            this.label = label;
            before = impossible();
            after = impossible();
            before[0][0] = 0;
            after[picture.pieces][label.length] = 0;
            for (int i = 0; i < scores.length; i++) {
                Edge edge = picture.edges.get(i);
                for (int read = 0; read <= label.length; read++) {
                    if (isRight(edge, read)) {
                        int then = read + step(edge);
                        before[edge.to][then] = Posterior.sum(before[edge.to][then], before[edge.from][read] + scores[i]);
                    }
                }
            }
            for (int i = scores.length - 1; i >= 0; i--) {
                Edge edge = picture.edges.get(i);
                for (int read = 0; read <= label.length; read++) {
                    if (isRight(edge, read)) {
                        double then = after[edge.to][read + step(edge)] + scores[i];
                        after[edge.from][read] = Posterior.sum(after[edge.from][read], then);
                    }
                }
            }
        }

        private double[][] impossible() {
            return IntStream.rangeClosed(0, picture.pieces)
                    .mapToObj(i -> {
                        double[] row = new double[label.length + 1];
                        Arrays.fill(row, Double.NEGATIVE_INFINITY);
                        return row;
                    })
                    .toArray(double[][]::new);
        }

        private boolean isRight(Edge edge, int read) {
            return edge.digit == SKIPPED
                    || label.length == 0
                    || read < label.length && label[read] == edge.digit;
        }

        private int step(Edge edge) {
            return edge.digit == SKIPPED || label.length == 0 ? 0 : 1;
        }

        double total() {
            return after[0][0];
        }

        double probability(int index) {
            Edge edge = picture.edges.get(index);
            double sum = 0;
            for (int read = 0; read <= label.length; read++) {
                if (isRight(edge, read)) {
                    sum += Math.exp(before[edge.from][read] + scores[index] + after[edge.to][read + step(edge)] - total());
                }
            }
            return sum;
        }
    }

    private static int[] read(Case each, double[] weights) {
        SegmentWeights now = new SegmentWeights(weights);
        double[] best = new double[each.pieces + 1];
        Edge[] via = new Edge[each.pieces + 1];
        Arrays.fill(best, Double.NEGATIVE_INFINITY);
        best[0] = 0;
        for (Edge edge : each.edges) {
            double sum = best[edge.from] + now.score(edge.traits);
            if (sum > best[edge.to]) {
                best[edge.to] = sum;
                via[edge.to] = edge;
            }
        }
        List<Integer> digits = new ArrayList<>();
        for (int at = each.pieces; at > 0; at = via[at].from) {
            if (via[at].digit != SKIPPED) {
                digits.add(0, via[at].digit);
            }
        }
        return digits.stream().mapToInt(Integer::intValue).toArray();
    }

    private static void print(String name, List<Case> cases, double[] before, double[] after) {
        Map<String, int[]> scenes = new TreeMap<>();
        for (Case each : cases) {
            int[] counts = scenes.computeIfAbsent(each.scene, scene -> new int[3]);
            counts[0]++;
            counts[1] += Arrays.equals(read(each, before), each.digits) ? 1 : 0;
            counts[2] += Arrays.equals(read(each, after), each.digits) ? 1 : 0;
        }
        scenes.forEach((scene, counts) -> System.out.printf(
                Locale.ROOT,
                "%-6s %-14s %5.1f %% %5.1f %% of %d%n",
                name,
                scene,
                100.0 * counts[1] / counts[0],
                100.0 * counts[2] / counts[0],
                counts[0]));
    }
}
