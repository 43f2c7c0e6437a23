package nn.pictures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nn.eval.Prediction;
import nn.eval.Predictor;
import nn.image.prepare.Candidate;
import nn.image.prepare.Candidates;

/**
 * Finds the digit in a picture by asking the network what each candidate is. The plain reading comes first. Unless it is sure, all
 * other candidates follow, and they are weighed together.
 */
final class DigitSearch {

    /** The most candidates that one stage has. */
    static final int WIDEST_STAGE = 16;

    /** A score of the plain reading from which on no other candidate is looked at. */
    private static final double SURE = 0.95;
    /** With less than this, the digit may lie on its side. */
    private static final double DOUBTFUL = 0.5;

    /** A digit on its side is believed from this probability on: what is none looks like one now and then, turned three ways. */
    private static final double TURNED = 0.99;

    private DigitSearch() {}

    /** Whether the plain reading needs no other candidates. */
    static boolean isSure(Judgment plain) {
        return plain.score() >= SURE;
    }

    /**
     * Judges all candidates; empty when the picture shows no ink at all.
     *
     * @param plain the plain reading, if there is ink
     * @param predictor for at least {@link #WIDEST_STAGE} images
     */
    static Optional<Verdict> find(Optional<Judgment> plain, Candidates candidates, Predictor predictor) {
        List<Judgment> upright = upright(plain, candidates, predictor);
        if (upright.isEmpty()) {
            return Optional.empty();
        }
        Verdict verdict = Verdict.of(upright);
        if (verdict.probability() >= DOUBTFUL) {
            return Optional.of(verdict);
        }
        return IntStream.range(1, 4)
                .mapToObj(quarters -> Verdict.of(turned(upright, quarters, predictor)))
                .filter(turned -> turned.probability() >= TURNED && !isUpsideDownPair(turned.best()))
                .max(Comparator.comparingDouble(Verdict::probability))
                .or(() -> Optional.of(verdict));
    }

    /** A 6 upside down is a 9, so nothing tells which of them it is. */
    private static boolean isUpsideDownPair(Judgment turned) {
        int digit = turned.prediction().digit();
        return turned.candidate().quarters() == 2 && (digit == 6 || digit == 9);
    }

    /** All candidates as they stand in the picture. */
    static List<Judgment> upright(Optional<Judgment> plain, Candidates candidates, Predictor predictor) {
        List<Judgment> upright = new ArrayList<>();
        plain.ifPresent(upright::add);
        for (int stage = 0; stage < Candidates.stages(); stage++) {
            upright.addAll(judged(candidates.stage(stage), predictor));
        }
        return upright;
    }

    private static List<Judgment> turned(List<Judgment> upright, int quarters, Predictor predictor) {
        List<Judgment> turned = new ArrayList<>();
        for (int from = 0; from < upright.size(); from += WIDEST_STAGE) {
            turned.addAll(judged(
                    upright.subList(from, Math.min(upright.size(), from + WIDEST_STAGE)).stream()
                            .map(judgment -> judgment.candidate().turned(quarters))
                            .toList(),
                    predictor));
        }
        return turned;
    }

    /** What the network says of some candidates, at most as many as the predictor's capacity. */
    static List<Judgment> judged(List<Candidate> candidates, Predictor predictor) {
        List<Prediction> predictions = predictor.predict(
                candidates.stream().map(candidate -> candidate.digit().pixels()).toList());
        List<Judgment> judged = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            judged.add(Judgment.of(candidates.get(i), predictions.get(i)));
        }
        return judged;
    }
}
