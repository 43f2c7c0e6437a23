package nn.eval;

/**
 * A classifier's outputs for many examples, in their order.
 *
 * @param values the outputs {@code [examples, classes]}, row by row; logits, or a committee's log-probabilities
 * @param classes the number of columns
 */
public record Scores(float[] values, int classes) {

    public Scores {
        if (classes < 1 || values.length % classes != 0) {
            throw new IllegalArgumentException(
                    "%d outputs are not rows of %d classes".formatted(values.length, classes));
        }
    }

    public int examples() {
        return values.length / classes;
    }

    /** Copies one example's outputs {@code [classes]}. */
    public void read(int example, double[] into) {
        for (int i = 0; i < classes; i++) {
            into[i] = values[example * classes + i];
        }
    }

    /** The class with the largest output; of equal outputs the first. A NaN wins only as the first output. */
    static int largest(double[] outputs) {
        int best = 0;
        for (int i = 1; i < outputs.length; i++) {
            if (outputs[i] > outputs[best]) {
                best = i;
            }
        }
        return best;
    }
}
