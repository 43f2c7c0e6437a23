package nn.exchange.npy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** NPZ files of any bytes. */
public final class NpyArrays {

    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    /** Adds an array with a header of this text. */
    public NpyArrays with(String name, int version, String header, byte[] data) {
        byte[] text = header.getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer npy = ByteBuffer.allocate(12 + text.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        npy.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
        if (version == 1) {
            npy.putShort((short) text.length);
        } else {
            npy.putInt(text.length);
        }
        npy.put(text).put(data);
        entries.put(name + ".npy", Arrays.copyOf(npy.array(), npy.position()));
        return this;
    }

    /** Adds an array in C order with a header of version 1. */
    public NpyArrays with(String name, String type, String shape, byte[] data) {
        return with(name, 1, "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + shape + "), }\n", data);
    }

    /** Adds an entry of any name. */
    public NpyArrays raw(String name, byte[] bytes) {
        entries.put(name, bytes);
        return this;
    }

    /** The bytes of the archive. */
    public byte[] zip() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }
}
