package nn.eval;

import java.util.ArrayList;
import java.util.List;
import nn.eval.ScoredData.Outcome;

/**
 * How right a classifier is if it may leave out the images that it is least sure of (accuracy against coverage; El-Yaniv and Wiener 2010,
 * Journal of Machine Learning Research 11).
 *
 * @param points from no image left out to a fifth
 */
public record Coverage(List<Point> points) {

    private static final int STEPS = 40;
    private static final double MOST_LEFT_OUT = 0.2;

    /**
     * The accuracy on the images that remain.
     *
     * @param leftOut the share of images that are left out, as planned
     * @param count how many remain
     * @param errors how many of these are wrong
     */
    public record Point(double leftOut, int count, int errors) {

        /** The share of right answers among those that remain. */
        public double accuracy() {
            return (double) (count - errors) / count;
        }
    }

    public Coverage {
        points = List.copyOf(points);
    }

    public static Coverage of(ScoredData scored) {
        return of(scored.surestFirst());
    }

    /** @param surestFirst at least one */
    static Coverage of(List<Outcome> surestFirst) {
        List<Point> points = new ArrayList<>();
        int examples = surestFirst.size();
        for (int step = 0; step <= STEPS; step++) {
            double leftOut = MOST_LEFT_OUT * step / STEPS;
            points.add(point(surestFirst, leftOut, examples - (int) Math.round(leftOut * examples)));
        }
        return new Coverage(points);
    }

    private static Point point(List<Outcome> surestFirst, double leftOut, int count) {
        int errors = 0;
        for (Outcome outcome : surestFirst.subList(0, count)) {
            errors += outcome.right() ? 0 : 1;
        }
        return new Point(leftOut, count, errors);
    }

    /** The accuracy without the given share of the images; one of the points. */
    public Point without(double share) {
        return points.get((int) Math.round(share / MOST_LEFT_OUT * STEPS));
    }
}
