package nn.image.decode;

import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.util.Arrays;

/**
 * From which number to which a raster's samples go: from 0 to the most that their bits can say, or, where those say nothing, from the
 * smallest to the largest in the picture, as ImageJ shows it. Real numbers that all lie between 0 and 1 are taken as they are.
 */
final class SampleRange {

    private static final double WORD = 0x1p32;

    /** What is black, by band. */
    private final double[] lowest;
    /** One over what is white above that; 0 where all samples are the same. */
    private final double[] scale;
    /** Whether samples are 32-bit integers without a sign, which a raster has no type for. */
    private boolean unsigned;
    /** Whether a 32-bit sample stands for the largest signed number less what is stored, which the JDK makes where white is zero. */
    private boolean turned;

    private double[] row = {};

    private SampleRange(Raster raster) {
        int bands = raster.getNumBands();
        lowest = new double[bands];
        scale = new double[bands];
        for (int b = 0; b < bands; b++) {
            scale[b] = isReal(raster)
                    ? 1
                    : 1 / (Math.pow(2, raster.getSampleModel().getSampleSize(b)) - 1);
        }
    }

    /** By the bits of each sample. */
    static SampleRange ofBits(Raster raster) {
        return new SampleRange(raster);
    }

    /**
     * By the picture itself, if the samples have 32 bits or more, or a sign.
     *
     * @param colors      how many of the bands are colors; opacity keeps the range of its bits
     * @param signed      whether the file's integers have a sign
     * @param whiteIsZero whether the file stores darkness
     */
    static SampleRange ofTiff(Raster raster, int colors, boolean signed, boolean whiteIsZero) {
        SampleRange range = new SampleRange(raster);
        boolean words = raster.getTransferType() == DataBuffer.TYPE_INT
                && raster.getSampleModel().getSampleSize(0) == 32;
        if (words || isReal(raster) || raster.getTransferType() == DataBuffer.TYPE_SHORT) {
            range.unsigned = words && !signed;
            range.turned = words && whiteIsZero;
            range.measure(raster, Math.min(colors, raster.getNumBands()));
        }
        return range;
    }

    private static boolean isReal(Raster raster) {
        return raster.getTransferType() == DataBuffer.TYPE_FLOAT || raster.getTransferType() == DataBuffer.TYPE_DOUBLE;
    }

    private void measure(Raster raster, int colors) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        int bands = raster.getNumBands();
        for (int y = 0; y < raster.getHeight(); y++) {
            readRow(raster, y);
            for (int i = 0; i < raster.getWidth() * bands; i++) {
                if (i % bands < colors && Double.isFinite(row[i])) {
                    least = Math.min(least, row[i]);
                    most = Math.max(most, row[i]);
                }
            }
        }
        if (!isReal(raster) || least < 0 || most > 1) {
            Arrays.fill(lowest, 0, colors, least);
            Arrays.fill(scale, 0, colors, most > least ? 1 / (most - least) : 0);
        }
    }

    /** Reads row y, 0 black and 1 white; NaN stays NaN. */
    void read(Raster raster, int y, float[] into) {
        readRow(raster, y);
        int i = 0;
        for (int x = 0; x < raster.getWidth(); x++) {
            for (int b = 0; b < lowest.length; b++) {
                into[i] = (float) Math.min(1, Math.max(0, (row[i] - lowest[b]) * scale[b]));
                i++;
            }
        }
    }

    private void readRow(Raster raster, int y) {
        row = raster.getPixels(
                raster.getMinX(),
                raster.getMinY() + y,
                raster.getWidth(),
                1,
                row.length == raster.getWidth() * raster.getNumBands() ? row : null);
        if (unsigned || turned) {
            for (int i = 0; i < row.length; i++) {
                int stored = turned ? Integer.MAX_VALUE - (int) row[i] : (int) row[i];
                double value = unsigned && stored < 0 ? stored + WORD : stored;
                row[i] = turned ? -value : value;
            }
        }
    }
}
