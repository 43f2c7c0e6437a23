package nn;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** EXIF that says only how the camera was held, and where each container keeps it. */
public final class Exif {

    private static final int ORIENTATION = 0x0112;
    private static final byte[] JPEG_NAME = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);

    private Exif() {}

    /** A TIFF structure of one directory with one tag, the orientation (Exif 2.32 section 4.5.2). */
    public static byte[] of(ByteOrder order, int orientation) {
        byte mark = (byte) (order == ByteOrder.LITTLE_ENDIAN ? 'I' : 'M');
        return ByteBuffer.allocate(26)
                .order(order)
                .put(mark)
                .put(mark)
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) ORIENTATION)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }

    /** The JPEG with an APP1 segment in front of its others. */
    public static byte[] inJpeg(byte[] jpeg, byte[] exif) {
        return ByteBuffer.allocate(jpeg.length + 10 + exif.length)
                .put(jpeg, 0, 2)
                .putShort((short) 0xffe1)
                .putShort((short) (8 + exif.length))
                .put(JPEG_NAME)
                .put(exif)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    /** The PNG with an eXIf chunk behind its header. */
    public static byte[] inPng(byte[] png, byte[] exif) {
        int header = 33;
        ByteBuffer file = ByteBuffer.allocate(png.length + 12 + exif.length).put(png, 0, header);
        file.putInt(exif.length)
                .put("eXIf".getBytes(StandardCharsets.ISO_8859_1))
                .put(exif);
        CRC32 crc = new CRC32();
        crc.update(file.array(), header + 4, 4 + exif.length);
        return file.putInt((int) crc.getValue())
                .put(png, header, png.length - header)
                .array();
    }

    /** The simple WebP, without its extended header, as an extended one with an EXIF chunk behind the picture. */
    public static byte[] inWebp(byte[] webp, int width, int height, byte[] exif) {
        int padded = exif.length + (exif.length & 1);
        ByteBuffer file = ByteBuffer.allocate(webp.length + 18 + 8 + padded)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(webp, 0, 12);
        file.putInt(4, file.capacity() - 8);
        // The flag of EXIF, three reserved bytes, and both sides less one in 24 bits.
        file.put("VP8X".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(10)
                .putInt(8)
                .putShort((short) (width - 1))
                .put((byte) 0)
                .putShort((short) (height - 1))
                .put((byte) 0);
        return file.put(webp, 12, webp.length - 12)
                .put("EXIF".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(exif.length)
                .put(exif)
                .array();
    }
}
