package nn.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The best path through a {@link Lattice}, from its left end to its right one, by dynamic programming (Viterbi 1967). */
final class BestPath {

    private static final double IMPOSSIBLE = -1e9;
    /** A piece of a letter is narrower, as a share of its height, than most digits. */
    private static final double CUT_LETTER = 0.55;

    private final Lattice lattice;
    private final LineReader.Evidence evidence;
    private final boolean counted;
    /** [pieces + 1][digits + 1] the score of the best path to there, where digits are counted if their number is known. */
    private final double[][] best;
    /** [pieces + 1][digits + 1] the last segment of that path. */
    private final int[][] via;

    private final List<Posterior.Step> steps;

    /** @param count how many digits the line has, if that is known */
    BestPath(LineReader.Evidence evidence, OptionalInt count) {
        lattice = evidence.lattice();
        this.evidence = evidence;
        counted = count.isPresent();
        int most = count.orElse(0);
        int pieces = lattice.pieces().size();
        best = new double[pieces + 1][most + 1];
        via = new int[pieces + 1][most + 1];
        for (double[] row : best) {
            Arrays.fill(row, IMPOSSIBLE);
        }
        best[0][0] = 0;
        SegmentWeights weights =
                evidence.wholes().isPresent() ? SegmentWeights.WITH_NETWORK : SegmentWeights.WITHOUT_NETWORK;
        steps = evidence.steps().stream()
                .map(step -> new Posterior.Step(step.from(), step.to(), step.segment(), weights.score(step.traits())))
                .toList();
        steps.forEach(this::extend);
    }

    private void extend(Posterior.Step step) {
        int digits = counted && step.segment() != Posterior.NONE ? 1 : 0;
        for (int before = 0; before + digits < best[step.from()].length; before++) {
            double sum = best[step.from()][before] + step.score();
            if (sum > best[step.to()][before + digits]) {
                best[step.to()][before + digits] = sum;
                via[step.to()][before + digits] = step.segment();
            }
        }
    }

    Lattice.Path path() {
        List<Lattice.Segment> digits = new ArrayList<>();
        List<Recognizer.Answer> chosen = new ArrayList<>();
        List<Double> alone = new ArrayList<>();
        List<Boolean> cut = new ArrayList<>();
        List<Part> others = new ArrayList<>();
        Posterior posterior = new Posterior(steps, lattice.pieces().size());
        int at = best.length - 1;
        int left = best[at].length - 1;
        while (left > 0 && best[at][left] <= IMPOSSIBLE / 2) {
            left--;
        }
        while (at > 0) {
            int by = via[at][left];
            if (by == Posterior.NONE) {
                at--;
                others.add(0, lattice.pieces().get(at).part());
            } else {
                Lattice.Segment segment = lattice.segments().get(by);
                digits.add(0, segment);
                chosen.add(0, answer(by, posterior));
                alone.add(0, alone(by));
                cut.add(0, isLikeCutLetter(segment, chosen.get(0)));
                at = segment.from();
                left -= counted ? 1 : 0;
            }
        }
        return new Lattice.Path(digits, chosen, alone, cut, others);
    }

    /**
     * That a cut digit is one is as probable as that any path reads the same digit with its largest piece. Where the number of digits is
     * given, paths with another number say nothing.
     */
    private Recognizer.Answer answer(int index, Posterior posterior) {
        Recognizer.Answer answer = evidence.answers().get(index);
        Lattice.Segment segment = lattice.segments().get(index);
        if (counted || evidence.wholes().isEmpty() || !lattice.isCut(segment)) {
            return answer;
        }
        int largest = IntStream.range(segment.from(), segment.to())
                .reduce((a, b) -> area(b) > area(a) ? b : a)
                .orElseThrow();
        int digit = answer.prediction().digit();
        return answer.withDigitProbability(posterior.probability(
                largest, other -> evidence.answers().get(other).prediction().digit() == digit));
    }

    private double alone(int index) {
        double probability = evidence.answers().get(index).probability();
        if (!lattice.isCut(lattice.segments().get(index))) {
            return probability;
        }
        return evidence.whole(index)
                .map(whole -> probability * (1 - Recognizer.noWhole(whole)))
                .orElse(probability);
    }

    private int area(int piece) {
        return lattice.pieces().get(piece).part().area();
    }

    /** Many letters have upright stems, which look like a 1 or another narrow digit when they are cut off. */
    private boolean isLikeCutLetter(Lattice.Segment segment, Recognizer.Answer answer) {
        boolean isOne = answer.prediction().digit() == 1;
        return lattice.isCut(segment)
                && (isOne
                        || lattice.pieces().get(segment.from()).ofNarrow()
                        || segment.part().width() < CUT_LETTER * segment.part().height());
    }
}
