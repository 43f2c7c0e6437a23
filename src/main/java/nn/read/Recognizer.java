package nn.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import nn.eval.Classifier;
import nn.eval.Prediction;
import nn.eval.Predictor;
import nn.image.prepare.InkDigit;
import nn.image.prepare.PreparedDigit;
import nn.model.WorkerTeam;

/** Asks the network what parts are, many at once, on several threads. */
final class Recognizer implements AutoCloseable {

    private static final int BATCH = 32;
    /** How likely a digit is what its bars say. */
    private static final double BARS_RIGHT = 0.98;

    private final Supplier<Classifier> classifier;
    private final WorkerTeam team;
    private final Map<Part, Answer> answered = new IdentityHashMap<>();
    private InkMap known;
    private final Queue<Predictor> predictors = new ConcurrentLinkedQueue<>();

    /** @param classifier may still be loading */
    Recognizer(Supplier<Classifier> classifier, int threads) {
        this.classifier = classifier;
        team = new WorkerTeam(threads);
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

    private List<Answer> answersOf(List<Part> parts, InkMap map) {
        Answer[] answers = new Answer[parts.size()];
        int batches = (parts.size() + BATCH - 1) / BATCH;
        team.run(batches, batch -> {
            int from = batch * BATCH;
            int to = Math.min(parts.size(), from + BATCH);
            List<PreparedDigit> prepared = new ArrayList<>();
            for (Part part : parts.subList(from, to)) {
                prepared.add(InkDigit.prepare(part.ink(map)));
            }
            Predictor free = predictors.poll();
            Predictor predictor = free == null ? new Predictor(classifier.get(), BATCH) : free;
            List<Prediction> predictions = predictor.predict(
                    prepared.stream().map(PreparedDigit::pixels).toList());
            predictors.add(predictor);
            IntStream.range(from, to)
                    .forEach(i -> answers[i] = new Answer(prepared.get(i - from), predictions.get(i - from)));
        });
        return Arrays.asList(answers);
    }

    @Override
    public void close() {
        team.close();
    }
}
