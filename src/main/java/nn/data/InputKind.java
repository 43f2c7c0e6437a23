package nn.data;

import java.util.stream.Stream;
import nn.json.EnumName;

/** The kind of inputs that a network reads. */
public enum InputKind {

    /** The pixels, row after row, 0 paper to 1 ink. */
    PIXELS {
        @Override
        public long count(int rows, int columns) {
            return (long) rows * columns;
        }
    },

    /** The {@link GradientDirections}. */
    GRADIENTS {
        @Override
        public long count(int rows, int columns) {
            return GradientDirections.count(rows, columns);
        }
    },

    /** The pixels, followed by the gradient directions. */
    BOTH {
        @Override
        public long count(int rows, int columns) {
            return PIXELS.count(rows, columns) + GRADIENTS.count(rows, columns);
        }
    };

    /** The number of inputs for an image of at least 1 x 1 pixels. */
    public abstract long count(int rows, int columns);

    /** Its name in files and on the command line. */
    public String label() {
        return EnumName.of(this);
    }

    /**
     * The kind with this name.
     *
     * @throws IllegalArgumentException if there is no such kind
     */
    public static InputKind labeled(String label) {
        return Stream.of(values())
                .filter(inputs -> inputs.label().equals(label))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("the inputs '" + label + "' are unknown"));
    }
}
