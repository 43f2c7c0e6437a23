package nn.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import nn.eval.Evaluation;
import nn.eval.Evaluation.Mistake;
import nn.eval.Evaluation.PerClass;
import org.junit.jupiter.api.Test;

class RunComparisonTest {

    private static final Evaluation SAMPLE = Samples.evaluation();

    /** The sample, with one mistake of it and one more. */
    private static Evaluation other() {
        return new Evaluation(
                10,
                2,
                0.8,
                SAMPLE.interval95(),
                SAMPLE.loss(),
                SAMPLE.perClass(),
                SAMPLE.confusion(),
                List.of(new Mistake(3, 0, 2, 0.5), new Mistake(5, 1, 0, 0.625)));
    }

    private static Report report(Evaluation test) {
        return Samples.report(Optional.empty(), Optional.of(test));
    }

    /** Wrong are images 3, 6 and 9, and images 3 and 5: 2 against 1, so p = 2 (1 + 3) / 2^3 = 1. */
    @Test
    void aPairHasTheImagesThatOneGetsRightAndTheOtherWrong() {
        RunComparison comparison = RunComparison.of(List.of("a", "b"), List.of(report(SAMPLE), report(other())));
        RunComparison.Pair pair = comparison.pairs().get(0);
        assertEquals(
                List.of(6, 9),
                pair.onlyFirstWrong().stream().map(Mistake::index).toList());
        assertEquals(
                List.of(5), pair.onlySecondWrong().stream().map(Mistake::index).toList());
        assertEquals(1, pair.p(), 1e-12);
        assertEquals(
                "2 against 1 errors on the images where only one is right: p = 1.0; this difference may be chance",
                pair.sentence());
    }

    @Test
    void everyPairOfSeveralRunsIsCompared() {
        RunComparison comparison =
                RunComparison.of(List.of("a", "b", "c"), List.of(report(SAMPLE), report(other()), report(SAMPLE)));
        assertEquals(
                List.of("a b", "a c", "b c"),
                comparison.pairs().stream()
                        .map(pair -> pair.first() + " " + pair.second())
                        .toList());
        assertEquals("the same images are wrong", comparison.pairs().get(1).sentence());
        assertTrue(ComparisonText.of(comparison).lines().allMatch(line -> line.length() <= 80));
    }

    /** Six against none: p = 2 / 2^6 = 0.031. */
    @Test
    void aDifferenceThatIsHardlyChanceIsNamedSo() {
        List<Mistake> six = List.of(0, 1, 2, 3, 4, 5).stream()
                .map(index -> new Mistake(index, 0, 1, 0.5))
                .toList();
        assertEquals(
                "6 against 0 errors on the images where only one is right: p = 0.031; this difference is hardly chance",
                new RunComparison.Pair("a", "b", 2 / 64.0, six, List.of()).sentence());
    }

    @Test
    void runsOnOtherImagesAreRefused() {
        Evaluation more = new Evaluation(
                10,
                2,
                0.8,
                SAMPLE.interval95(),
                SAMPLE.loss(),
                List.of(new PerClass("0", 3, 0, 0, 0), new PerClass("1", 4, 0, 0, 0), new PerClass("2", 3, 0, 0, 0)),
                SAMPLE.confusion(),
                List.of());
        assertThrows(
                IllegalArgumentException.class,
                () -> RunComparison.of(List.of("a", "b"), List.of(report(SAMPLE), report(more))));
    }
}
