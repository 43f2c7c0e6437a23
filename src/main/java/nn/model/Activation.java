package nn.model;

/**
 * The function that a neuron applies to the weighted sum z of its inputs. The slope is a function of the output a, so the backward pass
 * needs only a.
 */
public enum Activation {
    /** a = z. */
    IDENTITY {
        @Override
        public double value(double z) {
            return z;
        }

        @Override
        public double slope(double a) {
            return 1;
        }
    },
    /** a = 1 if z &gt; 0, else 0, as in the perceptron. Only for the forward pass: the slope is 0 or undefined. */
    STEP {
        @Override
        public double value(double z) {
            return z > 0 ? 1 : 0;
        }

        @Override
        public double slope(double a) {
            throw new UnsupportedOperationException("the step function cannot be trained by its slope");
        }
    },
    /** a = 1 / (1 + e^-z), slope a (1 - a). */
    SIGMOID {
        @Override
        public double value(double z) {
            return 1 / (1 + Math.exp(-z));
        }

        @Override
        public double slope(double a) {
            return a * (1 - a);
        }
    },
    /** a = tanh z, slope 1 - a^2. */
    TANH {
        @Override
        public double value(double z) {
            return Math.tanh(z);
        }

        @Override
        public double slope(double a) {
            return 1 - a * a;
        }
    },
    /** a = max(0, z), slope 1 where a &gt; 0, else 0. */
    RELU {
        @Override
        public double value(double z) {
            return Math.max(0, z);
        }

        @Override
        public double slope(double a) {
            return a > 0 ? 1 : 0;
        }
    };

    /** The output a for the weighted sum z. */
    public abstract double value(double z);

    /** da/dz where the output is a. */
    public abstract double slope(double a);
}
