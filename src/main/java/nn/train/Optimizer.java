package nn.train;

/**
 * How a gradient changes parameters. It works on corresponding pieces of the flat vectors in Java arrays, whose loops the compiler
 * vectorizes. The caller copies the pieces.
 *
 * <p>Weight decay is decoupled from the gradient: each step also subtracts learningRate * weightDecay * parameter (Loshchilov and
 * Hutter 2019, arXiv 1711.05101).
 */
public sealed interface Optimizer {

    /**
     * Added to a decaying mean and subtracted again, this turns numbers below about 1e-27 into 0. Otherwise the means of a pixel that is
     * blank in most images fall below 1e-38 after some hundred steps, and a processor is a hundred times slower with such numbers. A
     * number of 4e-13 or more does not change by a bit.
     */
    float NEGLIGIBLE = 1e-20f;

    /**
     * Added to a gradient and subtracted again, this turns numbers below about 3e-18 into 0, before Adam squares them. They would change
     * no weight noticeably. A number of 2e-3 or more does not change by a bit.
     */
    float NEGLIGIBLE_SLOPE = 1e-10f;

    /** The number of vectors that the optimizer remembers between steps. They have the shape of the parameters, and start at 0. */
    int slots();

    /**
     * Changes the parameters {@code from} to {@code to - 1} in place.
     *
     * @param gradient the gradient of the mean loss
     * @param slots the remembered pieces, changed in place
     * @param rate the learning rate
     * @param decay the weight decay of these parameters; 0 for biases
     * @param step the number of steps before this one
     */
    void update(
            float[] parameters,
            float[] gradient,
            float[][] slots,
            int from,
            int to,
            double rate,
            double decay,
            long step);

    /** The same in double precision. */
    void update(
            double[] parameters,
            double[] gradient,
            double[][] slots,
            int from,
            int to,
            double rate,
            double decay,
            long step);

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException("%s must be from 0 to below 1, not %s".formatted(name, value));
        }
    }

    /** Plain gradient descent: p -= rate g. */
    record GradientDescent() implements Optimizer {
        @Override
        public int slots() {
            return 0;
        }

        @Override
        public void update(
                float[] parameters,
                float[] gradient,
                float[][] slots,
                int from,
                int to,
                double rate,
                double decay,
                long step) {
            float r = (float) rate;
            float shrink = (float) (rate * decay);
            for (int i = from; i < to; i++) {
                parameters[i] -= r * gradient[i] + shrink * parameters[i];
            }
        }

        @Override
        public void update(
                double[] parameters,
                double[] gradient,
                double[][] slots,
                int from,
                int to,
                double rate,
                double decay,
                long step) {
            for (int i = from; i < to; i++) {
                parameters[i] -= rate * gradient[i] + rate * decay * parameters[i];
            }
        }
    }

    /**
     * Momentum: v = momentum v + g, p -= rate v (Polyak 1964); with {@code nesterov} p -= rate (g + momentum v), the form of
     * Sutskever et al. 2013 as in PyTorch.
     */
    record Momentum(double momentum, boolean nesterov) implements Optimizer {
        public Momentum {
            requireShare("momentum", momentum);
        }

        @Override
        public int slots() {
            return 1;
        }

        @Override
        public void update(
                float[] parameters,
                float[] gradient,
                float[][] slots,
                int from,
                int to,
                double rate,
                double decay,
                long step) {
            float[] velocity = slots[0];
            float keep = (float) momentum;
            float ownShare = (float) (nesterov ? rate : 0);
            float velocityShare = (float) (nesterov ? rate * momentum : rate);
            float shrink = (float) (rate * decay);
            for (int i = from; i < to; i++) {
                float v = keep * velocity[i] + gradient[i] + NEGLIGIBLE - NEGLIGIBLE;
                velocity[i] = v;
                parameters[i] -= ownShare * gradient[i] + velocityShare * v + shrink * parameters[i];
            }
        }

        @Override
        public void update(
                double[] parameters,
                double[] gradient,
                double[][] slots,
                int from,
                int to,
                double rate,
                double decay,
                long step) {
            double[] velocity = slots[0];
            for (int i = from; i < to; i++) {
                double v = momentum * velocity[i] + gradient[i];
                velocity[i] = v;
                double change = nesterov ? gradient[i] + momentum * v : v;
                parameters[i] -= rate * change + rate * decay * parameters[i];
            }
        }
    }

    /**
     * Adam: m = beta1 m + (1 - beta1) g, v = beta2 v + (1 - beta2) g^2, p -= rate mHat / (sqrt(vHat) + epsilon). Here mHat = m / (1 -
     * beta1^t) and vHat = v / (1 - beta2^t), which corrects their start at 0 (Kingma and Ba 2015, arXiv 1412.6980, algorithm 1).
     */
    record Adam(double beta1, double beta2, double epsilon) implements Optimizer {

        public Adam {
            requireShare("beta1", beta1);
            requireShare("beta2", beta2);
            if (!(epsilon > 0 && epsilon < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("epsilon must be above 0 and finite, not " + epsilon);
            }
        }

        /** With the paper's values: 0.9, 0.999, 1e-8. */
        public static Adam standard() {
            return new Adam(0.9, 0.999, 1e-8);
        }

        @Override
        public int slots() {
            return 2;
        }

        @Override
        public void update(
                float[] parameters,
                float[] gradient,
                float[][] slots,
                int from,
                int to,
                double rate,
                double decay,
                long step) {
            float[] first = slots[0];
            float[] second = slots[1];
            float b1 = (float) beta1;
            float b2 = (float) beta2;
            float c1 = (float) (1 - beta1);
            float c2 = (float) (1 - beta2);
            float size = (float) (rate / (1 - Math.pow(beta1, step + 1)));
            float rootScale = (float) (1 / Math.sqrt(1 - Math.pow(beta2, step + 1)));
            float e = (float) epsilon;
            float shrink = (float) (rate * decay);
            for (int i = from; i < to; i++) {
                float g = gradient[i] + NEGLIGIBLE_SLOPE - NEGLIGIBLE_SLOPE;
                float m = b1 * first[i] + c1 * g + NEGLIGIBLE - NEGLIGIBLE;
                float v = b2 * second[i] + c2 * g * g;
                first[i] = m;
                second[i] = v;
                parameters[i] -= size * m / ((float) Math.sqrt(v) * rootScale + e) + shrink * parameters[i];
            }
        }

        @Override
        public void update(
                double[] parameters,
                double[] gradient,
                double[][] slots,
                int from,
                int to,
                double rate,
                double decay,
                long step) {
            double[] first = slots[0];
            double[] second = slots[1];
            double firstScale = 1 / (1 - Math.pow(beta1, step + 1));
            double secondScale = 1 / (1 - Math.pow(beta2, step + 1));
            for (int i = from; i < to; i++) {
                double g = gradient[i];
                first[i] = beta1 * first[i] + (1 - beta1) * g;
                second[i] = beta2 * second[i] + (1 - beta2) * g * g;
                double change = first[i] * firstScale / (Math.sqrt(second[i] * secondScale) + epsilon);
                parameters[i] -= rate * change + rate * decay * parameters[i];
            }
        }
    }
}
