package nn.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import nn.eval.Evaluation;
import nn.eval.Evaluation.PerClass;
import nn.eval.Interval;
import org.junit.jupiter.api.Test;

class EvaluationTextTest {

    @Test
    void rendersAccuracyClassesConfusionAndPairs() {
        assertEquals("""
                Test accuracy 70.00 % (7 of 10 right, 3 wrong; 95 % interval 39.68 to 89.22 %), loss 0.8123

                class  examples  precision   recall       F1
                    0         4    75.00 %  75.00 %  75.00 %
                    1         3    66.67 %  66.67 %  66.67 %
                    2         3   100.00 %  50.00 %  66.67 %

                Confusion (row: the truth, column: the answer; . is none)
                     0  1  2
                  0  3  1  .
                  1  .  2  1
                  2  1  .  2

                Most confused: 0 as 1 (1), 1 as 2 (1), 2 as 0 (1)
                """, EvaluationText.of("Test", Samples.evaluation(), Samples.PLAIN));
    }

    @Test
    void thePairsAreThoseThatAreConfusedMostAndAtMostFive() {
        List<List<Integer>> confusion = List.of(List.of(0, 1, 2), List.of(3, 0, 4), List.of(5, 6, 0));
        String text = EvaluationText.of("Test", evaluation(3, 21, 21, confusion), Samples.PLAIN);
        assertTrue(
                text.endsWith("\nMost confused: 2 as 1 (6), 2 as 0 (5), 1 as 2 (4), 1 as 0 (3), 0 as 2 (2)\n"), text);
    }

    @Test
    void nothingIsConfusedWhereAllIsRight() {
        String text =
                EvaluationText.of("Test", evaluation(2, 2, 0, List.of(List.of(1, 0), List.of(0, 1))), Samples.PLAIN);
        assertTrue(text.startsWith("Test accuracy 100.00 % (2 of 2 right, 0 wrong; "), text);
        assertFalse(text.contains("Most confused"), text);
    }

    @Test
    void largeCountsAreGroupedAndTheTablesStayNarrow() {
        List<List<Integer>> confusion = IntStream.range(0, 10)
                .mapToObj(truth -> Collections.nCopies(10, 1000))
                .toList();
        String text = EvaluationText.of("Train", evaluation(10, 100_000, 90_000, confusion), Samples.PLAIN);
        assertTrue(text.startsWith("Train accuracy 10.00 % (10,000 of 100,000 right, 90,000 wrong; "), text);
        assertTrue(text.lines().filter(line -> line.startsWith(" ")).allMatch(line -> line.length() <= 80), text);
    }

    /** Class 1 has no examples, and nothing is seen as class 2. */
    @Test
    void aShareOfNothingIsADash() {
        Evaluation evaluation = new Evaluation(
                2,
                1,
                0.5,
                new Interval(0.1, 0.9),
                0.5,
                List.of(new PerClass("0", 1, 1, 1, 1), new PerClass("1", 0, 0, 0, 0), new PerClass("2", 1, 0, 0, 0)),
                List.of(List.of(1, 0, 0), List.of(0, 0, 0), List.of(0, 1, 0)),
                List.of());
        assertTrue(
                EvaluationText.of("Test", evaluation, Samples.PLAIN).contains("""
                    0         1   100.00 %  100.00 %  100.00 %
                    1         0     0.00 %      -        -
                    2         1        -     0.00 %      -
                """),
                EvaluationText.of("Test", evaluation, Samples.PLAIN));
    }

    @Test
    void aConfusionTooWideForATerminalIsLeftOut() {
        List<List<Integer>> confusion = IntStream.range(0, 26)
                .mapToObj(truth -> Collections.nCopies(26, 1))
                .toList();
        String text = EvaluationText.of("Test", evaluation(26, 676, 650, confusion), Samples.PLAIN);
        assertFalse(text.contains("Confusion"), text);
        assertTrue(text.contains("Most confused: "), text);
    }

    /** Black on light orange to orange; right answers on blue. */
    @Test
    void withColorTheCellsAreShadedTheMostFrequentWrongAnswerMost() {
        List<List<Integer>> confusion = List.of(List.of(90, 1), List.of(8, 0));
        Terminal colored = new Terminal(Samples.PLAIN.out(), Samples.PLAIN.err(), false, true, true, 80);
        String text = EvaluationText.of("Test", evaluation(2, 99, 9, confusion), colored);
        String black = "\033[38;5;16;48;5;";
        assertTrue(
                text.contains("  0" + black + "153m 90\033[0m" + black + "223m  1\033[0m\n" + "  1" + black
                        + "202m  8\033[0m  .\n"),
                text);
        String plain = EvaluationText.of("Test", evaluation(2, 99, 9, confusion), Samples.PLAIN);
        assertEquals(plain, text.replaceAll("\033\\[[0-9;]*m", ""));
    }

    @Test
    void inAWindowTooNarrowForTheConfusionItIsLeftOut() {
        List<List<Integer>> confusion = List.of(List.of(90, 1), List.of(8, 0));
        Terminal narrow = new Terminal(Samples.PLAIN.out(), Samples.PLAIN.err(), false, false, true, 8);
        String text = EvaluationText.of("Test", evaluation(2, 99, 9, confusion), narrow);
        assertFalse(text.contains("Confusion"), text);
        assertTrue(text.contains("Most confused: 1 as 0 (8)"), text);
    }

    private static Evaluation evaluation(int classes, int count, int errors, List<List<Integer>> confusion) {
        List<PerClass> rows = IntStream.range(0, classes)
                .mapToObj(k -> new PerClass(String.valueOf(k), count / classes, 0.5, 0.5, 0.5))
                .toList();
        return new Evaluation(
                count, errors, 1 - (double) errors / count, new Interval(0.1, 0.9), 1, rows, confusion, List.of());
    }
}
