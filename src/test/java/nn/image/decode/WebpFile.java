package nn.image.decode;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** WebP files put together chunk by chunk (RFC 9649). */
final class WebpFile {

    private static final int FIRST_CHUNK = 12;

    private WebpFile() {}

    /** A lossless picture of 5x3 levels of gray: 10, 26, ... 234, row by row. */
    static byte[] steps() {
        byte[] file = PictureSamples.stored("steps.webp");
        return Arrays.copyOfRange(file, FIRST_CHUNK, file.length);
    }

    /**
     * A lossless picture of one level: its five codes have one symbol each, so its pixels take no bit (RFC 9649, sections 3.4 and
     * 3.7.2.1.1).
     */
    static byte[] solid(int width, int height, int level) {
        Bits bits = new Bits();
        bits.put(0x2f, 8);
        bits.put(width - 1, 14);
        bits.put(height - 1, 14);
        // No opacity, version 0; no transform, no color cache, one group of codes.
        bits.put(0, 1 + 3 + 1 + 1 + 1);
        for (int symbol : new int[] {level, level, level, 255}) {
            bits.put(0b101, 3);
            bits.put(symbol, 8);
        }
        bits.put(0b0001, 4);
        return chunk("VP8L", bits.bytes());
    }

    /** A file of frames, each a chunk of a picture, then its column and row, which are even. */
    static byte[] animation(int width, int height, Object... frames) {
        ByteBuffer header =
                ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN).putInt(2);
        byte[] chunks = PngFile.join(
                chunk("VP8X", put24(put24(header, width - 1), height - 1).array()), chunk("ANIM", new byte[6]));
        for (int i = 0; i < frames.length; i += 3) {
            byte[] picture = (byte[]) frames[i];
            ByteBuffer control = ByteBuffer.allocate(16 + picture.length).order(ByteOrder.LITTLE_ENDIAN);
            put24(put24(control, (int) frames[i + 1] / 2), (int) frames[i + 2] / 2);
            int sides = ByteBuffer.wrap(picture).order(ByteOrder.LITTLE_ENDIAN).getInt(9);
            put24(put24(control, sides & 0x3fff), sides >> 14 & 0x3fff);
            control.putInt(0).put(picture);
            chunks = PngFile.join(chunks, chunk("ANMF", control.array()));
        }
        return ByteBuffer.allocate(FIRST_CHUNK + chunks.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(4 + chunks.length)
                .put("WEBP".getBytes(StandardCharsets.US_ASCII))
                .put(chunks)
                .array();
    }

    /** A number of 24 bits. */
    private static ByteBuffer put24(ByteBuffer buffer, int number) {
        return buffer.putShort((short) number).put((byte) (number >> 16));
    }

    private static byte[] chunk(String name, byte[] data) {
        return ByteBuffer.allocate(8 + data.length + data.length % 2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .putInt(data.length)
                .put(data)
                .array();
    }

    /** Numbers from their lowest bit on, one behind the other. */
    private static final class Bits {

        private final byte[] bytes = new byte[64];
        private int count;

        void put(int number, int bits) {
            for (int i = 0; i < bits; i++, count++) {
                bytes[count / 8] |= (byte) ((number >> i & 1) << count % 8);
            }
        }

        byte[] bytes() {
            return Arrays.copyOf(bytes, (count + 7) / 8);
        }
    }
}
