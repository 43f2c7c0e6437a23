package nn.image.decode;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.TreeMap;

/** A TIFF file of one uncompressed strip, put together tag by tag (TIFF 6.0 section 2), in either byte order. */
final class TiffFile {

    static final int COMPRESSION = 259;
    static final int PHOTOMETRIC = 262;
    static final int ORIENTATION = 274;
    static final int COLOR_MAP = 320;
    static final int EXTRA_SAMPLES = 338;
    static final int SAMPLE_FORMAT = 339;

    private static final int STRIP_OFFSET = 273;
    private static final int HEADER = 8;
    private static final int ENTRY = 12;

    private final ByteOrder order;
    private final byte[] samples;
    private final Map<Integer, int[]> tags = new TreeMap<>();

    /**
     * @param bitsPerSample one number per sample of a pixel
     * @param samples       the strip as it is to stand in the file
     */
    TiffFile(ByteOrder order, int width, int height, int[] bitsPerSample, byte[] samples) {
        this.order = order;
        this.samples = samples;
        with(256, width);
        with(257, height);
        with(258, bitsPerSample);
        with(COMPRESSION, 1);
        with(STRIP_OFFSET, 0);
        with(277, bitsPerSample.length);
        with(278, height);
        with(279, samples.length);
    }

    /** Sets a tag to 16-bit numbers. */
    TiffFile with(int tag, int... values) {
        tags.put(tag, values);
        return this;
    }

    byte[] bytes() {
        int behindDirectory = HEADER + 2 + ENTRY * tags.size() + 4;
        int longValues = tags.values().stream()
                .mapToInt(values -> values.length > 2 ? 2 * values.length : 0)
                .sum();
        tags.put(STRIP_OFFSET, new int[] {behindDirectory + longValues});
        ByteBuffer file = ByteBuffer.allocate(behindDirectory + longValues + samples.length)
                .order(order);
        byte mark = (byte) (order == ByteOrder.LITTLE_ENDIAN ? 'I' : 'M');
        file.put(mark).put(mark).putShort((short) 42).putInt(HEADER).putShort((short) tags.size());
        int elsewhere = behindDirectory;
        for (Map.Entry<Integer, int[]> tag : tags.entrySet()) {
            int[] values = tag.getValue();
            int entry = file.position();
            file.putShort(tag.getKey().shortValue()).putShort((short) 3).putInt(values.length);
            if (values.length > 2) {
                file.putInt(elsewhere).position(elsewhere);
            }
            for (int value : values) {
                file.putShort((short) value);
            }
            elsewhere = values.length > 2 ? file.position() : elsewhere;
            file.position(entry + ENTRY);
        }
        return file.putInt(0).position(elsewhere).put(samples).array();
    }
}
