package nn.model;

/** Compares a network's gradient with centred differences of its loss, parameter by parameter. */
final class GradientCheck {

    private static final double STEP = 1e-5;

    private GradientCheck() {}

    /**
     * The largest relative error over all weights and over all biases of each layer: the length of the difference of the two
     * gradients of a tensor, divided by the sum of their lengths. Uses the gradient that {@code net} holds.
     */
    static double largestError(TrialNet net) {
        double largest = 0;
        for (int layer = 0; layer < net.parameters.architecture().layers(); layer++) {
            Matrix values = net.parameters.layer(layer);
            int fanIn = net.parameters.architecture().sizes().get(layer);
            largest = Math.max(largest, error(net, layer, 0, fanIn));
            if (values.rows() > fanIn) {
                largest = Math.max(largest, error(net, layer, fanIn, values.rows()));
            }
        }
        return largest;
    }

    private static double error(TrialNet net, int layer, int fromRow, int toRow) {
        Matrix values = net.parameters.layer(layer);
        double difference = 0;
        double lengths = 0;
        for (int row = fromRow; row < toRow; row++) {
            for (int column = 0; column < values.columns(); column++) {
                double numeric = slope(net, values, row, column);
                double analytic = net.gradient.layer(layer).get(row, column);
                difference = Math.hypot(difference, numeric - analytic);
                lengths = Math.hypot(lengths, Math.hypot(numeric, analytic));
            }
        }
        return lengths == 0 ? 0 : difference / lengths;
    }

    private static double slope(TrialNet net, Matrix values, int row, int column) {
        double kept = values.get(row, column);
        values.set(row, column, kept + STEP);
        double above = net.lossValue();
        values.set(row, column, kept - STEP);
        double below = net.lossValue();
        values.set(row, column, kept);
        return (above - below) / (2 * STEP);
    }
}
