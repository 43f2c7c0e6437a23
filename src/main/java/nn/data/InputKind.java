package nn.data;

import java.util.stream.Stream;
import nn.json.EnumName;

/** What a network reads of an image. */
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

    /** The pixels, and behind them the gradient directions. */
    BOTH {
        @Override
        public long count(int rows, int columns) {
            return PIXELS.count(rows, columns) + GRADIENTS.count(rows, columns);
        }
    };

    /** How many numbers those are for an image of so many pixels, at least 1 along each side. */
    public abstract long count(int rows, int columns);

    /** Its name in files and on the command line. */
    public String label() {
        return EnumName.of(this);
    }

    /**
     * That of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static InputKind labeled(String label) {
        return Stream.of(values())
                .filter(inputs -> inputs.label().equals(label))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("the inputs '" + label + "' are unknown"));
    }
}
