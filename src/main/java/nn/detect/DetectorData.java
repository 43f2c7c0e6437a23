package nn.detect;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import nn.data.DataSet;
import nn.model.WorkerTeam;

/**
 * What a detector learns from, and behind that what is held out: each digits, whose classes are their own, and then images without a digit,
 * which are the last class.
 *
 * @param all both
 * @param train how many examples are learnt from
 * @param heldOutDigits how many of the others are digits
 */
record DetectorData(DataSet all, int train, int heldOutDigits) {

    private static final int PART = 16;

    /**
     * Takes digits and draws the other images; complete only if it was allowed to go on to the end.
     *
     * @param goOn is asked again and again
     */
    static DetectorData of(
            DataSet digits, DataSet heldOut, DetectorPlan plan, long seed, WorkerTeam team, BooleanSupplier goOn) {
        int trainNoDigits = plan.noDigits(digits.size());
        int heldOutNoDigits = plan.heldOutNoDigits(digits.size());
        int train = digits.size() + trainNoDigits;
        int size = train + heldOut.size() + heldOutNoDigits;
        byte[] images = new byte[Math.multiplyExact(size, digits.pixelsPerImage())];
        int[] labels = new int[size];
        Arrays.fill(labels, digits.classes());
        copy(digits, images, labels, 0);
        copy(heldOut, images, labels, train);
        draw(new NoDigits(digits, seed), trainNoDigits, images, digits.size(), team, goOn);
        draw(new NoDigits(heldOut, seed + 1), heldOutNoDigits, images, train + heldOut.size(), team, goOn);
        return new DetectorData(
                DataSet.of(images, digits.rows(), digits.columns(), labels, digits.classes() + 1),
                train,
                heldOut.size());
    }

    /** Images without a digit alone, which are class 0. */
    static DataSet noDigits(DataSet digits, int count, long seed, WorkerTeam team) {
        byte[] images = new byte[Math.multiplyExact(count, digits.pixelsPerImage())];
        draw(new NoDigits(digits, seed), count, images, 0, team, () -> true);
        return DataSet.of(images, digits.rows(), digits.columns(), new int[count], 1);
    }

    private static void copy(DataSet digits, byte[] images, int[] labels, int first) {
        int pixels = digits.pixelsPerImage();
        for (int i = 0; i < digits.size(); i++) {
            digits.readPixels(i, 0, pixels, images, (first + i) * pixels);
            labels[first + i] = digits.label(i);
        }
    }

    private static void draw(
            NoDigits noDigits, int count, byte[] images, int first, WorkerTeam team, BooleanSupplier goOn) {
        team.run((count + PART - 1) / PART, part -> {
            for (int i = part * PART; i < Math.min(count, (part + 1) * PART) && goOn.getAsBoolean(); i++) {
                byte[] image = noDigits.image(i);
                System.arraycopy(image, 0, images, (first + i) * image.length, image.length);
            }
        });
    }

    /** All that is held out. */
    DataSet validation() {
        return all.range(train, all.size());
    }

    DataSet validationDigits() {
        return all.range(train, train + heldOutDigits);
    }

    DataSet validationNoDigits() {
        return all.range(train + heldOutDigits, all.size());
    }
}
