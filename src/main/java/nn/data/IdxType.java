package nn.data;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** The type of the values in an IDX file. All are big-endian. */
public enum IdxType {
    UNSIGNED_BYTE(0x08, 1, "unsigned bytes"),
    SIGNED_BYTE(0x09, 1, "signed bytes"),
    SHORT(0x0B, 2, "16-bit integers"),
    INTEGER(0x0C, 4, "32-bit integers"),
    FLOAT(0x0D, 4, "floats"),
    DOUBLE(0x0E, 8, "doubles");

    private final int code;
    private final int bytes;
    private final String words;

    IdxType(int code, int bytes, String words) {
        this.code = code;
        this.bytes = bytes;
        this.words = words;
    }

    static Optional<IdxType> of(int code) {
        return Arrays.stream(values()).filter(type -> type.code == code).findAny();
    }

    /** The bytes of a value. */
    int bytes() {
        return bytes;
    }

    /** Its name for a message, in the plural. */
    public String words() {
        return words;
    }

    boolean isFractional() {
        return this == FLOAT || this == DOUBLE;
    }

    /** The value at the buffer's position, which moves on. */
    double read(ByteBuffer from) {
        return switch (this) {
            case UNSIGNED_BYTE -> from.get() & 0xff;
            case SIGNED_BYTE -> from.get();
            case SHORT -> from.getShort();
            case INTEGER -> from.getInt();
            case FLOAT -> from.getFloat();
            case DOUBLE -> from.getDouble();
        };
    }
}
