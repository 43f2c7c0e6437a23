package nn.pictures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nn.eval.Prediction;
import nn.eval.Predictor;
import nn.image.prepare.Candidate;
import nn.image.prepare.Candidates;

/**
 * Finds the digit in a picture by asking the network what each candidate is. The plain reading comes first. Unless it is sure, further
 * candidates follow, stage by stage, until one is.
 */
final class DigitSearch {

    /** The most candidates that one stage has. */
    static final int WIDEST_STAGE = 16;

    /** A score from which on no other candidate is looked at. */
    private static final double SURE = 0.97;
    /** With less than this, the digit may lie on its side. */
    private static final double DOUBTFUL = 0.5;

    private DigitSearch() {}

    /** Whether the search ends with this candidate. */
    static boolean isSure(Judgment judgment) {
        return judgment.score() >= SURE;
    }

    /**
     * All that was looked at, the best first; empty when the picture shows no ink at all.
     *
     * @param plain the plain reading, if there is ink
     * @param predictor for at least {@link #WIDEST_STAGE} images
     */
    static List<Judgment> judge(Optional<Judgment> plain, Candidates candidates, Predictor predictor) {
        List<Judgment> judged = new ArrayList<>();
        plain.ifPresent(judged::add);
        for (int stage = 0; stage < Candidates.stages() && judged.stream().noneMatch(DigitSearch::isSure); stage++) {
            judged.addAll(judged(candidates.stage(stage), predictor));
        }
        judged.sort(BEST_FIRST);
        if (!judged.isEmpty() && judged.get(0).score() < DOUBTFUL) {
            Candidate upright = judged.get(0).candidate();
            judged.addAll(judged(List.of(upright.turned(1), upright.turned(2), upright.turned(3)), predictor));
            judged.sort(BEST_FIRST);
        }
        return judged;
    }

    private static final Comparator<Judgment> BEST_FIRST =
            Comparator.comparingDouble(Judgment::score).reversed();

    private static List<Judgment> judged(List<Candidate> candidates, Predictor predictor) {
        List<Prediction> predictions = predictor.predict(candidates.stream()
                .map(candidate -> candidate.digit().pixels())
                .toList());
        List<Judgment> judged = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            judged.add(Judgment.of(candidates.get(i), predictions.get(i)));
        }
        return judged;
    }
}
