package nn.detect;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import nn.data.DataSet;
import nn.model.WorkerTeam;

/** What a detector learns from: digits, each with its own class, and behind them images without a digit, which are the last class. */
final class DetectorData {

    private static final int PART = 16;

    private DetectorData() {}

    /**
     * Digits and images without one; complete only if it was allowed to go on to the end.
     *
     * @param noDigits how many of those, made from the digits
     * @param goOn is asked again and again
     */
    static DataSet of(DataSet digits, int noDigits, long seed, WorkerTeam team, BooleanSupplier goOn) {
        int pixels = digits.pixelsPerImage();
        int size = digits.size() + noDigits;
        byte[] images = new byte[Math.multiplyExact(size, pixels)];
        int[] labels = new int[size];
        Arrays.fill(labels, digits.size(), size, digits.classes());
        for (int i = 0; i < digits.size(); i++) {
            digits.readPixels(i, 0, pixels, images, i * pixels);
            labels[i] = digits.label(i);
        }
        NoDigits drawn = new NoDigits(digits, seed);
        team.run((noDigits + PART - 1) / PART, part -> {
            for (int i = part * PART; i < Math.min(noDigits, (part + 1) * PART) && goOn.getAsBoolean(); i++) {
                System.arraycopy(drawn.image(i), 0, images, (digits.size() + i) * pixels, pixels);
            }
        });
        return DataSet.of(images, digits.rows(), digits.columns(), labels, digits.classes() + 1);
    }

    /** One data set behind the other. */
    static DataSet joined(DataSet first, DataSet second) {
        int pixels = first.pixelsPerImage();
        byte[] images = new byte[Math.multiplyExact(first.size() + second.size(), pixels)];
        int[] labels = new int[first.size() + second.size()];
        for (int i = 0; i < labels.length; i++) {
            DataSet from = i < first.size() ? first : second;
            int example = i < first.size() ? i : i - first.size();
            from.readPixels(example, 0, pixels, images, i * pixels);
            labels[i] = from.label(example);
        }
        return DataSet.of(images, first.rows(), first.columns(), labels, first.classes());
    }
}
