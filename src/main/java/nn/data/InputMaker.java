package nn.data;

import java.util.Optional;

/**
 * Turns images of one size into what a network reads of them. Owns its buffers, so it is not thread-safe; allocates nothing per
 * image.
 */
public final class InputMaker {

    private final Inputs inputs;
    private final int rows;
    private final int columns;
    private final Optional<GradientDirections> gradients;

    /** For images of so many pixels, at least 1 along each side. */
    public InputMaker(Inputs inputs, int rows, int columns) {
        this.inputs = inputs;
        this.rows = rows;
        this.columns = columns;
        gradients = inputs == Inputs.PIXELS ? Optional.empty() : Optional.of(new GradientDirections(rows, columns));
    }

    /** How many numbers a network reads of an image. */
    public int count() {
        return Math.toIntExact(inputs.count(rows, columns));
    }

    /**
     * Makes what a network reads of one image.
     *
     * @param image {@code [rows * columns]}, 0 paper to 1 ink
     * @param into {@code [count]}, overwritten
     */
    public void make(float[] image, float[] into) {
        int pixels = inputs == Inputs.GRADIENTS ? 0 : rows * columns;
        System.arraycopy(image, 0, into, 0, pixels);
        if (gradients.isPresent()) {
            gradients.get().write(image, into, pixels);
        }
    }
}
