package nn.data;

import java.util.Optional;

/**
 * Turns images of one size into a network's inputs. It owns its buffers, so it is not thread-safe. Allocates nothing per
 * image.
 */
public final class FeatureExtractor {

    private static final float[] GRAY = new float[256];

    static {
        for (int i = 0; i < GRAY.length; i++) {
            GRAY[i] = i / 255f;
        }
    }

    private final InputKind inputs;
    private final int rows;
    private final int columns;
    private final float[] grays;
    private final Optional<GradientDirections> gradients;

    /** @param rows the height of the images, at least 1 */
    public FeatureExtractor(InputKind inputs, int rows, int columns) {
        this.inputs = inputs;
        this.rows = rows;
        this.columns = columns;
        grays = new float[rows * columns];
        gradients = inputs == InputKind.PIXELS ? Optional.empty() : Optional.of(new GradientDirections(rows, columns));
    }

    /** The number of inputs for an image. */
    public int count() {
        return Math.toIntExact(inputs.count(rows, columns));
    }

    /**
     * Makes the inputs for one image.
     *
     * @param image {@code [rows * columns]}, 0 paper to 255 ink
     * @param into {@code [count]}, overwritten; pixels become 0 to 1
     */
    public void make(byte[] image, float[] into) {
        make(image, into, 0);
    }

    /** The same, written to {@code into} from index {@code at} on. */
    public void make(byte[] image, float[] into, int at) {
        if (inputs == InputKind.PIXELS) {
            toGray(image, into, at);
            return;
        }
        toGray(image, grays, 0);
        int pixels = inputs == InputKind.GRADIENTS ? 0 : grays.length;
        System.arraycopy(grays, 0, into, at, pixels);
        gradients.orElseThrow().write(grays, into, at + pixels);
    }

    /**
     * Adds to {@code dPixels} the gradient of a function of the inputs by the pixels, which count from 0 to 1.
     *
     * @param image {@code [rows * columns]}, 0 paper to 255 ink
     * @param dInputs the gradient by the inputs, {@code [count]}
     * @param dPixels {@code [rows * columns]}
     */
    public void backward(byte[] image, double[] dInputs, double[] dPixels) {
        int pixels = inputs == InputKind.GRADIENTS ? 0 : grays.length;
        for (int i = 0; i < pixels; i++) {
            dPixels[i] += dInputs[i];
        }
        if (gradients.isPresent()) {
            toGray(image, grays, 0);
            new GradientDirectionsBackward(gradients.get(), rows, columns).add(grays, dInputs, pixels, dPixels);
        }
    }

    private static void toGray(byte[] image, float[] into, int at) {
        for (int i = 0; i < image.length; i++) {
            into[at + i] = GRAY[image[i] & 0xff];
        }
    }
}
