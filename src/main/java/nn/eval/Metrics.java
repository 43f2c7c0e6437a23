package nn.eval;

/**
 * The accuracy and loss of a model on a split.
 *
 * @param count the examples; 0 if it was not measured
 * @param errors the wrong answers
 * @param loss the mean loss over the examples
 */
public record Metrics(int count, int errors, double loss) {

    /** Not measured. */
    public static final Metrics NONE = new Metrics(0, 0, 0);

    public static Metrics of(Evaluation evaluation) {
        return new Metrics(evaluation.count(), evaluation.errors(), evaluation.loss());
    }

    public boolean measured() {
        return count > 0;
    }

    /** The share of right answers, in [0, 1]; NaN if it was not measured. */
    public double accuracy() {
        return (double) (count - errors) / count;
    }
}
