package nn.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nn.eval.Evaluation;
import nn.eval.Evaluation.Mistake;
import nn.eval.Evaluation.PerClass;
import nn.eval.Interval;
import nn.eval.McNemar;

/**
 * Several runs on the same test images. The component names are the keys of the JSON output.
 *
 * @param runs the runs, in the given order
 * @param pairs each pair of them
 */
public record RunComparison(List<Run> runs, List<Pair> pairs) {

    /** Of what happens by chance this rarely, one says that it is hardly chance. */
    static final double SIGNIFICANT = 0.05;

    /**
     * A run.
     *
     * @param run its directory
     * @param errors the wrong answers among {@code count} test images
     * @param seconds the duration of the training
     */
    public record Run(
            String run,
            String architecture,
            String preset,
            long seed,
            int epochs,
            double seconds,
            int count,
            int errors,
            double accuracy,
            Interval interval95) {}

    /**
     * Two runs and the images that one gets right and the other wrong.
     *
     * @param p of the exact McNemar test: how probable such a difference is if both are equally good
     * @param onlyFirstWrong the wrong answers that only the first gives
     * @param onlySecondWrong the wrong answers that only the second gives
     */
    public record Pair(
            String first, String second, double p, List<Mistake> onlyFirstWrong, List<Mistake> onlySecondWrong) {

        public Pair {
            onlyFirstWrong = List.copyOf(onlyFirstWrong);
            onlySecondWrong = List.copyOf(onlySecondWrong);
        }

        /** Whether the difference is hardly chance. */
        public boolean significant() {
            return p < SIGNIFICANT;
        }

        /** What the test means. */
        public String sentence() {
            int first = onlyFirstWrong.size();
            int second = onlySecondWrong.size();
            if (first + second == 0) {
                return "the same images are wrong";
            }
            return EvaluationText.format(
                    "%,d against %,d errors on the images where only one is right: p = %s; this difference %s",
                    first, second, probability(), significant() ? "is hardly chance" : "may be chance");
        }

        private String probability() {
            return p < 0.0001 ? EvaluationText.format("%.1e", p) : EvaluationText.format("%.2g", p);
        }
    }

    public RunComparison {
        runs = List.copyOf(runs);
        pairs = List.copyOf(pairs);
    }

    /**
     * Compares runs.
     *
     * @param names their directories
     * @param reports their results, with test measurements
     * @throws IllegalArgumentException if two were not measured on the same images
     */
    public static RunComparison of(List<String> names, List<Report> reports) {
        List<Run> runs = new ArrayList<>();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < reports.size(); i++) {
            runs.add(run(names.get(i), reports.get(i)));
            for (int j = 0; j < i; j++) {
                pairs.add(pair(names.get(j), test(reports.get(j)), names.get(i), test(reports.get(i))));
            }
        }
        return new RunComparison(runs, pairs);
    }

    private static Run run(String name, Report report) {
        Evaluation test = test(report);
        return new Run(
                name,
                report.architecture(),
                report.preset(),
                report.seed(),
                report.epochs(),
                report.seconds(),
                test.count(),
                test.errors(),
                test.accuracy(),
                test.interval95());
    }

    private static Pair pair(String firstName, Evaluation first, String secondName, Evaluation second) {
        if (!classCounts(first).equals(classCounts(second))) {
            throw new IllegalArgumentException(
                    firstName + " and " + secondName + " were not measured on the same test images");
        }
        List<Mistake> onlyFirst = onlyIn(first, second);
        List<Mistake> onlySecond = onlyIn(second, first);
        return new Pair(
                firstName, secondName, new McNemar(onlyFirst.size(), onlySecond.size()).p(), onlyFirst, onlySecond);
    }

    private static List<Integer> classCounts(Evaluation evaluation) {
        return evaluation.perClass().stream().map(PerClass::count).toList();
    }

    private static List<Mistake> onlyIn(Evaluation one, Evaluation other) {
        Map<Integer, Integer> truths = new HashMap<>();
        other.mistakes().forEach(mistake -> truths.put(mistake.index(), mistake.truth()));
        return one.mistakes().stream()
                .filter(mistake -> !truths.containsKey(mistake.index()))
                .toList();
    }

    private static Evaluation test(Report report) {
        return report.test().orElseThrow();
    }
}
