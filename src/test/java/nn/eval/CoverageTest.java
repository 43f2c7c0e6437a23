package nn.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import nn.eval.Coverage.Point;
import nn.eval.ScoredData.Outcome;
import org.junit.jupiter.api.Test;

class CoverageTest {

    /** 200 answers, surest first; those on places 100, 198 and 199 are wrong. */
    private static List<Outcome> outcomes() {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            outcomes.add(new Outcome(1 - i / 1000.0, i != 100 && i != 198 && i != 199));
        }
        return outcomes;
    }

    @Test
    void theLeastSureAnswersAreLeftOutFirst() {
        Coverage coverage = Coverage.of(outcomes());
        assertEquals(new Point(0, 200, 3), coverage.without(0));
        assertEquals(2, coverage.without(0.005).errors());
        assertEquals(1, coverage.without(0.01).errors());
        assertEquals(198, coverage.without(0.01).count());
        assertEquals(197 / 198.0, coverage.without(0.01).accuracy(), 1e-12);
        assertEquals(160, coverage.points().get(coverage.points().size() - 1).count());
    }

    @Test
    void oneAnswerAlwaysRemains() {
        Coverage coverage = Coverage.of(outcomes().subList(0, 1));
        assertEquals(new Point(0.2, 1, 0), coverage.points().get(40));
    }
}
