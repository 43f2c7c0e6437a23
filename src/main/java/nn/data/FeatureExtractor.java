package nn.data;

import java.util.Optional;

/**
 * Turns images of one size into what a network reads of them. Owns its buffers, so it is not thread-safe; allocates nothing per
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

    /** For images of so many pixels, at least 1 along each side. */
    public FeatureExtractor(InputKind inputs, int rows, int columns) {
        this.inputs = inputs;
        this.rows = rows;
        this.columns = columns;
        grays = new float[rows * columns];
        gradients = inputs == InputKind.PIXELS ? Optional.empty() : Optional.of(new GradientDirections(rows, columns));
    }

    /** How many numbers a network reads of an image. */
    public int count() {
        return Math.toIntExact(inputs.count(rows, columns));
    }

    /**
     * Makes what a network reads of one image.
     *
     * @param image {@code [rows * columns]}, 0 paper to 255 ink
     * @param into {@code [count]}, overwritten; pixels become 0 to 1
     */
    public void make(byte[] image, float[] into) {
        make(image, into, 0);
    }

    /** The same; it goes into {@code into} from place {@code at} on. */
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

    private static void toGray(byte[] image, float[] into, int at) {
        for (int i = 0; i < image.length; i++) {
            into[at + i] = GRAY[image[i] & 0xff];
        }
    }
}
