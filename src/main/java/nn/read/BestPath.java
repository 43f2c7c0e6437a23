package nn.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** The best path through a {@link Lattice}, from its left end to its right one, by dynamic programming (Viterbi 1967). */
final class BestPath {

    private static final double IMPOSSIBLE = -1e9;
    /** A piece of a letter is narrower, as a share of its height, than most digits. */
    private static final double CUT_LETTER = 0.55;
    /** Instead of a segment's index: the piece is no digit. */
    private static final int SKIPPED = -1;

    private final Lattice lattice;
    private final List<Recognizer.Answer> answers;
    private final boolean counted;
    /** [pieces + 1][digits + 1] the score of the best path to there, where digits are counted if their number is known. */
    private final double[][] best;
    /** [pieces + 1][digits + 1] the last segment of that path. */
    private final int[][] via;

    /** @param count how many digits the line has, if that is known */
    BestPath(LineReader.Evidence evidence, OptionalInt count) {
        lattice = evidence.lattice();
        answers = evidence.answers();
        counted = count.isPresent();
        int most = count.orElse(0);
        int pieces = lattice.pieces().size();
        best = new double[pieces + 1][most + 1];
        via = new int[pieces + 1][most + 1];
        for (double[] row : best) {
            Arrays.fill(row, IMPOSSIBLE);
        }
        best[0][0] = 0;
        search(evidence, evidence.wholes().isPresent() ? SegmentWeights.WITH_NETWORK : SegmentWeights.WITHOUT_NETWORK);
    }

    private void search(LineReader.Evidence evidence, SegmentWeights weights) {
        SegmentTraits traits = new SegmentTraits(lattice);
        List<Lattice.Segment> segments = lattice.segments();
        for (int at = 0; at + 1 < best.length; at++) {
            extend(at, at + 1, 0, weights.score(traits.skipped(at)), SKIPPED);
            for (int i = 0; i < segments.size(); i++) {
                Lattice.Segment segment = segments.get(i);
                if (segment.from() == at) {
                    double score = weights.score(traits.of(segment, answers.get(i), evidence.whole(i)));
                    extend(at, segment.to(), counted ? 1 : 0, score, i);
                }
            }
        }
    }

    private void extend(int from, int to, int digits, double score, int by) {
        for (int before = 0; before + digits < best[from].length; before++) {
            double sum = best[from][before] + score;
            if (sum > best[to][before + digits]) {
                best[to][before + digits] = sum;
                via[to][before + digits] = by;
            }
        }
    }

    Lattice.Path path() {
        List<Lattice.Segment> digits = new ArrayList<>();
        List<Recognizer.Answer> chosen = new ArrayList<>();
        List<Boolean> cut = new ArrayList<>();
        List<Part> others = new ArrayList<>();
        int at = best.length - 1;
        int left = best[at].length - 1;
        while (left > 0 && best[at][left] <= IMPOSSIBLE / 2) {
            left--;
        }
        while (at > 0) {
            int by = via[at][left];
            if (by == SKIPPED) {
                at--;
                others.add(0, lattice.pieces().get(at).part());
            } else {
                Lattice.Segment segment = lattice.segments().get(by);
                digits.add(0, segment);
                chosen.add(0, answers.get(by));
                cut.add(0, isLikeCutLetter(segment, answers.get(by)));
                at = segment.from();
                left -= counted ? 1 : 0;
            }
        }
        return new Lattice.Path(digits, chosen, cut, others);
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
