package nn.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import nn.eval.Classifier;
import nn.eval.Prediction;
import nn.image.prepare.InkDigit;
import nn.image.prepare.PreparedDigit;
import nn.model.WorkerTeam;

/** Asks the network what parts are, many at once, on several threads. */
final class Recognizer implements AutoCloseable {

    private static final List<String> DIGITS =
            IntStream.range(0, 10).mapToObj(Integer::toString).toList();
    /** How likely a digit is what its bars say. */
    private static final double BARS_RIGHT = 0.98;

    /** Added to the probabilities of the segment network, so that none is impossible. */
    private static final double LEAST = 1e-4;

    private final Supplier<Classifier> classifier;
    private final WorkerTeam team;
    private final Map<Part, Answer> answered = new IdentityHashMap<>();
    private InkMap known;
    private final Batches digits;
    private final Batches segments;

    Recognizer(Networks networks, int threads) {
        classifier = networks.digits();
        team = new WorkerTeam(threads);
        digits = new Batches(networks.digits(), team);
        segments = new Batches(networks.segments(), team);
    }

    /**
     * What the network says of some ink.
     *
     * @param prepared   as the network reads it
     * @param prediction the network's answer
     */
    record Answer(PreparedDigit prepared, Prediction prediction) {

        /** That it is a digit, and this one. */
        double probability() {
            return prediction.probability() * prediction.digitProbability();
        }

        /** The same, in part by what the segment network says; its last class is no digit. */
        Answer with(Prediction segment) {
            double[] products = new double[prediction.probabilities().size()];
            for (int k = 0; k < products.length; k++) {
                products[k] = prediction.probabilities().get(k)
                        * Math.sqrt(LEAST + segment.probabilities().get(k));
            }
            double sum = Arrays.stream(products).sum();
            double[] probabilities =
                    Arrays.stream(products).map(product -> product / sum).toArray();
            return new Answer(prepared, Prediction.of(probabilities, prediction.digitProbability()));
        }

        Answer withDigitProbability(double digit) {
            return new Answer(
                    prepared,
                    new Prediction(
                            prediction.digit(),
                            prediction.probability(),
                            prediction.probabilities(),
                            Math.min(1, digit)));
        }

        /** The same where the bars of a display say which digit it is. */
        Answer withBars(Part part) {
            OptionalInt digit = SegmentDisplay.digit(part);
            if (digit.isEmpty()) {
                return this;
            }
            int classes = prediction.probabilities().size();
            List<Double> probabilities = IntStream.range(0, classes)
                    .mapToObj(k -> k == digit.getAsInt() ? BARS_RIGHT : (1 - BARS_RIGHT) / (classes - 1))
                    .toList();
            return new Answer(prepared, new Prediction(digit.getAsInt(), BARS_RIGHT, probabilities, 1));
        }
    }

    /** The probability that a segment is no whole digit: the last class of the segment network. */
    static double noWhole(Prediction segment) {
        return segment.probabilities().get(segment.probabilities().size() - 1);
    }

    Classifier classifier() {
        return classifier.get();
    }

    /** The answers for the parts of a page, in their order. A part that was asked about before is not prepared again. */
    List<Answer> answers(List<Part> parts, InkMap map) {
        if (map != known) {
            answered.clear();
            known = map;
        }
        List<Part> asked =
                parts.stream().filter(part -> !answered.containsKey(part)).toList();
        List<Answer> answers = answersOf(asked, map);
        for (int i = 0; i < asked.size(); i++) {
            answered.put(asked.get(i), answers.get(i));
        }
        return parts.stream().map(answered::get).toList();
    }

    /**
     * What the segment network says of all segments of the lines, one line after the other; nothing if the classes are no digits, as it
     * knows only those.
     */
    Optional<List<Prediction>> wholes(List<Lattice> lattices, InkMap map) {
        if (!classifier().classNames().equals(DIGITS)) {
            return Optional.empty();
        }
        List<Supplier<byte[]>> views = new ArrayList<>();
        for (Lattice lattice : lattices) {
            for (Lattice.Segment segment : lattice.segments()) {
                views.add(() -> SegmentView.of(segment.part(), map, lattice.height()));
            }
        }
        return Optional.of(segments.predictions(views.size(), i -> views.get(i).get()));
    }

    private List<Answer> answersOf(List<Part> parts, InkMap map) {
        PreparedDigit[] prepared = new PreparedDigit[parts.size()];
        List<Prediction> predictions = digits.predictions(parts.size(), i -> {
            prepared[i] = InkDigit.prepare(parts.get(i).ink(map));
            return prepared[i].pixels();
        });
        return IntStream.range(0, prepared.length)
                .mapToObj(i -> new Answer(prepared[i], predictions.get(i)))
                .toList();
    }

    @Override
    public void close() {
        team.close();
    }
}
