package nn.image;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** A gray picture as a PNG of 8 bits, without the start-up time of ImageIO. */
public final class GrayPng {

    private GrayPng() {}

    /**
     * The bytes of a PNG file.
     *
     * @param samples [rows * columns], 0 black to 255 white
     */
    public static byte[] encode(byte[] samples, int rows, int columns) {
        return encode(samples, rows, columns, 0, 1);
    }

    /** @param type PNG's number of the color type with so many bytes for a pixel */
    static byte[] encode(byte[] samples, int rows, int columns, int type, int bytesPerPixel) {
        if (rows < 1 || columns < 1 || samples.length != rows * columns * bytesPerPixel) {
            throw new IllegalArgumentException(
                    rows + "x" + columns + " pixels are not " + samples.length / bytesPerPixel);
        }
        try {
            ByteArrayOutputStream header = new ByteArrayOutputStream();
            DataOutputStream fields = new DataOutputStream(header);
            fields.writeInt(columns);
            fields.writeInt(rows);
            fields.write(new byte[] {8, (byte) type, 0, 0, 0});
            ByteArrayOutputStream data = new ByteArrayOutputStream();
            try (DeflaterOutputStream deflater = new DeflaterOutputStream(data)) {
                for (int y = 0; y < rows; y++) {
                    deflater.write(0);
                    deflater.write(samples, y * columns * bytesPerPixel, columns * bytesPerPixel);
                }
            }
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(png);
            out.writeLong(0x89504e470d0a1a0aL);
            writeChunk(out, "IHDR", header.toByteArray());
            writeChunk(out, "IDAT", data.toByteArray());
            writeChunk(out, "IEND", new byte[0]);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be written", e);
        }
    }

    private static void writeChunk(DataOutputStream out, String type, byte[] payload) throws IOException {
        ByteArrayOutputStream checked = new ByteArrayOutputStream();
        checked.writeBytes(type.getBytes(StandardCharsets.US_ASCII));
        checked.writeBytes(payload);
        CRC32 crc = new CRC32();
        crc.update(checked.toByteArray());
        out.writeInt(payload.length);
        out.write(checked.toByteArray());
        out.writeInt((int) crc.getValue());
    }
}
